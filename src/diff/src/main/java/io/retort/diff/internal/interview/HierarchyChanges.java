package io.retort.diff.internal.interview;

import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.EntityHierarchy.Storage;
import io.retort.diff.question.Count;
import io.retort.diff.question.Evidence;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds hierarchies of entities whose rows the database stores in another way than the entities declare. The database
 * does not record the way; tables, columns, foreign keys and rows show it.
 */
final class HierarchyChanges {

    private static final String DISCRIMINATOR = "dtype";

    private final Snapshot live;
    private final Snapshot wanted;
    private final Evidence evidence;
    private final Predicate<QualifiedName> ours;

    /**
     * @param live the schema of the database
     * @param wanted the model as the database spells it
     * @param evidence counts rows of the database
     * @param ours the tables that a revision created
     */
    HierarchyChanges(Snapshot live, Snapshot wanted, Evidence evidence, Predicate<QualifiedName> ours) {
        this.live = live;
        this.wanted = wanted;
        this.evidence = evidence;
        this.ours = ours;
    }

    /** Returns the change of a hierarchy; empty if its rows stay where they are, or if it is not known. */
    Optional<HierarchyChange> of(EntityHierarchy hierarchy) {
        List<QualifiedName> names =
                hierarchy.storage() == Storage.SINGLE_TABLE ? former(hierarchy) : declared(hierarchy);
        return before(hierarchy, names)
                .filter(before -> before != hierarchy.storage())
                .map(before -> new HierarchyChange(
                        hierarchy,
                        before,
                        names,
                        live,
                        wanted,
                        discriminator(hierarchy, before).orElse(null)))
                .filter(change -> change.isMovable() || hasRows(change));
    }

    private boolean hasRows(HierarchyChange change) {
        return change.names().stream()
                .distinct()
                .filter(name -> live.table(name).isPresent())
                .anyMatch(name -> !evidence.rows(name).isNone());
    }

    private static List<QualifiedName> declared(EntityHierarchy hierarchy) {
        return hierarchy.types().stream().map(EntityHierarchy.Type::table).toList();
    }

    /** The removed table of each class; that of the root for a class that had none. */
    private List<QualifiedName> former(EntityHierarchy hierarchy) {
        QualifiedName root = hierarchy.root().table();
        List<Table> removed = wanted.table(root).stream()
                .flatMap(table -> live.tables().stream().filter(other -> isSplitOff(other, table)))
                .toList();
        long classes = hierarchy.types().size() - 1L;
        List<QualifiedName> names = new ArrayList<>(List.of(root));
        hierarchy.types().stream()
                .skip(1)
                .map(type -> removed.stream()
                        .filter(table -> isNamedAfter(table, type.entity()) || classes == 1 && removed.size() == 1)
                        .findFirst()
                        .map(Table::name)
                        .orElse(root))
                .forEach(names::add);
        return names;
    }

    private boolean isSplitOff(Table removed, Table root) {
        boolean gone = wanted.table(removed.name()).isEmpty() && ours.test(removed.name());
        return gone
                && key(removed).equals(key(root))
                && !key(root).isEmpty()
                && removed.columns().stream()
                        .allMatch(column -> root.column(column.name()).isPresent());
    }

    private static boolean isNamedAfter(Table table, String entity) {
        return NameWords.plain(table.name().name()).equals(NameWords.plain(entity));
    }

    private static List<String> key(Table table) {
        return table.primaryKey().map(key -> key.columns()).orElse(List.of());
    }

    private Optional<Storage> before(EntityHierarchy hierarchy, List<QualifiedName> names) {
        QualifiedName root = names.get(0);
        List<Integer> own = IntStream.range(1, names.size())
                .filter(type -> !names.get(type).equals(root))
                .filter(type -> live.table(names.get(type)).isPresent())
                .boxed()
                .toList();
        if (own.isEmpty()) {
            boolean one = live.table(root).isPresent()
                    && !isRenamed(hierarchy)
                    && (present(hierarchy).isPresent() || isSplit(hierarchy));
            return one ? Optional.of(Storage.SINGLE_TABLE) : Optional.empty();
        }
        if (own.stream().anyMatch(type -> isJoined(names, type, hierarchy.above(type)))) {
            return Optional.of(Storage.JOINED);
        }
        if (own.stream().anyMatch(type -> isWhole(names, type, hierarchy.above(type)))) {
            return Optional.of(Storage.TABLE_PER_CLASS);
        }
        return hierarchy.storage() == Storage.SINGLE_TABLE ? Optional.of(Storage.JOINED) : Optional.empty();
    }

    /** A removed table that can be that of a subclass under a former name. Its rename comes first. */
    private boolean isRenamed(EntityHierarchy hierarchy) {
        QualifiedName root = hierarchy.root().table();
        List<String> key = live.table(root).map(HierarchyChanges::key).orElse(List.of());
        return hierarchy.storage() != Storage.SINGLE_TABLE
                && live.tables().stream()
                        .filter(table -> wanted.table(table.name()).isEmpty() && ours.test(table.name()))
                        .filter(table -> !key.isEmpty() && key(table).equals(key))
                        .anyMatch(table -> extendsRoot(table, root)
                                || declared(hierarchy).stream()
                                        .skip(1)
                                        .flatMap(name -> wanted.table(name).stream())
                                        .anyMatch(model -> hasColumnsOf(model, table)));
    }

