package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.author.SquashedHistory;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.question.Answers;
import io.retort.diff.question.DataStep;
import io.retort.diff.question.DataStepInterview;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.ConnectionDescription;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlMigration;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.HistorySchemaBuilder;
import io.retort.migration.Operations;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.Planner;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Target;
import io.retort.run.MigrationFailedException;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.source.RevisionCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Computes the revision that replaces a part of the history.
 *
 * <p>From the base, it creates the schema that the replaced revisions produce, and the rows that are kept. Then both ways
 * are built on an empty database and compared. A squash that follows another revision contains the operations of the
 * replaced revisions one after the other, because a database at that revision can have rows.
 *
 * <pre>{@code
 * SquashedHistory squashed = new HistorySquash(retort, dialect, answers, databases).of(null, null);
 * }</pre>
 */
public final class HistorySquash {

    private static final String PLACEHOLDER = "new";

    private final Retort retort;
    private final History history;
    private final Dialect dialect;
    private final Answers answers;
    private final @Nullable EmptyDatabases databases;

    /** Provides empty databases of the application's product. */
    @FunctionalInterface
    public interface EmptyDatabases {

        /**
         * Creates an empty database, calls the work with it, and removes it.
         *
         * @param work the work
         * @throws RetortException if no database can be created
         */
        void with(Consumer<DataSource> work);
    }

    /**
     * Creates a squash.
     *
     * @param retort the migration history and its options; its own database is not used
     * @param dialect the product
     * @param answers answers the questions about data steps
     * @param databases where both ways are built and compared; null to compare nothing
     */
    public HistorySquash(Retort retort, Dialect dialect, Answers answers, @Nullable EmptyDatabases databases) {
        this.retort = retort;
        this.history = retort.history();
        this.dialect = dialect;
        this.answers = answers;
        this.databases = databases;
    }

    /**
     * Computes the squash of the revisions up to a target.
     *
     * @param to the last revision to replace, as a target; null for the only head
     * @param from the revision before the first one to replace, as a target; null or {@code base} for none
     * @return the squash; never null
     * @throws RetortException if no single revision can replace these, or the squash builds another database
     * @throws io.retort.diff.question.UnansweredException if a question remains open
     */
    public SquashedHistory of(@Nullable String to, @Nullable String from) {
        Range range = range(to, from);
        requireSquashable(range);
        return range.first() == null ? fromBase(range) : fromRevision(range);
    }

    /**
     * The revisions to replace.
     *
     * @param first the revision before them; null for the base
     * @param before the revisions that come before them, in order
     * @param replaced the revisions, in order
     */
    private record Range(@Nullable RevisionInfo first, List<RevisionInfo> before, List<RevisionInfo> replaced) {

        List<String> parents() {
            return first == null ? List.of() : List.of(first.id());
        }
    }

    private Range range(@Nullable String to, @Nullable String from) {
        RevisionGraph graph = history.graph();
        Planner planner = new Planner(graph);
        RevisionInfo last = planner.resolveOne(to == null ? Target.HEAD : to)
                .orElseThrow(() -> usage("The base is not a revision that a squash can replace."));
        RevisionInfo first = from == null ? null : planner.resolveOne(from).orElse(null);
        List<RevisionInfo> before = first == null ? List.of() : graph.ancestors(List.of(first.id()), true);
        List<RevisionInfo> replaced = new ArrayList<>(graph.ancestors(List.of(last.id()), true));
        replaced.removeAll(before);
        if (replaced.size() < 2) {
            throw usage("There is nothing to squash: "
                    + (replaced.isEmpty() ? "no revision is" : replaced.get(0).describe() + " is the only revision")
                    + " between " + (first == null ? "the base" : first.describe()) + " and " + last.describe() + ".");
        }
        return new Range(first, before, replaced);
    }

    private static RetortException usage(String what) {
        return new RetortException(
                what,
                Advice.of("Run `", Advice.command("history"), "` to see which revisions there are, and name others: ")
                        .and(Advice.option("to", "<id>"), " and ", Advice.option("from", "<id>"), "."),
                ExitStatus.USAGE);
    }

    /** The rules are those that an application checks when it reads the squash. */
    private void requireSquashable(Range range) {
        List<RevisionInfo> all = new ArrayList<>(history.graph().all());
        all.add(new RevisionInfo(
                PLACEHOLDER,
                range.parents(),
                dependsOn(range),
                List.of(),
                "squash",
                null,
                true,
                PLACEHOLDER,
                List.of(),
                null,
                range.replaced().stream()
                        .map(revision -> new ReplacedRevision(revision.id(), revision.replaces()))
                        .toList()));
        try {
            RevisionGraph.of(all);
        } catch (InvalidHistoryException e) {
            throw new RetortException(
                    "No single revision can replace these " + range.replaced().size() + ": "
                            + e.defects().stream()
                                    .map(defect -> defect.message())
                                    .collect(Collectors.joining("; "))
                            + ".",
                    Advice.of(
                            "Squash up to another revision: ",
                            Advice.option("to", "<id>"),
                            ", or begin after another one: ",
                            Advice.option("from", "<id>"),
                            ". Heads can be merged before: ",
                            Advice.command("merge"),
                            "."),
                    ExitStatus.USAGE,
                    e);
        }
    }

