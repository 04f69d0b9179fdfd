package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Compares check constraints by the expression that the database reports.
 *
 * @param tables the table on both sides
 */
record CheckComparison(TableComparison tables) {

    void compare() {
        checks(tables.live()).stream()
                .filter(live -> checks(tables.wanted()).stream().noneMatch(wanted -> same(live, wanted)))
                .map(this::asDeclared)
                .forEach(check -> tables.changes()
                        .add(
                                Phase.DROP_CONSTRAINTS,
                                new ConstraintOperation.Drop(tables.live().name(), check)));
        checks(tables.wanted()).stream()
                .filter(wanted -> checks(tables.live()).stream().noneMatch(live -> same(live, wanted)))
                .map(this::declared)
                .forEach(check -> tables.changes()
                        .add(
                                Phase.ADD_CHECKS,
                                new ConstraintOperation.Add(tables.live().name(), check)));
    }

    /**
     * Finds the declared check constraint of a wanted one: by name, by the same expression, by the same values, or as
     * the only candidate.
     */
    private Check declared(Check wanted) {
        List<Check> declared = checks(tables.declared());
        return declared.stream()
                .filter(check -> check.name().equals(wanted.name()))
                .findFirst()
                .or(() -> declared.stream()
                        .filter(check -> CheckExpression.spelledAlike(check, wanted))
                        .findFirst())
                .or(() -> only(declared.stream()
                        .filter(check -> CheckExpression.sameValues(check, wanted)
                                && columns(check).equals(columns(wanted)))
                        .toList()))
                .or(() -> declared.stream()
                        .filter(check ->
                                declared.size() == 1 && checks(tables.wanted()).size() == 1)
                        .findFirst())
                .orElseGet(() -> new Check(ownName(wanted), wanted.expression()));
    }

    /** The live schema may use the name from the scratch schema for another constraint. */
    private String ownName(Check wanted) {
        String words = tables.live().name() + ": " + wanted.expression();
        return "ck_" + String.format("%08x", words.hashCode());
    }

    /**
     * A constraint that is replaced by one of the same name is written in the spelling of the entities. The downgrade
     * then also runs on other products.
     */
    private Check asDeclared(Check live) {
        return checks(tables.wanted()).stream()
                .filter(wanted -> declared(wanted).name().equals(live.name()))
                .findFirst()
                .map(wanted -> CheckExpression.declaredLike(live, wanted, declared(wanted)))
                .orElse(live);
    }

    /** The columns that a check constraint uses. */
    private List<String> columns(Check check) {
        return tables.declared().columns().stream()
                .map(Column::name)
                .filter(column -> ColumnReferences.of(column, check.expression()))
                .toList();
    }

    private static Optional<Check> only(List<Check> checks) {
        return checks.size() == 1 ? Optional.of(checks.get(0)) : Optional.empty();
    }

    private static List<Check> checks(Table table) {
        return table.constraintsOf(Check.class).toList();
    }

    private static boolean same(Check one, Check other) {
        return one.expression().equals(other.expression()) || CheckExpression.alike(one, other);
    }
}
