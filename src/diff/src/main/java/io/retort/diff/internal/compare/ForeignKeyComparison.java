package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares foreign keys by columns, target, actions and deferral. The name and the order of the columns do not matter.
 *
 * @param tables the table on both sides
 */
record ForeignKeyComparison(TableComparison tables) {

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

    /** Whether two foreign keys do the same. */
    static boolean same(ForeignKey one, ForeignKey other) {
        return pairs(one).equals(pairs(other)) && withoutColumns(one).equals(withoutColumns(other));
    }

    /** Whether the same columns reference the same columns of the same table. */
    static boolean referencesSame(ForeignKey one, ForeignKey other) {
        return one.referencedTable().equals(other.referencedTable())
                && pairs(one).equals(pairs(other));
    }

    /** Each column with the column that it references. */
    private static Map<String, String> pairs(ForeignKey key) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.put(key.columns().get(i), key.referencedColumns().get(i));
        }
        return pairs;
    }

    private static ForeignKey withoutColumns(ForeignKey key) {
        return new ForeignKey(
                "", List.of(), key.referencedTable(), List.of(), key.onDelete(), key.onUpdate(), key.deferral());
    }
}