    private List<String> dependsOn(Range range) {
        Set<String> inside = range.replaced().stream().map(RevisionInfo::id).collect(Collectors.toSet());
        return range.replaced().stream()
                .flatMap(revision -> history.graph().dependencies(revision.id()).stream())
                .map(RevisionInfo::id)
                .filter(id -> !inside.contains(id) && !range.parents().contains(id))
                .distinct()
                .toList();
    }

    private List<Operation> operations(RevisionInfo revision) {
        return Operations.saidBy(history.migration(revision.id(), dialect.syntax())::upgrade);
    }

    private SquashedHistory fromBase(Range range) {
        HistorySchemaBuilder builder = new HistorySchemaBuilder(dialect);
        List<SquashSteps.Step> all = new ArrayList<>();
        for (RevisionInfo revision : range.replaced()) {
            List<Operation> operations = operations(revision);
            boolean hasBlocks = history.migration(revision.id(), dialect.syntax()) instanceof SqlMigration;
            for (int i = 0; i < operations.size(); i++) {
                boolean isCustom = operations.get(i) instanceof CustomOperation;
                Snapshot before = isCustom ? builder.build().snapshot() : Snapshot.EMPTY;
                builder.apply(revision.id(), List.of(operations.get(i)));
                boolean inSchema = isCustom
                        ? !builder.build().snapshot().equals(before)
                        : hasBlocks && SquashSteps.isDeclaredBelow(operations.subList(i, operations.size()));
                all.add(new SquashSteps.Step(revision.id(), i + 1, operations.get(i), inSchema));
            }
        }
        HistorySchema computed = builder.build();
        refuseUnknown(computed);
        Snapshot schema = computed.snapshot();
        SquashSteps steps = new SquashSteps(dialect, schema, all);
        List<DataStep> kept = DataStepInterview.kept(steps.steps(), answers);
        List<Operation> creating = Differ.compare(new ComparisonContext(
                        Snapshot.EMPTY, schema, schema, name -> true, dialect.foreignKeysNeedIndexes()))
                .operations();
        Built built = databases == null
                ? new Built(all(creating, kept, steps), null, List.of())
                : proved(range, schema, creating, kept, steps, databases);
        return new SquashedHistory(
                range.replaced(),
                List.of(),
                dependsOn(range),
                built.operations(),
                null,
                true,
                schema.tables().size(),
                kept.stream().map(DataStep::describe).toList(),
                steps.steps().stream()
                        .filter(step -> !kept.contains(step))
                        .map(step -> "step " + step.describe())
                        .toList(),
                toCopy(kept),
                built.database(),
                built.emptied());
    }

    private static List<Operation> all(List<Operation> creating, List<DataStep> kept, SquashSteps steps) {
        List<Operation> all = new ArrayList<>(creating);
        kept.forEach(step -> all.add(copied(step, steps.operation(step))));
        return all;
    }

    private static Operation copied(DataStep step, Operation operation) {
        return operation instanceof DataOperation.Work work ? new CopiedWork(step.revision(), work) : operation;
    }

    private static List<String> toCopy(List<DataStep> kept) {
        return kept.stream()
                .filter(step -> step.operation() instanceof DataOperation.Work)
                .map(step -> "the Java code of step " + step.subject() + " into the new file ("
                        + step.operation().describe() + ")")
                .toList();
    }

