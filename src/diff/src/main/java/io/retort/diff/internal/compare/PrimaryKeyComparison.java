package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint.PrimaryKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares primary keys by columns. The name does not matter.
 *
 * <p>The order of the columns does not matter either, because entities do not define it. Hibernate uses a space-saving
 * order when it creates the tables itself, and another order otherwise.
 *
 * @param tables the table on both sides
 */
record PrimaryKeyComparison(TableComparison tables) {

    void compare() {
        Optional<PrimaryKey> live = tables.live().primaryKey();
        Optional<PrimaryKey> wanted = tables.wanted().primaryKey();
        if (live.map(PrimaryKeyComparison::columns).equals(wanted.map(PrimaryKeyComparison::columns))) {
            return;
        }
        live.filter(key -> TableComparison.keyOfCounter(tables.live(), tables.wanted())
                        .isEmpty())
                .ifPresent(key -> tables.changes()
                        .add(
                                Phase.DROP_CONSTRAINTS,
                                new ConstraintOperation.Drop(tables.live().name(), key)));
        wanted.filter(key -> TableComparison.keyOfCounter(tables.wanted(), tables.live())
                        .isEmpty())
                .map(key -> declared(key.columns()).orElse(key))
                .ifPresent(key -> tables.changes()
                        .add(
                                Phase.ADD_KEYS,
                                new ConstraintOperation.Add(tables.live().name(), key)));
    }

    private static Set<String> columns(PrimaryKey key) {
        return Set.copyOf(key.columns());
    }

    private Optional<PrimaryKey> declared(List<String> columns) {
        return tables.declared().primaryKey().filter(key -> key.columns().equals(columns));
    }
}
