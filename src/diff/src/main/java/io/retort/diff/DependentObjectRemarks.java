package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.DependentObject;
import io.retort.diff.internal.inspect.DependentObjects;
import io.retort.diff.internal.interview.DependentChange;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.product.ComparedProduct.DependentObjectEffect;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates remarks about views, triggers and other dependent objects of the tables and columns that a revision changes.
 * A dependent object can block the operation, stop working without an error, or be dropped together with a column.
 *
 * @param dialect the dialect of the database
 * @param effects what a change does to these objects
 * @param objects the dependent objects of the database
 */
record DependentObjectRemarks(Dialect dialect, Set<DependentObjectEffect> effects, List<DependentObject> objects) {

    private static final Set<String> GOING_WITH_COLUMN = Set.of("grants", "statistics", "statistics target", "storage");
    /** Constraints are compared with their tables. */
    private static final Set<String> OF_TABLES = Set.of("check");

    private static final Set<String> GOING_WITH_TABLE = Set.of("trigger", "policy", "rule");

    /** Reads the dependent objects of a database; none for a product that does not report them. */
    static DependentObjectRemarks of(Dialect dialect, Connection connection) {
        ComparedProduct product = ComparedProduct.of(dialect);
        List<DependentObject> objects = product.dependentObjects()
                .map(query -> DependentObjects.read(connection, query))
                .orElse(List.of());
        return new DependentObjectRemarks(dialect, product.dependentObjectEffects(), objects);
    }

    /**
     * Returns one remark per dependent object and change, in the order of the operations. Objects that the operations
     * themselves drop have none.
     */
    List<String> on(List<Operation> operations) {
        Set<String> remarks = new LinkedHashSet<>();
        forEach(operations, (object, change) -> {
            if (!isDropped(object, operations)) {
                remarks.add(remark(object, change));
            }
        });
        return List.copyOf(remarks);
    }

    /**
     * Returns the changes that the database refuses while an object depends on them, that break the object, or that drop
     * it with its table.
     */
    List<DependentChange> changes(List<Operation> operations) {
        Set<DependentChange> changes = new LinkedHashSet<>();
        forEach(operations, (object, change) -> {
            if (isDroppedWithTable(object, change)) {
                changes.add(change(object, change, change.table()));
            } else if (!isDropped(object, change) && !OF_TABLES.contains(object.kind()) && !isHarmless(change)) {
                changes.add(change(object, change, null));
            }
        });
        return List.copyOf(changes);
    }

    private DependentChange change(DependentObject object, Change change, @Nullable QualifiedName dropped) {
        return new DependentChange(
                object.kind(),
                dialect.identifiers().typed(object.name()),
                sentence(object, change) + ".",
                effects.contains(DependentObjectEffect.FAILS_WHEN_USED),
                object.creation(),
                dropped == null && returns(object, change),
                dropped);
    }

    /** A product that resolves names when an object is used reads another type from then on. */
    private boolean isHarmless(Change change) {
        return effects.contains(DependentObjectEffect.FOLLOWS_TYPES)
                && change.what().equals("changes");
    }

    /** A definition that mentions what the revision removes does not create the object again. */
    private static boolean returns(DependentObject object, Change change) {
        boolean removed = change.what().equals("drops") || change.what().equals("renames");
        String creation = object.creation();
        boolean mentioned = object.column() != null
                || change.column() == null
                || creation != null && ColumnReferences.of(change.column(), creation);
        return !(removed && mentioned);
    }

    private boolean isDropped(DependentObject object, List<Operation> operations) {
        String drop = "drop " + object.kind() + " "
                + dialect.identifiers().sql(dialect.identifiers().typed(object.name()));
        return operations.stream()
                .anyMatch(operation -> operation instanceof DataOperation.Execute execute
                        && execute.sql().equals(drop));
    }

    private void forEach(List<Operation> operations, BiConsumer<DependentObject, Change> action) {
        Changes changes = new Changes(effects);
        for (Operation operation : operations) {
            operation
                    .accept(changes)
                    .forEach(change -> objects.stream()
                            .filter(object -> isConcerned(object, change))
                            .forEach(object -> action.accept(object, change)));
        }
    }

