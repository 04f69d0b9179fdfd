package io.retort.diff.author;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.Status;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.prepare.ConflictCheck;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.revision.AdoptionMark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Entry point for writing revisions. Each method implements a command.
 *
 * <p>The comparison is the most expensive step. It runs last, after the request has been validated.
 */
public final class Authoring {

    /** The message of a draft until its operations are known. */
    private static final String UNNAMED = "changes";

    private final Retort retort;
    private final SourceTree tree;
    private final Supplier<Dialect> dialect;
    private final Supplier<Difference> comparison;
    private final EntitySources sources;
    private final OperationForms forms;

    /**
     * Creates authoring.
     *
     * @param retort the migration history and the database
     * @param tree the folders and conventions of the project
     * @param dialect supplies the dialect; called only if a revision contains statements in SQL
     * @param comparison compares the entities with the database or the history; called only if it is needed
     * @param sources knows how the sources of the entities changed
     * @param forms chooses how the operations of a difference are written
     */
    public Authoring(
            Retort retort,
            SourceTree tree,
            Supplier<Dialect> dialect,
            Supplier<Difference> comparison,
            EntitySources sources,
            OperationForms forms) {
        this.retort = retort;
        this.tree = tree;
        this.dialect = dialect;
        this.comparison = comparison;
        this.sources = sources;
        this.forms = forms;
    }

    /**
     * Creates authoring that does not know how the sources of the entities changed.
     *
     * @param retort the migration history and the database
     * @param tree the folders and conventions of the project
     * @param dialect supplies the dialect; called only if a revision contains statements in SQL
     * @param comparison compares the entities with the database or the history; called only if it is needed
     */
    public Authoring(Retort retort, SourceTree tree, Supplier<Dialect> dialect, Supplier<Difference> comparison) {
        this(retort, tree, dialect, comparison, EntitySources.UNKNOWN);
    }

    /**
     * Creates authoring that writes the operations as the comparison found them.
     *
     * @param retort the migration history and the database
     * @param tree the folders and conventions of the project
     * @param dialect supplies the dialect; called only if a revision contains statements in SQL
     * @param comparison compares the entities with the database or the history; called only if it is needed
     * @param sources knows how the sources of the entities changed
     */
    public Authoring(
            Retort retort,
            SourceTree tree,
            Supplier<Dialect> dialect,
            Supplier<Difference> comparison,
            EntitySources sources) {
        this(retort, tree, dialect, comparison, sources, OperationForms.PLAIN);
    }

    /**
     * Returns a copy that writes operations in other forms.
     *
     * @param others chooses how the operations of a difference are written
     */
    public Authoring writing(OperationForms others) {
        return new Authoring(retort, tree, dialect, comparison, sources, others);
    }

    /**
     * Writes the next revision: the changes of the entities, or an empty revision.
     *
     * @param request the options of the command; never null
     * @return the result, which has no file if nothing changed
     * @throws RetortException if an option is invalid, there is no entity, or the request does not accept an operation
     *     that cannot be reversed
     */
    public RevisionResult revision(RevisionRequest request) {
        requireMessage(request);
        return revision(request, operations -> Objects.requireNonNull(request.message()));
    }

    /**
     * Writes the next revision, with a message for its changes if the request has none.
     *
     * @param request the options of the command; never null
     * @param message returns the message of a revision for the operations of its upgrade
     * @return the result, which has no file if nothing changed
     * @throws RetortException if an option is invalid, there is no entity, or the request does not accept an operation
     *     that cannot be reversed
     */
    public RevisionResult revision(RevisionRequest request, Function<List<Operation>, String> message) {
        Draft draft = draft(request);
        if (request.empty()) {
            return write(draft, request.format(), Difference.none(), List.of());
        }
        Difference difference = difference();
        List<Operation> operations = difference.operations();
        if (operations.isEmpty()) {
            return RevisionResult.nothing(difference);
        }
        refuseIncomplete(difference.arbitration());
        if (isBlank(request.message())) {
            draft = draft.saying(message.apply(operations));
        }
        boolean oneWay = request.irreversible() && Operation.reverse(operations).isEmpty();
        Draft filled = written(
                (oneWay ? draft.oneWay(operations) : draft.reversibleInPart(operations))
                        .writing(all -> forms.of(all, difference)),
                request.format());
        List<String> remarks = new ArrayList<>(difference.remarks());
        remarks.addAll(forms.remarks(filled.up(), difference));
        return write(
                filled.madeWith(difference.madeWith()).remarking(remarks),
                request.format(),
                explained(difference).rewritten(all -> forms.of(all, difference)),
                List.of());
    }

