package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.author.Arbitration;
import io.retort.diff.author.Arbitration.UndeclaredObject;
import io.retort.diff.author.ComparisonCaveats;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.internal.interview.Interview;
import io.retort.diff.internal.model.EntityHierarchies;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.internal.model.JavaColumns;
import io.retort.diff.internal.model.JavaNames;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.diff.question.RowCounts;
import io.retort.internal.history.History;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.HistorySchema.Unknown;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.revision.RevisionGraph;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the mapped entities with the schema that the revisions produce. It needs no database: what the revisions
 * declare is compared with what the entities declare, in the same portable types.
 *
 * <p>What only a database could decide is reported as skipped: tables that SQL of a revision changes and does not declare,
 * and composite types that differ.
 *
 * <pre>{@code
 * Difference difference = new HistoryComparison(dialect, metadata, retort).get();
 * }</pre>
 */
public final class HistoryComparison implements Supplier<Difference> {

    private final Dialect dialect;
    private final CapturedMetadata metadata;
    private final Retort retort;
    private final TableFilter filter;
    private final @Nullable Answers answers;
    private final RowCounts rows;
    private final ComparisonProgress progress;

    /**
     * Creates a comparison of all tables that asks no questions and counts no rows.
     *
     * @param dialect the product for which the metadata was built and the revisions are read
     * @param metadata the metadata of the persistence unit
     * @param retort the migration history; its database is not used
     */
    public HistoryComparison(Dialect dialect, CapturedMetadata metadata, Retort retort) {
        this(dialect, metadata, retort, TableFilter.NONE, null, RowCounts.UNKNOWN, ComparisonProgress.NONE);
    }

    private HistoryComparison(
            Dialect dialect,
            CapturedMetadata metadata,
            Retort retort,
            TableFilter filter,
            @Nullable Answers answers,
            RowCounts rows,
            ComparisonProgress progress) {
        this.dialect = dialect;
        this.metadata = metadata;
        this.retort = retort;
        this.filter = filter;
        this.answers = answers;
        this.rows = rows;
        this.progress = progress;
    }

    /**
     * Returns a copy of this comparison that is limited to some tables, sequences and types.
     *
     * @param tables the filter; never null
     */
    public HistoryComparison within(TableFilter tables) {
        return new HistoryComparison(dialect, metadata, retort, tables, answers, rows, progress);
    }

    /**
     * Returns a copy of this comparison that asks questions; null to ask none.
     *
     * @param who answers the questions
     */
    public HistoryComparison asking(@Nullable Answers who) {
        return new HistoryComparison(dialect, metadata, retort, filter, who, rows, progress);
    }

    /**
     * Returns a copy of this comparison whose questions mention how many rows a database has. Without it, each question
     * is asked as if there were rows.
     *
     * @param counted counts rows; never null
     */
    public HistoryComparison counting(RowCounts counted) {
        return new HistoryComparison(dialect, metadata, retort, filter, answers, counted, progress);
    }

    /** Returns a copy of this comparison that reports how far it is. */
    HistoryComparison reporting(ComparisonProgress shown) {
        return new HistoryComparison(dialect, metadata, retort, filter, answers, rows, shown);
    }

    /**
     * Reads the entities and the history, and compares them.
     *
     * @return the difference; never null
     * @throws io.retort.revision.InvalidHistoryException if the revisions do not form a valid history
     * @throws io.retort.diff.question.UnansweredException if a question remains unanswered
     */
    @Override
    public Difference get() {
        RevisionGraph graph = retort.graph();
        HistorySchema history = HistorySchema.of(
                History.read(retort.sources()),
                graph.all(),
                dialect,
                progress.counting("reading the revisions", graph.size()));
        progress.stage("reading the entities");
        HibernateModel model = HibernateModel.of(metadata.metadata(), dialect, null);
        HistoryOwnership ownership = HistoryOwnership.of(History.read(retort.sources()), dialect.identifiers());
        Unreadable unreadable = Unreadable.of(history);
        Snapshot declared = stored(unreadable.without(model.snapshot()));
        Snapshot made = commented(typedAs(declared, stored(unreadable.without(history.snapshot()))));
        ComparisonContext whole = new ComparisonContext(
                made,
                commented(declared),
                declared,
                ProductOwnership.of(ownership, metadata.metadata()),
                dialect.foreignKeysNeedIndexes());
        Comparison found = compared(filter.of(whole));
        List<Operation> operations = new RowChecks(found.operations(), dialect)
                .around(newTypes(
                        completed(found.operations(), model, made, declared, ownership),
                        model.structures(),
                        ownership));
        List<String> skipped = new ArrayList<>(found.skipped());
        List<UndeclaredObject> undeclared = unreadable.declaredBy(model.snapshot(), filter);
        undeclared.forEach(object -> skipped.add(object.sentence()));
        List<String> misfits = new MisfitOperations(History.read(retort.sources()), dialect).in(history);
        skipped.addAll(misfits);
        return new Difference(
                        operations,
                        new ComparisonCaveats(
                                skipped, found.kept(), HibernateModel.leftOut(metadata.metadata(), dialect)),
                        KnownTables.grouped(found.notOurs()),
                        !model.snapshot().tables().isEmpty(),
                        HibernateModel.madeWith(metadata, dialect),
                        remarks(found, operations, made))
                .arbitrated(Arbitration.ofHistory(undeclared, misfits));
    }