    /**
     * A change of a table or a column.
     *
     * @param column the column; null for the whole table
     * @param what the verb of the remark, such as {@code drops}
     * @param loses whether grants and statistics, which do not block the operation, are lost too
     */
    private record Change(QualifiedName table, @Nullable String column, String what, boolean loses) {

        String subject() {
            return column == null ? "table " + table : table + "." + column;
        }
    }

    /** The changes of tables and columns that an operation makes. */
    private record Changes(Set<DependentObjectEffect> effects) implements OperationVisitor.Selective<List<Change>> {

        @Override
        public List<Change> rebuildTable(TableOperation.Rebuild rebuild) {
            return rebuild.changes().stream()
                    .flatMap(change -> change.accept(this).stream())
                    .toList();
        }

        @Override
        public List<Change> dropTable(TableOperation.Drop drop) {
            return List.of(new Change(drop.name(), null, "drops", true));
        }

        @Override
        public List<Change> renameTable(TableOperation.Rename rename) {
            return renamed(new Change(rename.before(), null, "renames", false));
        }

        @Override
        public List<Change> dropColumn(ColumnOperation.Drop drop) {
            return List.of(new Change(drop.table(), drop.name(), "drops", true));
        }

        @Override
        public List<Change> renameColumn(ColumnOperation.Rename rename) {
            return renamed(new Change(rename.table(), rename.before(), "renames", false));
        }

        private List<Change> renamed(Change change) {
            return effects.contains(DependentObjectEffect.FOLLOWS_RENAMES) ? List.of() : List.of(change);
        }

        @Override
        public List<Change> alterColumn(ColumnOperation.Alter alter) {
            Column before = alter.before();
            Column after = alter.after();
            boolean computed = before.generation() instanceof Computed || after.generation() instanceof Computed;
            if (computed && !Objects.equals(before.generation(), after.generation())) {
                return List.of(new Change(alter.table(), after.name(), "drops and adds again", true));
            }
            boolean type =
                    !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
            return type || blocksEveryChange()
                    ? List.of(new Change(alter.table(), after.name(), "changes", false))
                    : List.of();
        }

        private boolean blocksEveryChange() {
            return effects.contains(DependentObjectEffect.BLOCKS_EVERY_COLUMN_CHANGE);
        }

        @Override
        public List<Change> column(ColumnOperation operation) {
            return blocksEveryChange() ? List.of(new Change(operation.table(), null, "changes", false)) : List.of();
        }

        @Override
        public List<Change> other(Operation operation) {
            return List.of();
        }
    }

    private boolean isConcerned(DependentObject object, Change change) {
        boolean table = object.table()
                .equalsIgnoreCase(dialect.identifiers().stored(change.table().name()));
        if (!table || (!change.loses() && GOING_WITH_COLUMN.contains(object.kind()))) {
            return false;
        }
        if (object.column() != null) {
            return change.column() == null
                    ? !OF_TABLES.contains(object.kind())
                    : object.column().equals(dialect.identifiers().stored(change.column()));
        }
        return change.column() == null
                || object.text().equals("*")
                || ColumnReferences.of(change.column(), object.text());
    }

    private static String sentence(DependentObject object, Change change) {
        return object.title() + " depends on " + change.subject() + ", which this revision " + change.what();
    }

    private static boolean isDropped(DependentObject object, Change change) {
        return GOING_WITH_COLUMN.contains(object.kind()) || isDroppedWithTable(object, change);
    }

    private static boolean isDroppedWithTable(DependentObject object, Change change) {
        return change.loses() && change.column() == null && GOING_WITH_TABLE.contains(object.kind());
    }

    private String remark(DependentObject object, Change change) {
        String what = sentence(object, change) + ": ";
        if (isDropped(object, change)) {
            return what + "the database drops them too, and the downgrade does not restore them; restore them with"
                    + " SQL of your own";
        }
        boolean silent = effects.contains(DependentObjectEffect.FAILS_WHEN_USED);
        return what
                + (silent
                        ? "the database does not refuse that, and the " + object.kind()
                                + " fails afterwards; create it again with SQL of your own"
                        : "the database may refuse that; drop the " + object.kind()
                                + " before and create it again afterwards with SQL of your own");
    }
}
