package io.retort.boot.command;

import io.retort.Retort;
import io.retort.boot.autoconfigure.UnitSettings;
import io.retort.boot.autoconfigure.properties.RevisionProperties;
import io.retort.dialect.Dialect;
import io.retort.diff.DatabaseAdoption;
import io.retort.diff.ModelComparison;
import io.retort.diff.TableFilter;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.Conventions;
import io.retort.diff.author.Difference;
import io.retort.diff.author.EntitySources;
import io.retort.diff.author.FilePattern;
import io.retort.diff.author.Format;
import io.retort.diff.author.Hook;
import io.retort.diff.author.OperationForms;
import io.retort.diff.author.SourceTree;
import io.retort.diff.internal.model.DeclaringClasses;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.internal.dialect.Dialects;
import io.retort.lint.DatabaseSizes;
import io.retort.migration.RevisionRewriter;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Creates {@link Authoring} for a command, with the unit's database, entities and source tree.
 */
final class AuthoringFactory {

    private final ToolContext context;
    private final ComparisonProgress progress;

    /**
     * @param context the command's context
     * @param progress receives how far a comparison is
     */
    AuthoringFactory(ToolContext context, ComparisonProgress progress) {
        this.context = context;
        this.progress = progress;
    }

    ComparisonProgress progress() {
        return progress;
    }

    AuthoringFactory(ToolContext context) {
        this(context, ComparisonProgress.NONE);
    }

    /** Returns a copy whose comparisons report how far they are. */
    AuthoringFactory reporting(ComparisonProgress shown) {
        return new AuthoringFactory(context, shown);
    }

    /** Returns whether there are entities to compare. One of several units may have none. */
    boolean hasEntities() {
        return new UnitEntities(context.unit(), context.models()).isPresent();
    }

    /** Returns whether no database is used, because none answers or the command says so. */
    boolean isOffline() {
        return hasEntities() && !context.models().isEmpty()
                ? entities().withoutDatabase() != null
                : context.line().has("offline");
    }

    /** Returns authoring that writes no files and asks no questions. */
    Authoring authoring() {
        return authoring(RecordedProduct.tree(context.application().getEnvironment()), null);
    }

    /**
     * Returns authoring that writes to the given source tree and asks {@code answers}, or asks no questions if it is
     * null.
     */
    Authoring authoring(SourceTree tree, @Nullable Answers answers) {
        Retort retort = context.retort();
        return new Authoring(retort, tree, this::dialect, () -> difference(retort, answers), sources(retort))
                .writing(new WrittenForms(retort, this::sizes));
    }

    /** Returns the sizes for which a new revision is written and judged; null for those of the connected database. */
    @Nullable
    DatabaseSizes sizes(Difference difference) {
        boolean connected = difference.basis().isDatabase();
        Supplier<Dialect> product = () -> connected ? dialect() : OfflineDialect.of(context);
        return LintCommand.sizesFor(product, context)
                .orElseGet(() ->
                        connected ? null : DatabaseSizes.unknown(product.get().name()));
    }

    /** Returns the forms of operations in files of another tool, in whose database Retort has applied nothing. */
    OperationForms toolForms() {
        AtomicReference<@Nullable DatabaseSizes> read = new AtomicReference<>();
        return new WrittenForms(
                context.retort(),
                difference -> read.updateAndGet(sizes -> sizes == null ? toolSizes(difference) : sizes));
    }

    private DatabaseSizes toolSizes(Difference difference) {
        return LintCommand.sizesFor(this::dialect, context)
                .orElseGet(() -> difference.basis().isDatabase()
                        ? context.retort().sizes()
                        : DatabaseSizes.unknown(dialect().name()));
    }

    private EntitySources sources(Retort retort) {
        Set<String> revisions =
                retort.graph().all().stream().map(RevisionInfo::location).collect(Collectors.toSet());
        return new GitEntitySources(
                new Git(Path.of("")), revisions, () -> DeclaringClasses.of(entities(), dialect(), null));
    }

