package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
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
 * @param keysNeedIndexes whether a foreign key prevents dropping an index that it needs, as on MySQL and MariaDB
 */
record ForeignKeyDetacher(OperationOrder changes, boolean keysNeedIndexes) {

    private static final ChangedKey CHANGED = new ChangedKey();
    private static final ChangedKey DROPPED = new DroppedKey();

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
                    .forEach(key -> detach(table.name(), key));
        }
    }

    private void detach(QualifiedName table, ForeignKey key) {
        changes.add(Phase.DROP_FOREIGN_KEYS, new ConstraintOperation.Drop(table, key));
        changes.add(Phase.ADD_FOREIGN_KEYS, new ConstraintOperation.Add(table, key));
    }

    private static boolean stays(QualifiedName table, ForeignKey key, List<Operation> operations) {
        return !operations.contains(new ConstraintOperation.Drop(table, key));
    }

    private boolean isInTheWay(QualifiedName table, ForeignKey key, Operation operation) {
        return operation.accept(new InTheWay(table, key))
                || operation
                        .accept(DROPPED)
                        .filter(gone -> gone.isReferencedBy(key))
                        .isPresent()
                || (keysNeedIndexes && needsIndexOn(table, key, operation));
    }

    /** Whether a change of a column requires that a foreign key is dropped meanwhile. */
    private final class InTheWay implements OperationVisitor.Selective<Boolean> {

        private final QualifiedName table;
        private final ForeignKey key;

        InTheWay(QualifiedName table, ForeignKey key) {
            this.table = table;
            this.key = key;
        }

        @Override
        public Boolean alterColumn(ColumnOperation.Alter alter) {
            boolean anew = GeneratedColumnDetacher.isMadeAnew(alter);
            boolean counts = keysNeedIndexes && !KeyStability.sameIdentity(alter.before(), alter.after());
            return (anew || counts || !KeyStability.sameValues(alter.before(), alter.after()))
                    && (uses(table, key.columns(), alter)
                            || uses(key.referencedTable(), key.referencedColumns(), alter));
        }

        @Override
        public Boolean dropColumn(ColumnOperation.Drop drop) {
            return drop.table().equals(table) && key.columns().contains(drop.name());
        }

        @Override
        public Boolean other(Operation operation) {
            return false;
        }
    }

    private static boolean uses(QualifiedName table, List<String> columns, ColumnOperation.Alter alter) {
        return alter.table().equals(table) && columns.contains(alter.after().name());
    }

    /** Creating an index counts as well, because the downgrade drops it. */
    private static boolean needsIndexOn(QualifiedName table, ForeignKey key, Operation operation) {
        return operation
                .accept(CHANGED)
                .filter(changed -> changed.table().equals(table) && KeyStability.needsIndexOn(key, changed.columns()))
                .isPresent();
    }

    /** The columns of an index or key. */
    private record Key(QualifiedName table, List<String> columns) {

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

    /** The key or index that an operation adds or drops. */
    private static class ChangedKey implements OperationVisitor.Selective<Optional<Key>> {

        @Override
        public Optional<Key> createIndex(IndexOperation.Create create) {
            return Key.of(create.table(), create.index());
        }

        @Override
        public Optional<Key> dropIndex(IndexOperation.Drop drop) {
            return Key.of(drop.table(), drop.index());
        }

        @Override
        public Optional<Key> addConstraint(ConstraintOperation.Add add) {
            return Key.of(add.table(), add.constraint());
        }

        @Override
        public Optional<Key> dropConstraint(ConstraintOperation.Drop drop) {
            return Optional.ofNullable(drop.constraint()).flatMap(constraint -> Key.of(drop.table(), constraint));
        }

        @Override
        public Optional<Key> other(Operation operation) {
            return Optional.empty();
        }
    }

    /** The key that an operation drops, to which a foreign key can refer. */
    private static final class DroppedKey extends ChangedKey {

        @Override
        public Optional<Key> createIndex(IndexOperation.Create create) {
            return Optional.empty();
        }

        @Override
        public Optional<Key> dropIndex(IndexOperation.Drop drop) {
            return drop.index().unique() ? super.dropIndex(drop) : Optional.empty();
        }

        @Override
        public Optional<Key> addConstraint(ConstraintOperation.Add add) {
            return Optional.empty();
        }
    }
}
