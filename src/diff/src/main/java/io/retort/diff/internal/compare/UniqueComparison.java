package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares unique constraints by their set of columns; the name does not matter. A unique index without predicate and
 * expressions over the same columns counts as a constraint.
 *
 * @param tables the table on both sides
 */
record UniqueComparison(TableComparison tables) {

    void compare() {
        uniques(tables.wanted()).stream()
                .filter(wanted -> uniques(tables.live()).stream().noneMatch(live -> same(live, wanted)))
                .filter(wanted -> tables.live().indexes().stream().noneMatch(live -> holds(live, wanted)))
                .map(this::declared)
                .forEach(key -> tables.changes()
                        .add(
                                Phase.ADD_KEYS,
                                new ConstraintOperation.Add(tables.live().name(), key)));
        uniques(tables.live()).stream()
                .filter(live -> uniques(tables.wanted()).stream().noneMatch(wanted -> same(live, wanted)))
                .filter(live -> tables.wanted().indexes().stream().noneMatch(wanted -> holds(wanted, live)))
                .forEach(key -> tables.changes()
                        .add(
                                Phase.DROP_CONSTRAINTS,
                                new ConstraintOperation.Drop(tables.live().name(), key)));
    }

    /** Whether a unique index has the same effect as a constraint. */
    static boolean holds(Index index, Unique unique) {
        boolean columnsOnly = index.where() == null && index.parts().stream().noneMatch(Index.Part::expression);
        Set<String> columns = index.parts().stream().map(Index.Part::text).collect(Collectors.toSet());
        return index.unique()
                && columnsOnly
                && !unique.nullsNotDistinct()
                && unique.deferral() == Deferral.NOT_DEFERRABLE
                && columns.equals(Set.copyOf(unique.columns()));
    }

    static List<Unique> uniques(Table table) {
        return table.constraintsOf(Unique.class).toList();
    }

    private Unique declared(Unique wanted) {
        return uniques(tables.declared()).stream()
                .filter(declared -> same(declared, wanted))
                .findFirst()
                .orElse(wanted);
    }

    private static boolean same(Unique one, Unique other) {
        return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()))
                && one.nullsNotDistinct() == other.nullsNotDistinct()
                && one.deferral() == other.deferral();
    }
}
