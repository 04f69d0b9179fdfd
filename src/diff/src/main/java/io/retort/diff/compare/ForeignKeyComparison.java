package io.retort.diff.compare;

import io.retort.diff.compare.order.Changes.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Table;
import java.util.List;

/**
 * Compares foreign keys, by what they do: columns, target, actions and deferral. The name does not count.
 *
 * @param tables the table on both sides
 */
record ForeignKeyComparison(TableComparison tables) {

    private static final String NAMELESS = "fk";

    void compare() {
        keys(tables.wanted()).stream()
                .filter(wanted -> keys(tables.live()).stream().noneMatch(live -> same(live, wanted)))
                .map(this::declared)
                .forEach(key -> tables.changes()
                        .add(
                                Phase.ADD_FOREIGN_KEYS,
                                new ConstraintOperation.Add(tables.live().name(), key)));
        keys(tables.live()).stream()
                .filter(live -> keys(tables.wanted()).stream().noneMatch(wanted -> same(live, wanted)))
                .forEach(key -> tables.changes()
                        .add(
                                Phase.DROP_FOREIGN_KEYS,
                                new ConstraintOperation.Drop(tables.live().name(), key)));
    }

    private ForeignKey declared(ForeignKey wanted) {
        return keys(tables.declared()).stream()
                .filter(declared -> declared.columns().equals(wanted.columns())
                        && declared.referencedTable().equals(wanted.referencedTable()))
                .findFirst()
                .orElse(wanted);
    }

    private static List<ForeignKey> keys(Table table) {
        return table.constraintsOf(ForeignKey.class).toList();
    }

    private static boolean same(ForeignKey one, ForeignKey other) {
        return one.named(NAMELESS).equals(other.named(NAMELESS));
    }
}