    /**
     * Leaves out the reverse of statements in an upgrade that no failure can interrupt, of statements that change nothing, and
     * in an SQL file, which cannot contain it.
     */
    private Draft written(Draft draft, Format format) {
        if (format == Format.SQL || draft.up().stream().noneMatch(DataOperation.Execute.class::isInstance)) {
            return draft.withoutReverses(execute -> true);
        }
        Dialect product = dialect.get();
        boolean interruptible = !product.transactionalDdl()
                || !draft.transactional()
                || draft.up().stream().anyMatch(DataOperation.Backfill.class::isInstance);
        return draft.withoutReverses(execute -> !interruptible || isCheck(execute, product));
    }

    private static boolean isCheck(DataOperation.Execute execute, Dialect product) {
        String only = execute.isNothing() ? String.valueOf(execute.undo()) : execute.sql();
        return product.messageOfCheck(only).isPresent();
    }

    /**
     * Writes a merge revision, which joins several heads without changing the schema.
     *
     * @param request the options of the command; never null
     * @param declared returns the upgrade operations of a revision by id, to warn if the branches change the same tables
     * @return the result, with the new file
     * @throws RetortException if an option is invalid
     */
    public RevisionResult merge(MergeRequest request, Function<String, List<Operation>> declared) {
        RevisionPlacement placement = placement();
        List<String> heads = placement.joined(request.revisions());
        String given = request.message();
        String message = given == null || isBlank(given) ? "merge " + String.join(" and ", heads) : given;
        Draft draft = Draft.empty(placement.id(request.revId()), heads, message, Instant.now())
                .dependingOn(placement.dependencies(request.dependsOn()))
                .labelled(placement.labels(request.branchLabel()));
        List<String> remarks = new ConflictCheck(placement.graph(), declared).remarks(heads);
        return write(draft, request.format(), Difference.none(), remarks);
    }

    /**
     * Writes the base revision for an existing database.
     *
     * @param request the options of the command; never null
     * @param adoption reads the database; called only if the request is valid
     * @return the result, with the new file
     * @throws RetortException if the application or the database already has revisions, there is no entity, or the
     *     database has no table of an entity
     */
    public AdoptionResult adopt(AdoptionRequest request, Supplier<AdoptedSchema> adoption) {
        requireNoRevisions();
        AdoptedSchema schema = adoption.get();
        if (!schema.hasEntities()) {
            throw noEntity();
        }
        if (schema.tables() == 0) {
            throw new RetortException(
                    "The database has no table of an entity, so there is nothing to adopt.",
                    Advice.of(
                            "Check that ",
                            Advice.dataSource(Login.URL),
                            " names the database. To create the tables: ",
                            Advice.command("revision", Advice.quoted("message", "create first tables"))));
        }
        RevisionPlacement placement = placement();
        AdoptionMark mark = Objects.requireNonNull(AdoptionMark.parse(schema.mark(), "the new revision"));
        String given = request.message();
        String message = given == null || isBlank(given) ? "adopt " + mark.describe() : given;
        Draft draft = Draft.empty(placement.id(request.revId()), List.of(), message, Instant.now())
                .reversing(schema.operations())
                .withoutDeletes()
                .madeWith(schema.madeWith())
                .adopting(mark);
        RevisionResult written = write(draft, request.format(), Difference.none(), schema.remarks());
        return new AdoptionResult(Objects.requireNonNull(written.file()), draft, schema, written.remarks());
    }

