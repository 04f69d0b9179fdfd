package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops foreign keys that block other operations and adds them again at the end, under the same names.
 *
 * <p>A foreign key blocks a type change of a column on either side, and the recreation of such a column. It also
 * blocks dropping the key that it references.
 *
 * @param changes the operations so far
 * @param leaning whether a foreign key prevents dropping an index that it needs, as on MySQL and MariaDB
 */
record ForeignKeyDetacher(OperationOrder changes, boolean leaning) {

    /**
     * Adds the operations for the foreign keys of tables that exist on both sides.
     *
     * @param tables the live tables
     */
    public void take(List<Table> tables) {
        List<Operation> operations = changes.operations();
        for (Table table : tables) {
            table.constraintsOf(ForeignKey.class)
                    .filter(key -> stays(table.name(), key, operations))
                    .filter(key -> operations.stream().anyMatch(operation -> isInTheWay(table.name(), key, operation)))
                    .forEach(key -> aside(table.name(), key));
        }
    }

    private void aside(QualifiedName table, ForeignKey key) {
        changes.add(Phase.DROP_FOREIGN_KEYS, new ConstraintOperation.Drop(table, key));
        changes.add(Phase.ADD_FOREIGN_KEYS, new ConstraintOperation.Add(table, key));
    }

    private static boolean stays(QualifiedName table, ForeignKey key, List<Operation> operations) {
        return !operations.contains(new ConstraintOperation.Drop(table, key));
    }

    private boolean isInTheWay(QualifiedName table, ForeignKey key, Operation operation) {
        if (operation instanceof ColumnOperation.Alter alter) {
            boolean anew = GeneratedColumnDetacher.isMadeAnew(alter);
            boolean counts = leaning && !KeyStability.sameIdentity(alter.before(), alter.after());
            return (anew || counts || !KeyStability.sameValues(alter.before(), alter.after()))
                    && (uses(table, key.columns(), alter)
                            || uses(key.referencedTable(), key.referencedColumns(), alter));
        }
        if (operation instanceof ColumnOperation.Drop drop
                && drop.table().equals(table)
                && key.columns().contains(drop.name())) {
            return true;
        }
        return droppedKey(operation).filter(gone -> gone.isReferencedBy(key)).isPresent()
                || (leaning && leansOn(table, key, operation));
    }

    private static boolean uses(QualifiedName table, List<String> columns, ColumnOperation.Alter alter) {
        return alter.table().equals(table) && columns.contains(alter.after().name());
    }

    /** Creating an index counts as well, because the downgrade drops it. */
    private static boolean leansOn(QualifiedName table, ForeignKey key, Operation operation) {
        return Key.changedBy(operation)
                .filter(changed -> changed.table().equals(table) && KeyStability.leansOn(key, changed.columns()))
                .isPresent();
    }

    private static Optional<Key> droppedKey(Operation operation) {
        boolean unique =
                !(operation instanceof IndexOperation.Drop drop) || drop.index().unique();
        boolean drops = operation instanceof ConstraintOperation.Drop || operation instanceof IndexOperation.Drop;
        return drops && unique ? Key.changedBy(operation) : Optional.empty();
    }

    /** The columns of an index or key. */
    private record Key(QualifiedName table, List<String> columns) {

        static Optional<Key> changedBy(Operation operation) {
            if (operation instanceof IndexOperation.Create create) {
                return of(create.table(), create.index());
            }
            if (operation instanceof IndexOperation.Drop drop) {
                return of(drop.table(), drop.index());
            }
            if (operation instanceof ConstraintOperation.Add add) {
                return of(add.table(), add.constraint());
            }
            return operation instanceof ConstraintOperation.Drop drop && drop.constraint() != null
                    ? of(drop.table(), drop.constraint())
                    : Optional.empty();
        }

        private static Optional<Key> of(QualifiedName table, Index index) {
            return Optional.of(new Key(table, KeyStability.columns(index)));
        }

        private static Optional<Key> of(QualifiedName table, Constraint constraint) {
            if (constraint instanceof PrimaryKey key) {
                return Optional.of(new Key(table, key.columns()));
            }
            return constraint instanceof Unique key ? Optional.of(new Key(table, key.columns())) : Optional.empty();
        }

        boolean isReferencedBy(ForeignKey key) {
            return table.equals(key.referencedTable())
                    && Set.copyOf(columns).equals(Set.copyOf(key.referencedColumns()));
        }
    }
}