    private static void refuseUnknown(HistorySchema computed) {
        if (computed.unknown().isEmpty()) {
            return;
        }
        String objects = computed.unknown().entrySet().stream()
                .map(unknown -> unknown.getKey() + " (" + unknown.getValue().statement() + " in revision "
                        + unknown.getValue().revision() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        throw new RetortException(
                "SQL changes these objects without declaring how, so the squash cannot create them: " + objects + ".",
                Advice.of(
                        "Declare what the statements do, with `means` or `-- means:`; ",
                        Advice.command("replay"),
                        " prints the missing declarations."));
    }

    /**
     * A squash that was built.
     *
     * @param operations the operations of the upgrade
     * @param database the product; null if nothing was built
     * @param emptied the tables whose rows are no longer there
     */
    private record Built(
            List<Operation> operations, @Nullable String database, List<String> emptied) {}

    private Built proved(
            Range range,
            Snapshot schema,
            List<Operation> creating,
            List<DataStep> kept,
            SquashSteps steps,
            EmptyDatabases places) {
        Set<QualifiedName> rows = tablesWithRows(kept, steps);
        List<Built> built = new ArrayList<>();
        places.with(first -> {
            Retort before = release(first, codes(range.replaced()));
            run(first, before, range, kept);
            SquashProof expected = read(first, schema);
            List<Operation> all = new ArrayList<>(withRows(first, creating, rows, expected.schema()));
            kept.stream()
                    .filter(step -> !rows.contains(steps.table(step)))
                    .forEach(step -> all.add(copied(step, steps.operation(step))));
            places.with(second -> {
                Retort squash = release(second, List.of(code(range, all, reversed(all))));
                run(second, squash, range, kept);
                SquashProof found = read(second, schema);
                refuseDifferences(expected.differences(found, rows));
                squash.downgrade("base");
                run(second, squash, range, kept);
                refuseDifferences(
                        found.differences(read(second, schema), found.rows().keySet()));
                built.add(new Built(all, expected.database(), expected.emptied(found)));
            });
        });
        return built.get(0);
    }

    /** A table is kept as a whole: rows that one step inserts cannot be distinguished from those of another one. */
    private static Set<QualifiedName> tablesWithRows(List<DataStep> kept, SquashSteps steps) {
        Set<QualifiedName> tables = new LinkedHashSet<>();
        for (DataStep step : kept) {
            QualifiedName table = steps.table(step);
            if (table != null && step.proposal() == DataStep.Proposal.KEEP) {
                tables.add(table);
            }
        }
        for (DataStep step : steps.steps()) {
            QualifiedName table = steps.table(step);
            if (table != null
                    && step.proposal() == DataStep.Proposal.KEEP
                    && tables.contains(table)
                    && !kept.contains(step)) {
                throw new RetortException(
                        "Step " + step.subject() + " inserts rows into " + table
                                + " and is dropped, but other steps that" + " insert rows into this table are kept.",
                        Advice.of("Keep or drop all of them."),
                        ExitStatus.USAGE);
            }
        }
        return tables;
    }

    private List<Operation> withRows(
            DataSource database, List<Operation> creating, Set<QualifiedName> tables, Snapshot live) {
        try (Connection connection = database.getConnection()) {
            return new ReferenceRows(
                            connection,
                            dialect,
                            live,
                            OwnedSequences.read(connection, dialect).in(live))
                    .after(
                            creating,
                            tables.stream().map(QualifiedName::toString).toList(),
                            List.of());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private SquashProof read(DataSource database, Snapshot schema) {
        try (Connection connection = database.getConnection()) {
            return SquashProof.read(connection, retort, schema);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static RetortException unreadable(SQLException e) {
        return new RetortException(
                "Cannot read the empty database: " + e.getMessage(), "Check that its server is running.", e);
    }

    private Retort release(DataSource database, Collection<RevisionCode> revisions) {
        List<RevisionCode> release = List.copyOf(revisions);
        return Retort.on(database, List.of(() -> release)).with(retort.options());
    }

    private List<RevisionCode> codes(Collection<RevisionInfo> revisions) {
        Map<String, RevisionCode> codes = history.code();
        return revisions.stream()
                .map(revision -> {
                    RevisionCode code = Objects.requireNonNull(codes.get(revision.id()), revision.id());
                    return new RevisionCode(revision, code.migration(), code.phase());
                })
                .toList();
    }

    private static RevisionCode code(Range range, List<Operation> up, List<Operation> down) {
        RevisionInfo info = new RevisionInfo(
                PLACEHOLDER, range.parents(), List.of(), List.of(), "squash", null, isTransactional(range), "squash");
        return new RevisionCode(info, () -> new SquashProof.Given(up, down));
    }

    private static boolean isTransactional(Range range) {
        return range.first() == null || range.replaced().stream().allMatch(RevisionInfo::transactional);
    }

    private static List<Operation> reversed(List<Operation> operations) {
        List<Operation> back = Operation.reverse(operations)
                .orElseThrow(() -> new RetortException(
                        "A kept step cannot be reverted, so that the squash would have no downgrade: "
                                + operations.stream()
                                        .filter(operation -> operation.reverse().isEmpty())
                                        .map(Operation::describe)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Give the step a reverse in its revision, or drop it."));
        return Operation.indexesGoWithTheirTable(back).stream()
                .filter(operation -> !(operation instanceof DataOperation.Delete))
                .toList();
    }

    private static void run(DataSource database, Retort release, Range range, List<DataStep> kept) {
        try {
            release.upgrade("heads");
        } catch (MigrationFailedException failure) {
            boolean isSquash = failure.revision().id().equals(PLACEHOLDER);
            String what = failure.what() + System.lineSeparator() + "It ran on the empty database "
                    + description(database) + ", not on the database of the application. No file is written.";
            throw isSquash
                    ? notBuilt(what, range, kept, failure)
                    : new RetortException(
                            "The replaced revisions cannot be built on an empty database." + System.lineSeparator()
                                    + what,
                            "Correct the revision, then squash again.",
                            failure);
        }
    }

    private static RetortException notBuilt(
            String what, Range range, List<DataStep> kept, MigrationFailedException failure) {
        String steps = kept.stream()
                .map(step -> System.lineSeparator() + "  " + step.describe())
                .collect(Collectors.joining());
        return new RetortException(
                "The squash cannot be built on an empty database." + System.lineSeparator() + what
                        + (steps.isEmpty() ? "" : System.lineSeparator() + "It contains these kept steps:" + steps),
                steps.isEmpty()
                        ? Advice.of("Correct the replaced revision that contains the statement, then squash again.")
                        : Advice.of(
                                "If the statement is that of a kept step, the step does not fit the schema and the rows"
                                        + " after all " + range.replaced().size() + " revisions. Drop it: ",
                                Advice.option("drop", "<step>"),
                                ". If an empty database needs it, add it to the new file by hand."),
                failure);
    }

    private static String description(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return ConnectionDescription.of(connection);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static void refuseDifferences(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new RetortException(
                    "The squash builds another database than the revisions that it replaces. No file is written. It"
                            + " lacks:"
                            + differences.stream()
                                    .map(line -> System.lineSeparator() + "  " + line)
                                    .collect(Collectors.joining()),
                    Advice.of(
                            "If a dropped step is the reason, keep it. If a revision does something else than it declares,"
                                    + " find out which one: ",
                            Advice.command("replay"),
                            "."),
                    ExitStatus.DIFFERENCES);
        }
    }

    /** A database at the revision before can have rows, so that every step is needed in its place. */
    private SquashedHistory fromRevision(Range range) {
        List<Operation> up = new ArrayList<>();
        List<Operation> inFile = new ArrayList<>();
        List<String> toCopy = new ArrayList<>();
        for (RevisionInfo revision : range.replaced()) {
            List<Operation> operations = operations(revision);
            for (int i = 0; i < operations.size(); i++) {
                DataStep step = new DataStep(revision.id(), i + 1, operations.get(i), DataStep.Proposal.KEEP, "");
                up.add(operations.get(i));
                inFile.add(copied(step, operations.get(i)));
                toCopy.addAll(toCopy(List.of(step)));
            }
        }
        List<Operation> down = downgrades(range);
        String database = databases == null ? null : compared(range, up, down, databases);
        return new SquashedHistory(
                range.replaced(),
                range.parents(),
                dependsOn(range),
                inFile,
                down.stream()
                        .map(operation -> copied(stepOf(range, operation), operation))
                        .toList(),
                isTransactional(range),
                up.stream().filter(TableOperation.Create.class::isInstance).count(),
                List.of(),
                List.of(),
                toCopy,
                database,
                List.of());
    }

    /** The downgrades, last first; empty if one of them is refused, so that the downgrade of the squash is, too. */
    private List<Operation> downgrades(Range range) {
        List<Operation> down = new ArrayList<>();
        List<RevisionInfo> newestFirst = new ArrayList<>(range.replaced());
        Collections.reverse(newestFirst);
        try {
            for (RevisionInfo revision : newestFirst) {
                down.addAll(Operations.saidBy(history.migration(revision.id(), dialect.syntax())::downgrade));
            }
        } catch (RetortException irreversible) {
            return List.of();
        }
        return down;
    }

    private static DataStep stepOf(Range range, Operation operation) {
        String last = range.replaced().get(range.replaced().size() - 1).id();
        return new DataStep(last, 1, operation, DataStep.Proposal.KEEP, "");
    }

    private String compared(Range range, List<Operation> up, List<Operation> down, EmptyDatabases places) {
        List<String> found = new ArrayList<>();
        HistorySchemaBuilder builder = new HistorySchemaBuilder(dialect);
        Stream.concat(range.before().stream(), range.replaced().stream())
                .forEach(revision -> builder.apply(revision.id(), operations(revision)));
        Snapshot schema = builder.build().snapshot();
        places.with(first -> {
            List<RevisionInfo> all = new ArrayList<>(range.before());
            all.addAll(range.replaced());
            run(first, release(first, codes(all)), range, List.of());
            SquashProof expected = read(first, schema);
            places.with(second -> {
                List<RevisionCode> release = new ArrayList<>(codes(range.before()));
                release.add(code(range, up, down));
                run(second, release(second, release), range, List.of());
                refuseDifferences(expected.differences(
                        read(second, schema), expected.rows().keySet()));
                found.add(expected.database());
            });
        });
        return found.get(0);
    }
}
