package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.interview.Interview;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.RowCounts;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.AdoptionMark;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Column;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares the mapped entities with a database that another tool migrates.
 *
 * <p>Objects that a script of Retort created can be changed and dropped. In tables that an entity maps, so can all
 * columns. Everything else belongs to scripts that people wrote: tables that no entity maps, and indexes, constraints,
 * defaults and comments. A table that an answer names can be dropped or renamed, too.
 */
public final class ToolComparison implements Supplier<Difference> {

    private static final String FOUND = "found";

    private final DataSource dataSource;
    private final CapturedMetadata metadata;
    private final RevisionSource written;
    private final TableFilter filter;
    private final @Nullable Answers answers;
    private final @Nullable RowCounts rows;
    private final List<QualifiedName> histories;
    private final ComparisonProgress progress;

    /**
     * Creates a comparison that asks no questions.
     *
     * @param dataSource the database, in which the tool has run all its migrations
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param written what the scripts that Retort wrote for the tool create
     * @param filter the tables, sequences and types to compare
     */
    public ToolComparison(
            DataSource dataSource, CapturedMetadata metadata, RevisionSource written, TableFilter filter) {
        this(dataSource, metadata, written, filter, null, null, List.of(), ComparisonProgress.NONE);
    }

    private ToolComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            RevisionSource written,
            TableFilter filter,
            @Nullable Answers answers,
            @Nullable RowCounts rows,
            List<QualifiedName> histories,
            ComparisonProgress progress) {
        this.dataSource = dataSource;
        this.metadata = metadata;
        this.written = written;
        this.filter = filter;
        this.answers = answers;
        this.rows = rows;
        this.histories = List.copyOf(histories);
        this.progress = progress;
    }

    /**
     * Returns a copy of this comparison that asks questions; null to ask none.
     *
     * @param who answers the questions
     */
    public ToolComparison asking(@Nullable Answers who) {
        return new ToolComparison(dataSource, metadata, written, filter, who, rows, histories, progress);
    }

    /**
     * Returns a copy of this comparison whose questions mention other rows than those of the database.
     *
     * @param counted counts rows; never null
     */
    public ToolComparison counting(RowCounts counted) {
        return new ToolComparison(dataSource, metadata, written, filter, answers, counted, histories, progress);
    }

    /**
     * Returns a copy of this comparison that leaves tables alone, in whichever schema they are. No answer can drop or
     * rename one of them. The usual names of these tables are known without this method.
     *
     * @param tables the tables in which migration tools keep their history; never null
     */
    public ToolComparison leaving(List<QualifiedName> tables) {
        return new ToolComparison(dataSource, metadata, written, filter, answers, rows, tables, progress);
    }

    /**
     * Returns a copy of this comparison that reports how far it is.
     *
     * @param shown receives how far the comparison is; never null
     */
    public ToolComparison reporting(ComparisonProgress shown) {
        return new ToolComparison(dataSource, metadata, written, filter, answers, rows, histories, shown);
    }

    /**
     * Reads the entities and the database, and compares them.
     *
     * @return the difference; never null
     * @throws RetortException if the database cannot be read
     * @throws io.retort.diff.question.UnansweredException if a question remains unanswered
     */
    @Override
    public Difference get() {
        List<Table> found = found();
        Retort history = Retort.on(dataSource, List.of(() -> revisions(found)));
        EntityComparison comparison = new EntityComparison(dataSource, metadata, history, withoutHistories(), answers);
        return (rows == null ? comparison : comparison.counting(rows)).reported(progress);
    }

    /** The tables that an entity maps, or that an answer names, as far as they belong to all scripts together. */
    private List<Table> found() {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            ComparisonInput input = ComparisonInput.read(
                    connection,
                    dialect,
                    ComparedProduct.of(dialect).inspector(dialect),
                    metadata.metadata(),
                    HistoryOwnership.of(
                            History.read(Retort.on(dataSource, List.of(written)).sources()),
                            dialect.identifiers(),
                            progress));
            return notWritten(input.live().tables().stream()
                    .filter(table ->
                            input.model().snapshot().table(table.name()).isPresent() || isNamed(table))
                    .toList());
        } catch (SQLException failure) {
            throw new RetortException(
                    "Cannot compare entities and database: " + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                            " are correct."),
                    Secrets.withoutSecrets(failure));
        }
    }

    /** Histories with usual names are listed as not managed. */
    private TableFilter withoutHistories() {
        return filter.excluding(histories.stream()
                .filter(table -> !KnownTables.isHistory(table))
                .map(ToolComparison::text)
                .toList());
    }

    private boolean isNamed(Table table) {
        if (answers == null) {
            return false;
        }
        String name = table.name().toString();
        if (!isHistory(table.name())) {
            return Interview.isNamed(answers, name);
        }
        if (answers.names(name)) {
            throw new RetortException(
                    name + " is the history of a migration tool. Retort does not change it.",
                    "Leave out the answer that names it.",
                    ExitStatus.USAGE);
        }
        return false;
    }

    private boolean isHistory(QualifiedName table) {
        return KnownTables.isHistory(table)
                || histories.stream().anyMatch(history -> text(history).equalsIgnoreCase(text(table)));
    }

    private static String text(QualifiedName table) {
        return Identifier.parse(table.name()).text();
    }

    /** Without the tables and columns that the scripts of Retort create, because these own more than columns. */
    private List<Table> notWritten(List<Table> live) {
        Snapshot created = replayed(List.of());
        List<Table> others = live.stream()
                .filter(table -> created.table(table.name()).isEmpty())
                .toList();
        Snapshot added = replayed(
                others.stream().map(table -> with(table.name(), List.of())).toList());
        return others.stream()
                .map(table -> with(table.name(), without(table, added)))
                .toList();
    }

    private static List<Column> without(Table table, Snapshot added) {
        List<String> names = added.table(table.name()).map(Table::columns).orElse(List.of()).stream()
                .map(Column::name)
                .toList();
        return table.columns().stream()
                .filter(column -> !names.contains(column.name()))
                .toList();
    }

    private static Table with(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), null);
    }

    /** The schema after all scripts of Retort, if they begin with these tables. */
    private Snapshot replayed(List<Table> tables) {
        CreatedObjects created = new CreatedObjects(new Snapshot(tables, List.of(), List.of()));
        for (RevisionCode revision : written.revisions()) {
            Operations.collect(revision.migration().get()::upgrade).forEach(created::apply);
        }
        return created.schema();
    }

    /** The first revision has the tables as they were found; it owns their columns only. */
    private List<RevisionCode> revisions(List<Table> found) {
        RevisionInfo base = new RevisionInfo(
                FOUND,
                List.of(),
                List.of(),
                List.of(),
                "what the database has",
                null,
                true,
                "the database",
                List.of(),
                new AdoptionMark(Origin.SCHEMA, "", ""),
                List.of());
        List<RevisionCode> revisions = new ArrayList<>();
        revisions.add(new RevisionCode(base, () -> new Found(found)));
        written.revisions().forEach(revision -> revisions.add(after(revision)));
        return revisions;
    }

    private static RevisionCode after(RevisionCode revision) {
        RevisionInfo info = revision.info();
        return info.isBase()
                ? new RevisionCode(
                        new RevisionInfo(
                                info.id(),
                                List.of(FOUND),
                                List.of(),
                                List.of(),
                                info.message(),
                                info.created(),
                                true,
                                info.location()),
                        revision.migration())
                : revision;
    }

    private record Found(List<Table> tables) implements Migration {

        @Override
        public void upgrade(Operations op) {
            tables.forEach(table ->
                    op.createTable(table.name().toString(), table.columns().toArray(Table.Element[]::new)));
        }

        @Override
        public void downgrade(Operations op) {
            // never run
        }
    }
}
