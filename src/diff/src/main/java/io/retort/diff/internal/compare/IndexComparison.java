package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.IndexOperation;
import io.retort.schema.Index;
import io.retort.schema.Table;

/**
 * Compares indexes by columns, order, uniqueness, predicate and method. The name does not matter. A unique index counts
 * as a unique constraint over the same columns.
 *
 * @param tables the table on both sides
 */
record IndexComparison(TableComparison tables) {

    private static final String NAMELESS = "ix";

    void compare() {
        tables.live().indexes().stream()
                .filter(live -> lacks(tables.wanted(), live))
                .forEach(index -> tables.changes()
                        .add(
                                Phase.DROP_CONSTRAINTS,
                                new IndexOperation.Drop(tables.live().name(), index)));
        tables.wanted().indexes().stream()
                .filter(wanted -> lacks(tables.live(), wanted))
                .map(this::declared)
                .forEach(index -> tables.changes()
                        .add(
                                Phase.CREATE_INDEXES,
                                new IndexOperation.Create(tables.live().name(), index)));
    }

    private static boolean lacks(Table table, Index index) {
        return table.indexes().stream().noneMatch(other -> same(other, index))
                && UniqueComparison.uniques(table).stream().noneMatch(unique -> UniqueComparison.holds(index, unique));
    }

    private Index declared(Index wanted) {
        return tables.declared().indexes().stream()
                .filter(declared -> declared.name().equals(wanted.name()) || same(declared, wanted))
                .findFirst()
                .orElse(wanted);
    }

    private static boolean same(Index one, Index other) {
        return one.named(NAMELESS).equals(other.named(NAMELESS));
    }
}
