package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.SchemaOwnership.Owner;
import io.retort.diff.internal.compare.SchemaOwnership.Property;
import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Objects within tables that no revision created and no entity declares.
 *
 * <p>Kept indexes and constraints are hidden from the comparison; they are still dropped and restored around a change
 * that they block. Kept properties are added to the wanted and the declared schema, so that every generated definition
 * repeats them.
 */
public final class UnmanagedObjects {

    private final ComparisonContext schemas;
    private final List<UnmanagedObject> kept;
    private final List<UnmanagedObject> leaving;

    /**
     * @param schemas the schemas of the comparison, adjusted for the kept objects
     * @param kept the kept objects, without those that are not compared
     * @param leaving the objects that cannot be kept, because their column is dropped or changes its type
     */
    public UnmanagedObjects(ComparisonContext schemas, List<UnmanagedObject> kept, List<UnmanagedObject> leaving) {
        this.schemas = schemas;
        this.kept = List.copyOf(kept);
        this.leaving = List.copyOf(leaving);
    }

    public ComparisonContext schemas() {
        return schemas;
    }

    public List<UnmanagedObject> kept() {
        return kept;
    }

    public List<UnmanagedObject> leaving() {
        return leaving;
    }

    /**
     * Finds the unmanaged objects of all tables that exist on both sides.
     *
     * @param schemas the schemas of the comparison
     * @param dropped decides which of the objects to drop; called once for each
     */
    public static UnmanagedObjects of(ComparisonContext schemas, Predicate<UnmanagedObject> dropped) {
        Search search = new Search(schemas, dropped);
        for (Table wanted : schemas.wanted().tables()) {
            schemas.live().table(wanted.name()).ifPresent(live -> search.search(live, wanted));
        }
        SchemaOwnership hiding = new HidingOwnership(schemas.ours(), search.indexes, search.constraints);
        ComparisonContext after = schemas.with(schemas.live(), search.wanted, search.declared, hiding);
        return new UnmanagedObjects(after, List.copyOf(search.kept), List.copyOf(search.leaving));
    }

    /**
     * Excludes objects within tables from the comparison: existing ones remain, missing ones are not created.
     *
     * @param schemas the schemas of the comparison, whose ownership decides what is excluded
     */
    public static ComparisonContext excluding(ComparisonContext schemas) {
        Search search = new Search(schemas, object -> false);
        for (Table wanted : schemas.wanted().tables()) {
            schemas.live().table(wanted.name()).ifPresent(live -> search.exclude(live, wanted));
        }
        return schemas.with(schemas.live(), search.wanted, search.declared, schemas.ours());
    }

    /**
     * Adds the unmanaged objects to the result of a comparison.
     *
     * @param found the result of comparing {@link #schemas}
     */
    public Comparison with(Comparison found) {
        List<String> remarks = new ArrayList<>(found.remarks());
        leaving.forEach(object ->
                remarks.add(object + " is not managed by Retort, but this revision drops it, because one of its columns"
                        + " is dropped or gets another type; the downgrade creates it again"));
        return new Comparison(found.operations(), found.skipped(), found.kept(), found.notOurs(), remarks, kept);
    }

    /** One search, which adjusts the wanted and the declared schema. */
    private static final class Search {

        private final ComparisonContext schemas;
        private final SchemaOwnership ownership;
        private final Predicate<UnmanagedObject> dropped;
        private final TreeSet<UnmanagedObject> kept = new TreeSet<>();
        private final TreeSet<UnmanagedObject> leaving = new TreeSet<>();
        private final Map<QualifiedName, List<Index>> indexes = new HashMap<>();
        private final Map<QualifiedName, List<Constraint>> constraints = new HashMap<>();
        private Snapshot wanted;
        private Snapshot declared;

        private Search(ComparisonContext schemas, Predicate<UnmanagedObject> dropped) {
            this.schemas = schemas;
            this.ownership = schemas.ours();
            this.dropped = dropped;
            this.wanted = schemas.wanted();
            this.declared = schemas.declared();
        }

        private void search(Table live, Table model) {
            live.columns().stream()
                    .filter(column -> model.column(column.name()).isEmpty())
                    .forEach(column -> generated(live, model, column));
            live.constraintsOf(ForeignKey.class).forEach(key -> keyProperties(live, model, key));
            Table now = wanted.table(model.name()).orElse(model);
            for (Constraint constraint : live.constraints()) {
                constraint(live, now, constraint);
            }
            for (Index index : live.indexes()) {
                index(live, now, index);
            }
            for (Column column : now.columns()) {
                live.column(column.name()).ifPresent(found -> properties(live, found, column));
            }
            live.columns().stream()
                    .filter(column -> now.column(column.name()).isEmpty())
                    .forEach(gone -> goneProperties(live, gone));
            tableComment(live, now);
        }