    /** Adds what the differences alone do not contain: rows that are created with a table, numbers that continue. */
    private List<Operation> completed(
            List<Operation> found, HibernateModel model, Snapshot made, Snapshot declared, HistoryOwnership ownership) {
        List<Operation> operations = InitialRows.with(found, model.firstRows());
        operations = new NumberContinuation(
                        dialect,
                        made,
                        () -> HibernateModel.numberSources(metadata.metadata(), dialect, null),
                        rows::values)
                .in(operations);
        operations = new TableRebuilds(dialect::needsRebuild).in(operations, made);
        return new OwnedSequences(ownership.ownedSequences(), dialect).separated(operations, made, declared);
    }

    /** Types that the product calls the same are no difference: a database does not show which of them a revision wrote. */
    private Snapshot typedAs(Snapshot declared, Snapshot made) {
        return made.mapTables(table -> declared.table(table.name())
                .map(same -> table.mapColumns(column -> same.column(column.name())
                        .map(Column::type)
                        .filter(type -> CreationTexts.isSame(column.type(), type, dialect))
                        .map(column::withType)
                        .orElse(column)))
                .orElse(table));
    }

    /** What a revision creates has comments on every product, but no revision can change them where none are kept. */
    private Snapshot commented(Snapshot schema) {
        return ComparedProduct.of(dialect).keepsComments()
                ? schema
                : schema.mapTables(table -> {
                    Table plain = table.mapColumns(column -> column.comment(null));
                    return new Table(
                            plain.name(), plain.columns(), plain.constraints(), plain.indexes(), null, plain.options());
                });
    }

    /** A check constraint that no database of this version has would be a difference in every comparison. */
    private Snapshot stored(Snapshot schema) {
        if (ComparedProduct.of(dialect).storesChecks(HibernateModel.serverVersion(metadata.metadata()))) {
            return schema;
        }
        return new Snapshot(
                schema.tables().stream()
                        .map(table -> new Table(
                                table.name(),
                                table.columns(),
                                table.constraints().stream()
                                        .filter(constraint -> !(constraint instanceof Constraint.Check))
                                        .toList(),
                                table.indexes(),
                                table.comment(),
                                table.options()))
                        .toList(),
                schema.sequences(),
                schema.enumTypes());
    }

    private Comparison compared(ComparisonContext schemas) {
        progress.pause();
        if (answers == null) {
            return Differ.compareManaged(schemas);
        }
        return new Interview(
                        dialect,
                        rows,
                        answers,
                        JavaNames.of(metadata.metadata(), dialect, null),
                        JavaColumns.of(metadata.metadata(), dialect, null),
                        EntityHierarchies.of(metadata.metadata(), dialect, null),
                        operations -> List.of(),
                        operations -> operations)
                .compare(schemas);
    }

    /** A composite type that no revision creates is created with Hibernate's own statement. */
    private List<Operation> newTypes(
            List<Operation> operations, Map<QualifiedName, List<String>> structures, HistoryOwnership history) {
        List<Operation> all = new ArrayList<>();
        structures.forEach((name, statements) -> {
            if (!history.test(name)) {
                all.add(new DataOperation.Execute(
                        statements.get(0), "drop type " + dialect.identifiers().sql(name)));
            }
        });
        all.addAll(operations);
        return all;
    }

    private static List<String> remarks(Comparison found, List<Operation> operations, Snapshot made) {
        Set<String> known =
                made.tables().stream().map(table -> schema(table.name())).collect(Collectors.toSet());
        List<String> remarks = new ArrayList<>(found.remarks());
        operations.stream()
                .flatMap(operation -> operation.subject().stream())
                .map(HistoryComparison::schema)
                .filter(schema -> !schema.isEmpty() && !known.contains(schema))
                .distinct()
                .forEach(schema ->
                        remarks.add("The schema " + schema + " is new in this history: create it before the upgrade."));
        return remarks;
    }

    private static String schema(QualifiedName name) {
        return Objects.requireNonNullElse(name.schema(), "");
    }

    /** The objects that the history changes in a way that cannot be read. */
    private record Unreadable(Map<QualifiedName, Unknown> reasons) {

        static Unreadable of(HistorySchema history) {
            return new Unreadable(history.unknown());
        }

        Snapshot without(Snapshot schema) {
            return new Snapshot(
                    schema.tables().stream()
                            .filter(table -> !reasons.containsKey(table.name()))
                            .toList(),
                    schema.sequences().stream()
                            .filter(sequence -> !reasons.containsKey(sequence.name()))
                            .toList(),
                    schema.enumTypes().stream()
                            .filter(type -> !reasons.containsKey(type.name()))
                            .toList());
        }

        /** Returns those that an entity declares. */
        List<UndeclaredObject> declaredBy(Snapshot declared, TableFilter filter) {
            Set<QualifiedName> named = new TreeSet<>();
            declared.tables().stream().map(Table::name).forEach(named::add);
            declared.sequences().forEach(sequence -> named.add(sequence.name()));
            declared.enumTypes().forEach(type -> named.add(type.name()));
            named.retainAll(reasons.keySet());
            return named.stream().filter(filter).map(this::undeclared).toList();
        }

        private UndeclaredObject undeclared(QualifiedName name) {
            Unknown cause = Objects.requireNonNull(reasons.get(name));
            return new UndeclaredObject(name.toString(), cause.revision(), cause.statement());
        }
    }
}
