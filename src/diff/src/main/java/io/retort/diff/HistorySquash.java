package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.SquashBuild.Built;
import io.retort.diff.author.SquashedHistory;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.interview.DataStep;
import io.retort.diff.internal.interview.DataStepInterview;
import io.retort.diff.question.Answers;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlMigration;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.HistorySchemaBuilder;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.revision.RevisionInfo;
import io.retort.run.RunListener;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private final Retort retort;
    private final History history;
    private final Dialect dialect;
    private final Answers answers;
    private final @Nullable EmptyDatabases databases;
    private final RunListener listener;

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
        this(retort, dialect, answers, databases, RunListener.SILENT);
    }

    private HistorySquash(
            Retort retort, Dialect dialect, Answers answers, @Nullable EmptyDatabases databases, RunListener listener) {
        this.retort = retort;
        this.history = History.read(retort.sources());
        this.dialect = dialect;
        this.answers = answers;
        this.databases = databases;
        this.listener = listener;
    }

    /**
     * Returns a copy that reports the runs on the empty databases. The listeners of the history are not notified, because
     * these runs are not theirs.
     *
     * @param runs the listener; never null
     * @return the squash that reports
     */
    public HistorySquash reporting(RunListener runs) {
        return new HistorySquash(retort, dialect, answers, databases, runs);
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
        SquashRange range = SquashRange.of(history.graph(), to, from);
        return range.first() == null ? fromBase(range) : fromRevision(range);
    }

    private List<Operation> operations(RevisionInfo revision) {
        return Operations.collect(history.migration(revision.id(), dialect.syntax())::upgrade);
    }

    private SquashedHistory fromBase(SquashRange range) {
        HistorySchemaBuilder builder = new HistorySchemaBuilder(dialect);
        List<SquashSteps.Step> all = new ArrayList<>();
        for (RevisionInfo revision : range.replaced()) {
            all.addAll(steps(revision, builder));
        }
        HistorySchema computed = builder.build();
        refuseUnknown(computed);
        Snapshot schema = computed.snapshot();
        SquashSteps steps = new SquashSteps(dialect, schema, all);
        List<DataStep> kept = DataStepInterview.kept(steps.steps(), answers);
        Set<QualifiedName> rows = databases == null ? new LinkedHashSet<>() : tablesWithRows(kept, steps);
        Built built = built(range, schema, steps, kept, rows);
        return new SquashedHistory(
                range.replaced(),
                List.of(),
                range.dependsOn(),
                built.operations(),
                null,
                true,
                schema.tables().size(),
                kept.stream().map(step -> kept(step, rows, steps)).toList(),
                steps.steps().stream()
                        .filter(step -> !kept.contains(step))
                        .map(step -> "step " + step.describe())
                        .toList(),
                toCopy(kept),
                built.database(),
                built.emptied());
    }

    /** Adds the operations of a revision to the schema, and returns them with whether the schema contains their effect. */
    private List<SquashSteps.Step> steps(RevisionInfo revision, HistorySchemaBuilder builder) {
        List<SquashSteps.Step> steps = new ArrayList<>();
        List<Operation> operations = operations(revision);
        boolean hasBlocks = history.migration(revision.id(), dialect.syntax()) instanceof SqlMigration;
        for (int i = 0; i < operations.size(); i++) {
            boolean isCustom = operations.get(i) instanceof CustomOperation;
            Snapshot before = isCustom ? builder.build().snapshot() : Snapshot.EMPTY;
            builder.apply(revision.id(), List.of(operations.get(i)));
            boolean inSchema = isCustom
                    ? !builder.build().snapshot().equals(before)
                    : SquashSteps.isDeclared(operations.subList(i, operations.size()), hasBlocks);
            steps.add(new SquashSteps.Step(revision.id(), i + 1, operations.get(i), inSchema));
        }
        return steps;
    }

    private Built built(
            SquashRange range, Snapshot schema, SquashSteps steps, List<DataStep> kept, Set<QualifiedName> rows) {
        List<Operation> creating = Differ.compare(new ComparisonContext(
                        Snapshot.EMPTY, schema, schema, name -> true, dialect.foreignKeysNeedIndexes()))
                .operations();
        List<Operation> others = kept.stream()
                .filter(step -> !rows.contains(steps.table(step)))
                .map(step -> copied(step.revision(), steps.operation(step)))
                .toList();
        return databases == null
                ? new Built(Stream.concat(creating.stream(), others.stream()).toList(), null, List.of())
                : new SquashBuild(retort, dialect, range, kept, databases, listener)
                        .fromBase(schema, creating, rows, others);
    }

    /** A change to rows that are read after all revisions is in them, and not in the file. */
    private static String kept(DataStep step, Set<QualifiedName> rows, SquashSteps steps) {
        QualifiedName table = steps.table(step);
        return step.describe()
                + (step.proposal() == DataStep.Proposal.DROP && rows.contains(table)
                        ? " (not in the file: the kept rows of " + table + " contain its result)"
                        : "");
    }

    private static Operation copied(String revision, Operation operation) {
        return operation instanceof DataOperation.Work work ? new CopiedWork(revision, work) : operation;
    }

    private static List<String> toCopy(List<DataStep> kept) {
        return toCopy(kept, step -> "step " + step.subject());
    }

    private static List<String> toCopy(List<DataStep> steps, Function<DataStep, String> place) {
        return steps.stream()
                .filter(step -> step.operation() instanceof DataOperation.Work)
                .map(step -> "the Java code of " + place.apply(step) + " into the new file ("
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

    /** A database at the revision before can have rows, so that every step is needed in its place. */
    private SquashedHistory fromRevision(SquashRange range) {
        List<DataStep> up = new ArrayList<>();
        for (RevisionInfo revision : range.replaced()) {
            up.addAll(steps(revision, operations(revision)));
        }
        List<DataStep> down = downgrades(range);
        List<String> toCopy = new ArrayList<>(toCopy(up));
        toCopy.addAll(toCopy(down, step -> "the downgrade of " + step.revision()));
        return new SquashedHistory(
                range.replaced(),
                range.parents(),
                range.dependsOn(),
                copied(up),
                copied(down),
                range.isTransactional(),
                up.stream()
                        .filter(step -> step.operation() instanceof TableOperation.Create)
                        .count(),
                List.of(),
                List.of(),
                toCopy,
                databases == null ? null : compared(range, up, down, databases),
                List.of());
    }

    private static List<DataStep> steps(RevisionInfo revision, List<Operation> operations) {
        return IntStream.range(0, operations.size())
                .mapToObj(i -> new DataStep(revision.id(), i + 1, operations.get(i), DataStep.Proposal.KEEP, ""))
                .toList();
    }

    private static List<Operation> copied(List<DataStep> steps) {
        return steps.stream()
                .map(step -> copied(step.revision(), step.operation()))
                .toList();
    }

    /** The downgrades, last first; empty if one of them is refused, so that the downgrade of the squash is, too. */
    private List<DataStep> downgrades(SquashRange range) {
        List<DataStep> down = new ArrayList<>();
        List<RevisionInfo> newestFirst = new ArrayList<>(range.replaced());
        Collections.reverse(newestFirst);
        try {
            for (RevisionInfo revision : newestFirst) {
                Migration migration = history.migration(revision.id(), dialect.syntax());
                down.addAll(steps(revision, Operations.collect(migration::downgrade)));
            }
        } catch (RetortException irreversible) {
            return List.of();
        }
        return down;
    }

    private String compared(SquashRange range, List<DataStep> up, List<DataStep> down, EmptyDatabases places) {
        HistorySchemaBuilder builder = new HistorySchemaBuilder(dialect);
        Stream.concat(range.before().stream(), range.replaced().stream())
                .forEach(revision -> builder.apply(revision.id(), operations(revision)));
        return new SquashBuild(retort, dialect, range, List.of(), places, listener)
                .fromRevision(builder.build().snapshot(), plain(up), plain(down));
    }

    private static List<Operation> plain(List<DataStep> steps) {
        return steps.stream().map(DataStep::operation).toList();
    }
}