        /** Excluded columns remain as they are; missing ones are not created. */
        private void exclude(Table live, Table model) {
            List<Column> found = live.columns().stream()
                    .filter(column -> ownership.excludes(live.name(), column.name()))
                    .toList();
            Predicate<Column> missing = column -> ownership.excludes(model.name(), column.name());
            boolean any = !found.isEmpty() || model.columns().stream().anyMatch(missing);
            if (any) {
                both(model.name(), table -> {
                    List<Column> columns = new ArrayList<>(table.columns());
                    columns.removeIf(missing);
                    columns.addAll(found);
                    return table.withColumns(columns);
                });
            }
            AcceptedObjects accepted = new AcceptedObjects(
                    live,
                    List.of(model, schemas.declared().table(model.name()).orElse(model)),
                    name -> ownership.excludes(live.name(), name));
            both(model.name(), accepted::in);
        }

        private void index(Table live, Table model, Index index) {
            boolean excluded = ownership.excludes(live.name(), index.name());
            if (excluded && model.indexes().contains(index)) {
                return;
            }
            if (!excluded && (Counterparts.of(index, live, model) || owned(ownership.owner(live, index)))) {
                return;
            }
            UnmanagedObject object =
                    new UnmanagedObject(index.unique() ? "unique index" : "index", live.name(), index.name());
            boolean fits = live.columns().stream()
                    .filter(column -> !canStay(column, model, Counterparts.isComputed(index)))
                    .noneMatch(column -> ColumnReferences.in(index, column.name()));
            boolean silent = excluded || ownership.owner(live, index) == Owner.NOT_COMPARED;
            decide(
                    object,
                    fits,
                    silent,
                    () -> indexes.computeIfAbsent(live.name(), name -> new ArrayList<>())
                            .add(index));
        }

        private void constraint(Table live, Table model, Constraint constraint) {
            String name = constraint.name() == null ? "primary_key" : constraint.name();
            boolean excluded = ownership.excludes(live.name(), name);
            if (excluded && model.constraints().contains(constraint)) {
                return;
            }
            Owner owner = ownership.owner(live, constraint);
            if (!excluded && (Counterparts.of(constraint, live, model) || owned(owner))) {
                return;
            }
            UnmanagedObject object = new UnmanagedObject(Counterparts.word(constraint), live.name(), name);
            boolean fits = live.columns().stream()
                            .filter(column -> !canStay(column, model, constraint instanceof Constraint.Check))
                            .noneMatch(column -> ColumnReferences.in(constraint, column.name()))
                    && !referencesGone(constraint);
            decide(object, fits, excluded || owner == Owner.NOT_COMPARED, () -> {
                constraints
                        .computeIfAbsent(live.name(), any -> new ArrayList<>())
                        .add(constraint);
                if (constraint instanceof Constraint.PrimaryKey key) {
                    both(live.name(), table -> with(table, key, live));
                }
            });
        }

        /** Keeps what a foreign key does that no revision gave it, and that the entities declare without it. */
        private void keyProperties(Table live, Table model, ForeignKey found) {
            model.constraintsOf(ForeignKey.class)
                    .filter(key -> ForeignKeyComparison.referencesSame(found, key))
                    .filter(key -> live.constraintsOf(ForeignKey.class)
                            .noneMatch(other -> ForeignKeyComparison.same(other, key)))
                    .forEach(key -> {
                        for (ForeignKeyProperty property : ForeignKeyProperty.values()) {
                            if (property.isExtra(found, key)) {
                                keep(property, live, found);
                            }
                        }
                    });
        }

        private void keep(ForeignKeyProperty property, Table live, ForeignKey found) {
            Owner owner = ownership.owner(live, found, property);
            boolean silent = owner == Owner.NOT_COMPARED || ownership.excludes(live.name(), found.name());
            if (owned(owner) && !silent) {
                return;
            }
            UnmanagedObject object =
                    new UnmanagedObject(property.describe(found), live.name(), found.name() + "." + property.word());
            decide(
                    object,
                    true,
                    silent,
                    () -> both(
                            live.name(),
                            table -> table.withConstraints(table.constraints().stream()
                                    .map(constraint -> constraint instanceof ForeignKey key
                                                    && ForeignKeyComparison.referencesSame(found, key)
                                            ? property.kept(found, key)
                                            : constraint)
                                    .toList())));
        }

        /** The columns of a kept key stay required, and a unique constraint over the same columns would be a second index. */
        private static Table with(Table model, Constraint.PrimaryKey key, Table live) {
            Set<String> columns = Set.copyOf(key.columns());
            return model.mapColumns(column -> columns.contains(column.name()) ? column.notNull() : column)
                    .withConstraints(model.constraints().stream()
                            .filter(constraint -> !(constraint instanceof Constraint.Unique unique
                                    && unique.deferral() == Deferral.NOT_DEFERRABLE
                                    && Set.copyOf(unique.columns()).equals(columns)
                                    && !hasUnique(live, columns)))
                            .toList());
        }