    private static boolean extendsRoot(Table table, QualifiedName root) {
        return table.constraintsOf(ForeignKey.class)
                .anyMatch(key -> key.columns().equals(key(table))
                        && key.referencedTable().equals(root));
    }

    private static boolean hasColumnsOf(Table model, Table table) {
        return table.columns().size() > key(table).size()
                && table.columns().stream()
                        .allMatch(column -> model.column(column.name()).isPresent());
    }

    /**
     * Without a column that contains the class: whether columns leave the table of the root for that of a subclass, or
     * rows in it can only be of a subclass.
     */
    private boolean isSplit(EntityHierarchy hierarchy) {
        QualifiedName root = hierarchy.root().table();
        boolean leaves = live.table(root).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> isGone(root, column))
                .anyMatch(column -> declared(hierarchy).stream()
                        .skip(1)
                        .flatMap(name -> wanted.table(name).stream())
                        .anyMatch(model -> model.column(column.name()).isPresent()));
        return leaves || !hierarchy.root().concrete();
    }

    /** Only the table of a class that is joined references that of its superclass by its own key. */
    private boolean isJoined(List<QualifiedName> names, int type, Set<Integer> above) {
        Table table = live.table(names.get(type)).orElseThrow();
        List<QualifiedName> parents = above.stream().map(names::get).toList();
        return table.constraintsOf(ForeignKey.class)
                        .anyMatch(key -> key.columns().equals(key(table)) && parents.contains(key.referencedTable()))
                || lacksInherited(table, parents);
    }

    /** Without foreign keys: the table gets columns that the table of its superclass already has. */
    private boolean lacksInherited(Table table, List<QualifiedName> parents) {
        return wanted.table(table.name()).stream()
                .flatMap(model -> model.columns().stream())
                .map(Column::name)
                .filter(name -> table.column(name).isEmpty())
                .anyMatch(name -> parents.stream()
                        .flatMap(parent -> live.table(parent).stream())
                        .anyMatch(parent -> parent.column(name).isPresent()));
    }

    /** A table with all columns of a class has those of its superclass, or keys that are only in it. */
    private boolean isWhole(List<QualifiedName> names, int type, Set<Integer> above) {
        Table table = live.table(names.get(type)).orElseThrow();
        Predicate<String> inherited = name -> above.stream()
                .map(names::get)
                .flatMap(parent -> live.table(parent).or(() -> wanted.table(parent)).stream())
                .anyMatch(parent -> parent.column(name).isPresent());
        Predicate<String> leaves = name -> wanted.table(table.name())
                .filter(model -> model.column(name).isPresent())
                .isEmpty();
        List<String> key = key(table);
        boolean columns = table.columns().stream()
                .map(Column::name)
                .anyMatch(name -> !key.contains(name) && inherited.test(name) && leaves.test(name));
        return columns || hasOwnKeys(table, names.get(0));
    }

    private boolean hasOwnKeys(Table table, QualifiedName root) {
        Count alone = live.table(root)
                .map(other -> evidence.orphans(table.name(), key(table), root, key(other)))
                .orElse(Count.NONE);
        return alone.isKnown() && !alone.isNone();
    }

    /** The column that contains the class of each row in the database, or will contain it. */
    private Optional<String> discriminator(EntityHierarchy hierarchy, Storage before) {
        return before != Storage.SINGLE_TABLE && hierarchy.discriminator() != null
                ? Optional.of(hierarchy.discriminator())
                : present(hierarchy);
    }

    /** The declared column, or one that leaves the table of the root and contains the classes. */
    private Optional<String> present(EntityHierarchy hierarchy) {
        QualifiedName root = hierarchy.root().table();
        String declared = hierarchy.discriminator();
        return live.table(root)
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.name().equals(declared)
                                || isGone(root, column) && isDiscriminator(table, column, hierarchy))
                        .map(Column::name)
                        .findFirst());
    }

    private boolean isGone(QualifiedName table, Column column) {
        return wanted.table(table).flatMap(model -> model.column(column.name())).isEmpty();
    }

    private boolean isDiscriminator(Table table, Column column, EntityHierarchy hierarchy) {
        return column.name().replace("\"", "").equalsIgnoreCase(DISCRIMINATOR)
                || listsClasses(table, column.name(), hierarchy)
                || !column.nullable() && containsClasses(table, column, hierarchy);
    }

    private static List<String> values(EntityHierarchy hierarchy) {
        return hierarchy.types().stream()
                .filter(EntityHierarchy.Type::concrete)
                .map(EntityHierarchy.Type::value)
                .toList();
    }

    private static boolean listsClasses(Table table, String column, EntityHierarchy hierarchy) {
        return table.constraintsOf(Check.class)
                .map(check -> CheckedValues.of(check, table))
                .anyMatch(allowed ->
                        allowed.column().equals(column) && allowed.values().containsAll(values(hierarchy)));
    }

    private boolean containsClasses(Table table, Column column, EntityHierarchy hierarchy) {
        boolean number = TypeFamily.of(column.type()) == TypeFamily.WHOLE;
        boolean text = TypeFamily.of(column.type()) == TypeFamily.TEXT;
        List<String> values = values(hierarchy);
        if (!text && !(number && values.stream().allMatch(value -> value.matches("-?\\d+")))) {
            return false;
        }
        String classes = values.stream()
                .map(value -> number ? value : "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        Count others = evidence.rows(table.name(), column.name(), "%s not in (" + classes + ")");
        return others.isKnown()
                && others.isNone()
                && !evidence.rows(table.name()).isNone();
    }
}