    /**
     * Writes a revision that replaces others.
     *
     * @param request the options of the command; never null
     * @param history the replaced revisions; called only if the request is valid
     * @return the result, with the new file
     * @throws RetortException if an option is invalid
     */
    public SquashResult squash(SquashRequest request, Supplier<SquashedHistory> history) {
        String id = placement().id(request.revId());
        SquashedHistory squashed = history.get();
        int count = squashed.count();
        String given = request.message();
        String message = given == null || isBlank(given)
                ? "squash of " + count + (count == 1 ? " revision" : " revisions")
                : given;
        List<Operation> down = squashed.down();
        List<Operation> up = request.format() == Format.SQL ? inSql(squashed.up()) : squashed.up();
        Draft empty = Draft.empty(id, squashed.parents(), message, Instant.now())
                .dependingOn(squashed.dependsOn())
                .labelled(squashed.labels())
                .replacing(squashed.entries(), dropped(squashed));
        Draft draft = down == null ? empty.reversing(up).withoutDeletes() : empty.running(up, down);
        RevisionResult written = write(
                squashed.transactional() ? draft : draft.outsideTransaction(),
                request.format(),
                Difference.none(),
                List.of());
        return new SquashResult(Objects.requireNonNull(written.file()), draft, squashed, written.remarks());
    }