        private static boolean hasUnique(Table live, Set<String> columns) {
            return live.constraintsOf(Constraint.Unique.class)
                            .anyMatch(unique -> Set.copyOf(unique.columns()).equals(columns))
                    || live.indexes().stream()
                            .anyMatch(index -> index.unique()
                                    && !Counterparts.isComputed(index)
                                    && index.parts().stream()
                                            .map(Index.Part::text)
                                            .collect(Collectors.toSet())
                                            .equals(columns));
        }

        /** Whether the referenced table is going to be dropped. */
        private boolean referencesGone(Constraint constraint) {
            return constraint instanceof ForeignKey key
                    && schemas.live().table(key.referencedTable()).isPresent()
                    && schemas.wanted().table(key.referencedTable()).isEmpty()
                    && ownership.test(key.referencedTable());
        }

        /** Whether a column still exists afterwards. Within an expression it also needs a comparable type. */
        private static boolean canStay(Column column, Table model, boolean inExpression) {
            return model.column(column.name())
                    .filter(after -> !inExpression || ColumnProperties.isSameSort(column, after))
                    .isPresent();
        }

        private void properties(Table live, Column found, Column model) {
            for (Property property : Property.values()) {
                if (!ColumnProperties.isExtra(property, found, model)) {
                    continue;
                }
                Owner owner = ownership.owner(live, found, property);
                boolean silent = owner == Owner.NOT_COMPARED || ownership.excludes(live.name(), found.name());
                if (owned(owner) && !silent) {
                    continue;
                }
                String name = found.name() + "." + property.word();
                UnmanagedObject object = owner == Owner.OLDER_RELEASE
                        ? UnmanagedObject.temporary(live.name(), name)
                        : new UnmanagedObject(property.word(), live.name(), name);
                decide(
                        object,
                        ColumnProperties.fits(property, found, model),
                        silent,
                        () -> both(
                                live.name(),
                                table ->
                                        table.mapColumns(column -> column.name().equals(found.name())
                                                ? ColumnProperties.kept(property, found, column)
                                                : column)));
            }
        }

        /** Keeps a generated column that no revision created, while the columns of its expression stay. */
        private void generated(Table live, Table model, Column column) {
            Owner owner = ownership.owner(live, column);
            if (!(column.generation() instanceof Generation.Computed computed) || owned(owner)) {
                return;
            }
            boolean fits = live.columns().stream()
                    .filter(other -> !canStay(other, model, true))
                    .noneMatch(
                            other -> !other.equals(column) && ColumnReferences.of(other.name(), computed.expression()));
            UnmanagedObject object = new UnmanagedObject("generated column", live.name(), column.name());
            decide(
                    object,
                    fits,
                    owner == Owner.NOT_COMPARED,
                    () -> both(live.name(), table -> {
                        List<Column> columns = new ArrayList<>(table.columns());
                        columns.add(column);
                        return table.withColumns(columns);
                    }));
        }

        /** The properties of a column that is dropped, and takes them with it. */
        private void goneProperties(Table live, Column gone) {
            Column bare = new Column(gone.name(), gone.type());
            for (Property property : Property.values()) {
                if (ColumnProperties.isExtra(property, gone, bare)
                        && ownership.owner(live, gone, property) == Owner.OTHERS) {
                    leaving.add(new UnmanagedObject(property.word(), live.name(), gone.name() + "." + property.word()));
                }
            }
        }

        private void tableComment(Table live, Table model) {
            if (live.comment() == null || model.comment() != null || owned(ownership.ownerOfComment(live))) {
                return;
            }
            boolean silent = ownership.ownerOfComment(live) == Owner.NOT_COMPARED;
            UnmanagedObject object = new UnmanagedObject("comment", live.name(), "comment");
            decide(object, true, silent, () -> both(live.name(), table -> table.withComment(live.comment())));
        }

        private static boolean owned(Owner owner) {
            return owner == Owner.REVISION;
        }

        /**
         * Decides about an unmanaged object, and records the decision.
         *
         * @param fits whether the object is still possible after the change
         * @param silent whether it is not reported, and nothing is asked about it
         * @param keep adjusts the schemas so that the object remains
         */
        private void decide(UnmanagedObject object, boolean fits, boolean silent, Runnable keep) {
            boolean unasked = fits && silent;
            if (!unasked && dropped.test(object)) {
                return;
            }
            if (!unasked) {
                (fits ? kept : leaving).add(object);
            }
            if (fits) {
                keep.run();
            }
        }

        private void both(QualifiedName table, UnaryOperator<Table> change) {
            wanted = wanted.mapTable(table, change);
            declared = declared.mapTable(table, change);
        }
    }
}
