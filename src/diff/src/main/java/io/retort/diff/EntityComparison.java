package io.retort.diff;

import io.retort.Retort;
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
import io.retort.diff.internal.model.CapturedMetadata;
import io.retort.diff.internal.model.EntityHierarchies;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.internal.model.JavaColumns;
import io.retort.diff.internal.model.JavaNames;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.progress.ComparisonProgress;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.diff.question.Answers;
import io.retort.diff.question.CountedRows;
import io.retort.diff.question.Interview;
import io.retort.diff.question.RowCounts;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.Operation;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares the mapped entities with a database and returns the {@link Difference} as operations.
 *
 * <p>Reading the entities needs a scratch schema only where the database must normalise the model first. The comparison
 * does not change the tables of the application.
 *
 * <pre>{@code
 * Difference difference = new EntityComparison(dataSource, metadata, retort)
 *         .within(new TableFilter(List.of(), List.of("legacy_*")))
 *         .asking(answers)
 *         .get();
 * }</pre>
 */
public final class EntityComparison implements Supplier<Difference> {

    private static final String RESTORING =
            "The first statements restore what was changed by hand. They do nothing in a"
                    + " database without the change, and a downgrade does not revert them.";

    private final DataSource dataSource;
    private final CapturedMetadata metadata;
    private final Retort retort;
    private final TableFilter filter;
    private final @Nullable Answers answers;
    private final @Nullable RowCounts rows;