    /** An SQL file contains rows as statements, which expect no number of rows. */
    private List<Operation> inSql(List<Operation> operations) {
        List<Operation> statements = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof DataOperation.Insert insert) {
                insert.sql(dialect.get().ddl()).stream()
                        .filter(Statement.Sql.class::isInstance)
                        .map(sql -> sql.requireSql().text())
                        .map(sql -> new DataOperation.Execute(sql, DataOperation.Execute.NOTHING, List.of()))
                        .forEach(statements::add);
            } else {
                statements.add(operation);
            }
        }
        return statements;
    }

    private static List<String> dropped(SquashedHistory squashed) {
        List<String> lines = new ArrayList<>();
        if (!squashed.dropped().isEmpty()) {
            lines.add("Dropped steps of the replaced revisions");
            lines.addAll(squashed.dropped());
        }
        return lines;
    }

    private void requireNoRevisions() {
        int revisions = retort.graph().all().size();
        if (revisions > 0) {
            throw new RetortException(
                    "The application already has " + revisions + (revisions == 1 ? " revision" : " revisions")
                            + ", and only the first revision can adopt a database.",
                    Advice.of(
                            "To record its revisions as applied to this database without running them: ",
                            Advice.command("stamp", Advice.target("head")),
                            ". To adopt it again, delete the revision files first."));
        }
        Status status =
                retort.with(retort.options().withAhead(AheadPolicy.ALLOW)).status();
        if (!status.applied().isEmpty()) {
            throw new RetortException(
                    "The database already has a history of Retort: "
                            + status.applied().get(0).describe()
                            + (status.applied().size() == 1 ? "" : " and others")
                            + ". This application has no revisions.",
                    Advice.of(
                            "Check that ",
                            Advice.dataSource(Login.URL),
                            " names the database of this application, and that the revision files are in the project."));
        }
    }

    /**
     * Compares the entities without writing a file.
     *
     * @return the result; never null
     * @throws RetortException if there is no entity
     */
    public CheckResult check() {
        Difference difference = difference();
        return new CheckResult(difference.operations().isEmpty() ? difference : explained(difference));
    }

    /** A first revision with the differences only would fail on an empty database. */
    private static void refuseIncomplete(Arbitration arbitration) {
        int tables = arbitration.missing().size();
        if (arbitration.adoptable() && tables > 0) {
            throw new RetortException(
                    "The database already has " + tables + " of the entities' tables, and no revision creates them. A"
                            + " first revision that contains only the differences fails on an empty database.",
                    Advice.of(
                            "To describe this database in the first revision: ",
                            Advice.command("adopt"),
                            ". To create everything that the entities declare: ",
                            Advice.command(
                                    "revision",
                                    Advice.quoted("message", "create first tables"),
                                    Advice.option("offline")),
                            "."));
        }
    }

    static void requireMessage(RevisionRequest request) {
        if (isBlank(request.message())) {
            throw new RetortException(
                    "A revision needs a message that describes the change.",
                    Advice.of(
                            "Describe it in a few words: ",
                            Advice.command("revision", Advice.quoted("message", "add email to user"))),
                    ExitStatus.USAGE);
        }
    }

    private Draft draft(RevisionRequest request) {
        RevisionPlacement placement = placement();
        List<String> parents = placement.parents(request.head(), request.splice());
        return Draft.empty(placement.id(request.revId()), parents, message(request), Instant.now())
                .dependingOn(placement.dependencies(request.dependsOn()))
                .labelled(placement.labels(request.branchLabel()));
    }

    private static String message(RevisionRequest request) {
        String given = request.message();
        return given == null || isBlank(given) ? UNNAMED : given;
    }

    private Difference difference() {
        Difference difference = comparison.get();
        if (!difference.hasEntities()) {
            throw noEntity();
        }
        return difference;
    }

    static RetortException noEntity() {
        return new RetortException(
                "There is no entity to compare.",
                Advice.of(
                        "Check that your classes have @Entity and that @EntityScan (or the package of the main class)"
                                + " includes them. For a revision without entities: ",
                        Advice.option("empty"),
                        "."));
    }

    /** A new version of Hibernate can cause differences that no change of an entity explains. */
    private Difference explained(Difference difference) {
        String madeWith = difference.madeWith();
        if (madeWith == null) {
            return difference;
        }
        String now = GeneratorInfo.library(madeWith);
        return GeneratorInfo.latest(retort.graph(), tree)
                .map(origin -> {
                    Difference noted = difference.remarking(otherProduct(difference, origin, madeWith));
                    return origin.library().equals(now) ? noted : explained(noted, origin, now);
                })
                .orElse(difference);
    }

    /** Only a comparison of two models can differ because each was made for another product. */
    private static List<String> otherProduct(Difference difference, GeneratorInfo.Origin origin, String madeWith) {
        Optional<TargetProduct> before = GeneratorInfo.product(origin.madeWith());
        Optional<TargetProduct> now = GeneratorInfo.product(madeWith);
        if (difference.basis().isDatabase()
                || before.isEmpty()
                || now.isEmpty()
                || before.get().name().equals(now.get().name())) {
            return List.of();
        }
        return List.of("Revision " + origin.revision() + " was written for " + before.get()
                + ", and the entities were read for " + now.get()
                + ". Types and names can differ for this reason alone.");
    }

    private Difference explained(Difference difference, GeneratorInfo.Origin origin, String now) {
        EntitySources.Changes changes = sources.since(origin.file());
        if (!changes.known()) {
            return difference.remarking(List.of("The previous revisions were written with " + origin.library()
                    + ", this one with " + now
                    + ". Differences without a change in an entity come from the new version: read its migration guide."
                    + (changes.limit().isEmpty() ? "" : " " + changes.limit())));
        }
        List<Operation> caused =
                difference.operations().stream().filter(changes.isUnchanged()).toList();
        return caused.isEmpty()
                ? difference
                : difference.arbitrated(difference
                        .arbitration()
                        .updating(new LibraryUpdate(origin.library(), now, origin.revision(), caused)));
    }

    private RevisionResult write(Draft draft, Format format, Difference difference, List<String> remarks) {
        RevisionFile text = format == Format.JAVA
                ? new JavaWriter(tree).write(draft)
                : new SqlWriter(tree, dialect.get()).write(draft);
        Path file = tree.write(text);
        List<String> all = new ArrayList<>(remarks);
        tree.runHooks(file).forEach(command -> all.add("ran " + command));
        return new RevisionResult(file, draft, difference, all);
    }

    private RevisionPlacement placement() {
        return new RevisionPlacement(retort.graph(), tree.conventions().idLength());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || Draft.onOneLine(text).isEmpty();
    }
}