    /**
     * Returns the adoption of the connected database.
     *
     * @throws RetortException if no database answers
     */
    DatabaseAdoption adoption() {
        String withoutDatabase = entities().withoutDatabase();
        if (withoutDatabase != null) {
            throw new RetortException(
                    "There is no database to adopt: " + withoutDatabase + ".",
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL),
                            " is correct."));
        }
        UnitSettings settings = context.unit().settings();
        return new DatabaseAdoption(dataSource(), entities(), context.retort())
                .within(new TableFilter(settings.include(), settings.exclude()))
                .reporting(progress)
                .taking(context.line().list("take"))
                .withRows(context.line().list("rows"));
    }

    /** Returns the locations of revisions as folders of the project. */
    Locations locations() {
        return new Locations(
                context.unit().settings().locations(),
                folder("retort.sources", "src/main/java"),
                folder("retort.resources", "src/main/resources"));
    }

    /**
     * Returns the format and location of the new file.
     *
     * @throws RetortException if there is no such format, or if another tool runs all migrations of the application
     */
    OutputLocation site() {
        KeptTool.requireNone(context.application().getEnvironment());
        UnitSettings settings = context.unit().settings();
        Path java = folder("retort.sources", "src/main/java");
        Path resources = folder("retort.resources", "src/main/resources");
        Locations locations = locations();
        Optional<Format> format =
                context.line().option("format").or(this::configuredFormat).map(name -> Format.named(name, this::typed));
        String location = locations.choose(context.line().option("path"), format);
        Path folder = locations.folder(location);
        return new OutputLocation(
                Locations.formatOf(location),
                new SourceTree(
                        Path.of(""),
                        java,
                        location,
                        folder,
                        conventions(settings.common().getRevision())));
    }

    /** Only the command {@code revision} writes files of other tools. */
    private Advice typed(String format) {
        CommandLine line = context.line();
        boolean own = Stream.of(Format.values()).anyMatch(known -> known.name().equalsIgnoreCase(format));
        if (own || line.command().equals("revision")) {
            return line.withValue("format", format);
        }
        List<Advice> options = new ArrayList<>();
        line.option("message").ifPresent(message -> options.add(Advice.quoted("message", message)));
        options.add(Advice.option("format", format));
        return Advice.command("revision", options.toArray(Advice[]::new));
    }

    /** A path decides the format, as without the property. */
    private Optional<String> configuredFormat() {
        return context.line().option("path").isPresent()
                ? Optional.empty()
                : Optional.ofNullable(
                        context.unit().settings().common().getRevision().getFormat());
    }

    private static Conventions conventions(RevisionProperties properties) {
        return new Conventions(
                new FilePattern(properties.getFilePattern(), properties.getSlugLength()),
                properties.getIdLength(),
                properties.getTimeZone(),
                properties.getHooks().stream().map(Hook::new).toList());
    }

    private Path folder(String property, String usual) {
        return Path.of(context.application().getEnvironment().getProperty(property, usual));
    }

    private Dialect offline() {
        return RecordedProduct.of(context).dialect();
    }

    /** Returns the product of the unit. */
    Dialect dialect() {
        if (isOffline()) {
            return offline();
        }
        try (Connection connection = dataSource().getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + Secrets.maskLogin(String.valueOf(e.getMessage())),
                    Advice.of("Check ", Advice.dataSource(Login.URL), "."),
                    Secrets.withoutSecrets(e));
        }
    }

    private Difference difference(Retort retort, @Nullable Answers answers) {
        if (context.models().isEmpty()) {
            return new Difference(List.of(), List.of(), List.of(), false);
        }
        UnitSettings settings = context.unit().settings();
        AcceptedDifferences accepted = AcceptedDifferences.of(settings.common());
        List<String> remark = accepted.remark();
        remark.forEach(context::say);
        TableFilter filter = new TableFilter(settings.include(), settings.exclude()).excluding(accepted.patterns());
        Difference difference = new ModelComparison(dataSource(), entities(), retort, filter, answers, this::offline)
                .restoringDrift(context.line().has("restore-drift"))
                .reporting(progress)
                .get();
        List<String> warnings = new ArrayList<>(accepted.warnings(difference.unmatched()));
        warnings.addAll(OtherProduct.warnings(context, difference));
        warnings.forEach(warning -> context.say("Warning: " + warning));
        return inJson(inJson(difference, remark, context), warnings, context).rewritten(this::rewritten);
    }

    /** JSON output contains as remarks what text output says before the result. */
    static Difference inJson(Difference difference, List<String> sentences, ToolContext context) {
        Difference remarked = difference;
        for (String sentence : context.line().has("json") ? sentences : List.<String>of()) {
            remarked = remarked.limited(sentence);
        }
        return remarked;
    }

    /** The application's rewriters apply in order, each to the result of the one before. */
    List<Operation> rewritten(List<Operation> found) {
        List<Operation> operations = found;
        for (RevisionRewriter rewriter : context.application()
                .getBeanProvider(RevisionRewriter.class)
                .orderedStream()
                .toList()) {
            operations = rewriter.rewrite(operations);
        }
        return operations;
    }

    private DataSource dataSource() {
        return context.unit().database().dataSource();
    }

    /**
     * Returns the entities of the unit. With a single entity manager factory and a single unit, its data source does
     * not matter.
     */
    private CapturedMetadata entities() {
        return new UnitEntities(context.unit(), context.models()).get();
    }
}
