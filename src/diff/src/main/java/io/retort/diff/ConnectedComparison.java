package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.author.Arbitration;
import io.retort.diff.author.ComparisonCaveats;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.compare.CandidateTables;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.internal.compare.UnmanagedObject;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.interview.Interview;
import io.retort.diff.internal.model.EntityHierarchies;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.internal.model.JavaColumns;
import io.retort.diff.internal.model.JavaNames;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.CountedRows;
import io.retort.diff.question.RowCounts;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.Operation;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison of entities with one connected database: what both sides contain, and what follows from it.
 *
 * <p>{@link #read} reads both sides, and lets the database spell the tables of the model that are not obviously equal.
 * {@link #compare} finds the operations, and completes them one pass after another.
 */
final class ConnectedComparison {

    private static final String RESTORING =
            "The first statements restore what was changed by hand. They do nothing in a"
                    + " database without the change, and a downgrade does not revert them.";

    private final EntityComparison comparison;
    private final CapturedMetadata metadata;
    private final Connection connection;
    private final ComparisonProgress progress;
    private final Dialect dialect;
    private final Inspector inspector;
    private final HistoryOwnership history;
    private final ComparisonInput input;
    private final Snapshot wanted;
    private final Scratch scratch;
    private final RejectedDefinitions rejected;
    private final OwnedSequences owned;

    private ConnectedComparison(EntityComparison comparison, Connection connection, ComparisonProgress progress)
            throws SQLException {
        this.comparison = comparison;
        this.metadata = comparison.metadata();
        this.connection = connection;
        this.progress = progress;
        this.dialect = Dialects.of(connection);
        ComparedProduct product = ComparedProduct.of(dialect);
        this.inspector = product.inspector(dialect);
        this.history =
                HistoryOwnership.of(History.read(comparison.retort().sources()), dialect.identifiers(), progress);
        progress.stage("reading the schema of the database");
        this.input = ComparisonInput.read(connection, dialect, inspector, metadata.metadata(), history);
        CandidateTables candidates = CandidateTables.between(input.live(), model().snapshot())
                .within(comparison.filter())
                .about(!model().structures().isEmpty());
        this.scratch = candidates.isEmpty()
                ? Scratch.EMPTY
                : product.scratchSchema(dialect)
                        .reporting(progress)
                        .read(connection, metadata.metadata(), inspector, candidates.tables()::contains);
        this.wanted = candidates.wanted(input.live(), model().snapshot(), scratch.snapshot());
        this.rejected = RejectedDefinitions.of(scratch, candidates, wanted);
        this.owned = OwnedSequences.read(connection, dialect);
    }

    /**
     * Reads the entities and the database.
     *
     * @throws RetortException if the database cannot be read, or rejects a definition of a table that exists
     */
    static ConnectedComparison read(EntityComparison comparison, Connection connection, ComparisonProgress progress)
            throws SQLException {
        ConnectedComparison read = new ConnectedComparison(comparison, connection, progress);
        read.rejected.requirePossible(read.input.live());
        return read;
    }

    private HibernateModel model() {
        return input.model();
    }

    /**
     * Compares them.
     *
     * @param arbitrated whether differences on which entities and history agree are drift, and no operations
     * @param restoring whether the operations begin with those that restore the drift
     */
    Difference compare(boolean arbitrated, boolean restoring) throws SQLException {
        DriftDetection detection = detection(arbitrated);
        List<String> conflicts = arbitrated ? detection.conflicts() : List.of();
        if (!conflicts.isEmpty()) {
            throw new ConflictingChangesException(conflicts);
        }
        List<Operation> changed = arbitrated ? detection.drift() : List.of();
        List<Operation> drift = changed.isEmpty() ? changed : numbered(changed);
        List<SchemaObject> foreign = foreign(detection);
        progress.pause();
        Comparison found = found(detection.without(changed, foreign));
        List<Operation> operations = completed(found);
        MissingSchemas missing = MissingSchemas.of(operations, connection, dialect.identifiers());
        List<Operation> restored = restoring ? new DriftRestoration(dialect, input.live()).of(drift) : List.of();
        return new Difference(
                        joined(restored, checked(found, missing.before(operations, dialect.identifiers()))),
                        caveats(found, missing),
                        notOurs(found, foreign),
                        !model().snapshot().tables().isEmpty(),
                        HibernateModel.madeWith(metadata, dialect),
                        joined(restored.isEmpty() ? List.of() : List.of(RESTORING), remarks(found, operations)))
                .arbitrated(arbitrated ? arbitration(detection, drift, restoring) : Arbitration.NONE)
                .unmatched(comparison.filter().unmatched(input.live(), wanted, model().snapshot()));
    }

    private DriftDetection detection(boolean arbitrated) {
        ComparisonContext everything = new EntitySchemas(
                        dialect, metadata, comparison.retort(), comparison.filter(), owned)
                .between(input.live(), model().snapshot(), rejected, history);
        progress.stage("comparing with the history");
        HistorySchema schema = arbitrated
                ? HistorySchema.of(History.read(comparison.retort().sources()), dialect)
                : HistorySchema.EMPTY;
        return new DriftDetection(everything, schema, model().snapshot());
    }

    /** A column that an answer names is not ignored. */
    private List<SchemaObject> foreign(DriftDetection detection) {
        Answers answers = comparison.answers();
        return detection.foreign().stream()
                .filter(column -> answers == null || !Interview.isNamed(answers, column.owner() + "." + column.name()))
                .toList();
    }

    private Comparison found(ComparisonContext context) throws SQLException {
        Answers answers = comparison.answers();
        if (answers == null) {
            return Differ.compareManaged(context);
        }
        String schema = ComparisonInput.currentSchema(connection);
        RowCounts rows = comparison.rows();
        return new Interview(
                        dialect,
                        rows == null ? new CountedRows(connection, dialect).reporting(progress) : rows,
                        answers,
                        JavaNames.of(metadata.metadata(), dialect, schema),
                        JavaColumns.of(metadata.metadata(), dialect, schema),
                        EntityHierarchies.of(metadata.metadata(), dialect, schema),
                        operations -> operations.isEmpty()
                                ? List.of()
                                : DependentObjectRemarks.of(dialect, connection).changes(operations),
                        operations -> UnvalidatedConstraints.in(operations, dialect, connection))
                .compare(context);
    }

    /** Each pass needs what the earlier ones have completed. */
    private List<Operation> completed(Comparison found) throws SQLException {
        List<Operation> operations = numbered(found.operations());
        operations = UnvalidatedConstraints.in(operations, dialect, connection);
        operations = new CreationTexts(dialect, history::created).in(operations);
        operations = FullIndexes.in(operations, dialect, () -> inspector.indexDefinitions(connection, input.scope()));
        operations = new TableRebuilds(dialect::needsRebuild).in(operations, input.live());
        operations = owned.separated(operations, input.live(), wanted);
        return NewStructures.before(operations, model().structures(), scratch, dialect.identifiers());
    }

    /** Adds the initial rows of new tables, and makes new sequences start after the numbers already in use. */
    private List<Operation> numbered(List<Operation> found) throws SQLException {
        List<Operation> operations = InitialRows.with(found, model().firstRows());
        String schema = ComparisonInput.currentSchema(connection);
        RowCounts rows = comparison.rows();
        return new NumberContinuation(
                        dialect,
                        input.live(),
                        () -> HibernateModel.numberSources(metadata.metadata(), dialect, schema),
                        rows == null ? new CountedRows(connection, dialect)::values : rows::values)
                .in(operations);
    }

    private List<Operation> checked(Comparison found, List<Operation> operations) {
        return new RowChecks(found.operations(), dialect).around(operations);
    }

    private Arbitration arbitration(DriftDetection detection, List<Operation> drift, boolean restoring) {
        return new Arbitration(
                restoring ? List.of() : detection.restored(drift, input.live(), dialect, connection, progress),
                detection.missing(),
                comparison.retort().graph().all().isEmpty());
    }

    private List<String> remarks(Comparison found, List<Operation> operations) {
        List<String> remarks = new ArrayList<>(found.remarks());
        if (!operations.isEmpty()) {
            remarks.addAll(DependentObjectRemarks.of(dialect, connection).on(operations));
        }
        return remarks;
    }

    /** Tables, sequences and types come first, then the objects within tables. */
    private static List<String> notOurs(Comparison found, List<SchemaObject> foreign) {
        List<String> names = new ArrayList<>(KnownTables.grouped(found.notOurs()));
        found.unmanaged().stream()
                .filter(object -> !object.isTemporary())
                .forEach(object -> names.add(object.toString()));
        foreign.forEach(column -> names.add("column " + column.owner() + "." + column.name()));
        return names;
    }

    private ComparisonCaveats caveats(Comparison found, MissingSchemas missing) {
        List<String> skipped = new ArrayList<>(found.skipped());
        skipped.addAll(missing.describe());
        skipped.addAll(rejected.describe(scratch));
        List<String> limits = new ArrayList<>(HibernateModel.leftOut(metadata.metadata(), dialect));
        limits.addAll(scratch.leftOut());
        limits.addAll(new UnenforcedObjects(dialect, connection, wanted).remarks());
        List<String> temporary = found.unmanaged().stream()
                .filter(UnmanagedObject::isTemporary)
                .map(UnmanagedObject::subject)
                .toList();
        return new ComparisonCaveats(skipped, found.kept(), limits, temporary);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