    /**
     * Creates a comparison.
     *
     * @param dataSource the database to compare with
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history; objects that its revisions created can be dropped
     * @param filter the tables, sequences and types to compare
     * @param answers answers the questions that a comparison alone cannot decide, such as renames; null to ask nothing and
     *     report the plain difference
     * @param rows counts the rows that a change concerns; null to count those of the database
     */
    public EntityComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers,
            @Nullable RowCounts rows) {
        this.dataSource = dataSource;
        this.metadata = metadata;
        this.retort = retort;
        this.filter = filter;
        this.answers = answers;
        this.rows = rows;
    }

    /**
     * Creates a comparison whose questions mention the rows of the database.
     *
     * @param dataSource the database to compare with
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history
     * @param filter the tables, sequences and types to compare
     * @param answers answers questions; null to ask none
     */
    public EntityComparison(
            DataSource dataSource,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers) {
        this(dataSource, metadata, retort, filter, answers, null);
    }

    /**
     * Creates a comparison of all tables that asks no questions.
     *
     * @param dataSource the database to compare with
     * @param metadata the metadata of the persistence unit, bound for the database's product
     * @param retort the migration history
     */
    public EntityComparison(DataSource dataSource, CapturedMetadata metadata, Retort retort) {
        this(dataSource, metadata, retort, TableFilter.NONE, null);
    }

    /**
     * Returns a copy of this comparison that is limited to some tables, sequences and types.
     *
     * @param tables the filter; never null
     * @return the limited comparison
     */
    public EntityComparison within(TableFilter tables) {
        return new EntityComparison(dataSource, metadata, retort, tables, answers, rows);
    }

    /**
     * Returns a copy of this comparison that asks questions. A rename is then no longer reported as a drop and an
     * addition, and existing rows get values for columns that need one.
     *
     * @param who answers the questions; never null
     * @return the comparison with questions
     */
    public EntityComparison asking(Answers who) {
        return new EntityComparison(dataSource, metadata, retort, filter, who, rows);
    }

    /**
     * Returns a copy of this comparison whose questions mention other rows than those of the database.
     *
     * @param counted counts rows; never null
     */
    public EntityComparison counting(RowCounts counted) {
        return new EntityComparison(dataSource, metadata, retort, filter, answers, counted);
    }

    /**
     * Reads the entities and the database, and compares them.
     *
     * @return the difference; never null
     * @throws RetortException if the database cannot be read, or if no scratch schema can be created in it
     * @throws io.retort.diff.question.UnansweredException if a question remains unanswered
     */
    @Override
    public Difference get() {
        return get(false, false, ComparisonProgress.NONE);
    }

    /**
     * Compares as {@link #get()}, with the history as arbiter: differences on which entities and history agree are drift,
     * which {@link Difference#arbitration} lists and the operations do not contain.
     *
     * @param restoring whether the operations begin with those that restore the drift
     * @param progress receives how far the comparison is
     */
    Difference arbitrated(boolean restoring, ComparisonProgress progress) {
        return get(true, restoring, progress);
    }

    /**
     * Compares as {@link #get()}.
     *
     * @param progress receives how far the comparison is
     */
    Difference reported(ComparisonProgress progress) {
        return get(false, false, progress);
    }

    private Difference get(boolean arbitrated, boolean restoring, ComparisonProgress progress) {
        try (Connection connection = dataSource.getConnection()) {
            return compare(connection, arbitrated, restoring, progress);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot compare entities and database: " + e.getMessage(),
                    Advice.of(
                            "Check that the database is running, and that ",
                            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                            " are correct."),
                    e);
        }
    }

    private Difference compare(
            Connection connection, boolean arbitrated, boolean restoring, ComparisonProgress progress)
            throws SQLException {
        Dialect dialect = Dialects.of(connection);
        ComparedProduct product = ComparedProduct.of(dialect);
        Inspector inspector = product.inspector(dialect);
        HistoryOwnership history = HistoryOwnership.of(retort.history(), dialect.identifiers(), progress);
        progress.stage("reading the schema of the database");
        ComparisonInput sides = ComparisonInput.read(connection, dialect, inspector, metadata.metadata(), history);
        HibernateModel model = sides.model();
        Snapshot live = sides.live();
        CandidateTables doubts = CandidateTables.between(live, model.snapshot())
                .within(filter)
                .about(!model.structures().isEmpty());
        Scratch scratch = doubts.isEmpty()
                ? Scratch.EMPTY
                : product.scratchSchema(dialect)
                        .reporting(progress)
                        .read(connection, metadata.metadata(), inspector, doubts.tables()::contains);
        Snapshot wanted = doubts.wanted(live, model.snapshot(), scratch.snapshot());
        RejectedDefinitions refused = RejectedDefinitions.of(scratch, doubts, wanted);
        refused.requirePossible(live);
        OwnedSequences owned = OwnedSequences.read(connection, dialect);
        ComparisonContext everything = new EntitySchemas(dialect, metadata, retort, filter, owned)
                .between(live, model.snapshot(), refused, history);
        progress.stage("comparing with the history");
        DriftDetection detection = new DriftDetection(
                everything,
                arbitrated ? HistorySchema.of(retort.history(), dialect) : HistorySchema.EMPTY,
                model.snapshot());
        List<Operation> drift = arbitrated ? detection.drift() : List.of();
        List<SchemaObject> foreign = detection.foreign().stream()
                .filter(column -> answers == null || !Interview.isNamed(answers, column.owner() + "." + column.name()))
                .toList();
        ComparisonContext schemas = detection.without(drift, foreign);
        progress.pause();
        Comparison found = answers == null
                ? Differ.compareManaged(schemas)
                : new Interview(
                                dialect,
                                rows == null ? new CountedRows(connection, dialect).reporting(progress) : rows,
                                answers,
                                javaNames(connection, dialect),
                                javaColumns(connection, dialect),
                                EntityHierarchies.of(
                                        metadata.metadata(), dialect, ComparisonInput.currentSchema(connection)),
                                operations -> operations.isEmpty()
                                        ? List.of()
                                        : DependentObjectRemarks.of(dialect, connection)
                                                .changes(operations),
                                operations -> UnvalidatedConstraints.in(operations, dialect, connection))
                        .compare(schemas);
        List<Operation> numbered = numbered(found, sides, dialect, connection);
        List<Operation> operations = new CreationTexts(dialect, history::created)
                .in(UnvalidatedConstraints.in(numbered, dialect, connection));
        operations = FullIndexes.in(operations, dialect, () -> inspector.indexDefinitions(connection, sides.scope()));
        operations = new TableRebuilds(dialect::needsRebuild).in(operations, live);
        operations = owned.separated(operations, live, wanted);
        operations = NewStructures.before(operations, model.structures(), scratch, dialect.identifiers());
        MissingSchemas missing = MissingSchemas.of(operations, connection, dialect.identifiers());
        List<Operation> restored = restoring ? new DriftRestoration(dialect, live).of(drift) : List.of();
        return new Difference(
                        joined(
                                restored,
                                new RowChecks(found.operations(), dialect)
                                        .around(missing.before(operations, dialect.identifiers()))),
                        caveats(found, scratch, refused, missing),
                        notOurs(found, foreign),
                        !model.snapshot().tables().isEmpty(),
                        HibernateModel.madeWith(metadata, dialect),
                        joined(
                                restored.isEmpty() ? List.of() : List.of(RESTORING),
                                remarks(found, operations, connection, dialect)))
                .arbitrated(
                        arbitrated
                                ? new Arbitration(
                                        restoring ? List.of() : DriftDetection.restored(drift, live, dialect),
                                        detection.missing(),
                                        retort.graph().all().isEmpty())
                                : Arbitration.NONE)
                .unmatched(filter.unmatched(live, wanted, model.snapshot()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> remarks(
            Comparison found, List<Operation> operations, Connection connection, Dialect dialect) {
        List<String> remarks = new ArrayList<>(found.remarks());
        if (!operations.isEmpty()) {
            remarks.addAll(DependentObjectRemarks.of(dialect, connection).on(operations));
        }
        return remarks;
    }

    /** Adds the initial rows of new tables, and makes new sequences start after the numbers already in use. */
    private List<Operation> numbered(Comparison found, ComparisonInput sides, Dialect dialect, Connection connection)
            throws SQLException {
        List<Operation> operations =
                InitialRows.with(found.operations(), sides.model().firstRows());
        String schema = ComparisonInput.currentSchema(connection);
        return new NumberContinuation(
                        dialect,
                        sides.live(),
                        () -> HibernateModel.numberSources(metadata.metadata(), dialect, schema),
                        rows == null ? new CountedRows(connection, dialect)::values : rows::values)
                .in(operations);
    }

    private Map<String, String> javaNames(Connection connection, Dialect dialect) throws SQLException {
        return JavaNames.of(metadata.metadata(), dialect, ComparisonInput.currentSchema(connection));
    }

    private Map<String, JavaColumn> javaColumns(Connection connection, Dialect dialect) throws SQLException {
        return JavaColumns.of(metadata.metadata(), dialect, ComparisonInput.currentSchema(connection));
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

    private ComparisonCaveats caveats(
            Comparison found, Scratch scratch, RejectedDefinitions refused, MissingSchemas missing) {
        List<String> skipped = new ArrayList<>(found.skipped());
        skipped.addAll(missing.describe());
        skipped.addAll(refused.describe(scratch));
        List<String> limits = new ArrayList<>(HibernateModel.leftOut(metadata.metadata()));
        limits.addAll(scratch.leftOut());
        List<String> temporary = found.unmanaged().stream()
                .filter(UnmanagedObject::isTemporary)
                .map(UnmanagedObject::subject)
                .toList();
        return new ComparisonCaveats(skipped, found.kept(), limits, temporary);
    }
}
