package io.retort.boot.command;

import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.UnitSettings;
import io.retort.diff.TableFilter;
import io.retort.diff.ToolComparison;
import io.retort.diff.author.Basis;
import io.retort.diff.author.Difference;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.RowCounts;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.adopt.ForeignHistory;
import io.retort.internal.adopt.ForeignHistoryReader;
import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.database.Secrets;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.execute.MigrationLock;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares the entities with the schema that the migrations of another tool produce. That is the database if the tool
 * has run all of them there, and otherwise an empty database in which it runs them now.
 */
final class KeptToolComparison {

    private static final String LIQUIBASE_LOCK = "spring.liquibase.database-change-log-lock-table";

    private final ToolContext context;
    private final KeptTool kept;
    private final ComparisonProgress progress;

    /**
     * @param context the command's context
     * @param kept the tool
     * @param progress receives how far the comparison is
     */
    KeptToolComparison(ToolContext context, KeptTool kept, ComparisonProgress progress) {
        this.context = context;
        this.kept = kept;
        this.progress = progress;
    }

    /**
     * Returns the difference.
     *
     * @param answers answers questions; null to ask none
     * @throws RetortException if the database is behind or ahead of the project, or a migration failed
     */
    Difference difference(@Nullable Answers answers) {
        return AuthoringFactory.inJson(compared(answers), accepted().remark(), context);
    }

    private AcceptedDifferences accepted() {
        return AcceptedDifferences.of(context.unit().settings().common());
    }

    private Difference compared(@Nullable Answers answers) {
        CapturedMetadata entities = new UnitEntities(context.unit(), context.models()).get();
        if (entities.withoutDatabase() != null) {
            throw new RetortException(
                    "The migrations of " + kept.tool().title() + " can be read only from a database, and "
                            + entities.withoutDatabase() + ".",
                    Advice.of("Start the database of ", Advice.dataSource(Login.URL), "."));
        }
        Optional<ForeignHistory> history = history();
        if (context.line().has("scratch")) {
            return withScratch(entities, answers, "of the option scratch");
        }
        if (history.isEmpty()) {
            return withScratch(
                    entities,
                    answers,
                    "the database has no history of " + kept.tool().title());
        }
        refuseFailed(history.get());
        kept.requireHead(history.get(), dataSource());
        return comparison(dataSource(), entities, answers).get();
    }

    /** Returns the tool's history in the database; empty if it has none. */
    Optional<ForeignHistory> history() {
        try (Connection connection = dataSource().getConnection()) {
            return new ForeignHistoryReader(connection, Dialects.of(connection))
                    .read(
                            kept.tool(),
                            kept.tool()
                                    .table(context.retort().options().existing().histories()))
                    .filter(found -> !found.isEmpty() || !found.failed().isEmpty());
        } catch (SQLException failure) {
            throw new RetortException(
                    "Cannot read the history of " + kept.tool().title() + ": "
                            + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL),
                            " is correct."),
                    Secrets.withoutSecrets(failure));
        }
    }

    private void refuseFailed(ForeignHistory history) {
        if (!history.failed().isEmpty()) {
            throw KeptTool.notAtHead(
                    history.tool().title() + " recorded a failure in " + history.table(),
                    history.failed(),
                    "Correct it with " + history.tool().title() + " first.");
        }
    }

    private Difference withScratch(CapturedMetadata entities, @Nullable Answers answers, String reason) {
        progress.stage("creating an empty database");
        try (EmptyDatabase empty = EmptyDatabase.of(context)) {
            progress.stage("running the migrations of " + kept.tool().title() + " on an empty database");
            kept.migrate(empty.dataSource());
            return comparison(empty.dataSource(), entities, answers)
                    .counting(RowCounts.UNKNOWN)
                    .get()
                    .on(Basis.scratch(reason));
        } catch (SQLException failure) {
            throw new RetortException(
                    "Cannot run " + kept.tool().title() + " on an empty database: "
                            + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    "Check the migrations.",
                    Secrets.withoutSecrets(failure));
        }
    }

    private ToolComparison comparison(DataSource database, CapturedMetadata entities, @Nullable Answers answers) {
        UnitSettings settings = context.unit().settings();
        AcceptedDifferences accepted = accepted();
        accepted.remark().forEach(context::say);
        return new ToolComparison(
                        database,
                        entities,
                        kept.written(),
                        new TableFilter(settings.include(), settings.exclude()).excluding(accepted.patterns()))
                .leaving(histories())
                .reporting(progress)
                .asking(answers);
    }

    /** The tables of Flyway, Liquibase and Retort, with the names that the application gives them. */
    private List<QualifiedName> histories() {
        RetortOptions options = context.retort().options();
        List<QualifiedName> histories = new ArrayList<>(List.of(options.table()));
        histories.addAll(MigrationLock.lockTables(options.table()));
        for (MigrationTool tool : MigrationTool.values()) {
            histories.add(tool.table(options.existing().histories()));
        }
        Optional.ofNullable(context.application().getEnvironment().getProperty(LIQUIBASE_LOCK))
                .map(name -> new QualifiedName(null, name.strip()))
                .ifPresent(histories::add);
        return histories;
    }

    private DataSource dataSource() {
        return context.unit().database().dataSource();
    }

    /** The options of Retort's own revisions, which have no meaning in files of another tool. */
    static void refuseOptions(CommandLine line, MigrationTool tool) {
        String title = tool.title();
        if (tool == MigrationTool.FLYWAY && line.option("author").isPresent()) {
            throw CommandLine.usage("A script of Flyway has no author.", "Leave out the option --author.");
        }
        for (String option : List.of(
                "empty",
                "restore-drift",
                "head",
                "splice",
                "branch-label",
                "depends-on",
                "rev-id",
                "path",
                "offline",
                "database")) {
            if (line.option(option).isPresent()) {
                throw CommandLine.usage(
                        "The option --" + option + " has no meaning in a file for " + title + ".", "Leave it out.");
            }
        }
    }
}
