package io.retort.diff.internal.compare;

import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.TypeOperation;
import io.retort.operation.TypeOperation.Use;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Drops the objects that depend on a column while the column is recreated or its enum type changes, and restores them
 * afterwards.
 *
 * @param changes the operations so far
 */
record DependentObjectDetacher(OperationOrder changes) {

    /** Covers indexes, keys and check constraints, because dropping a column drops all of them. */
    void all(Table table, String column) {
        table.indexes().stream().filter(index -> dependsOn(index, column)).forEach(index -> detachIndex(table, index));
        table.constraints().stream()
                .filter(constraint -> dependsOn(constraint, column))
                .forEach(constraint -> detachConstraint(table, constraint));
    }

    /**
     * Covers check constraints over columns of enum types, which compare constants of the old type, and defaults. Where
     * constants are only added, it is the downgrade that recreates the type.
     *
     * @param live the tables of the database
     */
    public void ofTypes(List<Table> live) {
        for (var operation : changes.operations()) {
            if (operation instanceof TypeOperation.Alter alter) {
                for (Use use : alter.uses()) {
                    live.stream()
                            .filter(table -> table.name().equals(use.table()))
                            .forEach(table -> conditions(table, use.column().name()));
                }
                List<Use> uses = alter.uses().stream()
                        .filter(use -> !(use.column().generation() instanceof Generation.Computed))
                        .map(this::withoutOldDefault)
                        .toList();
                changes.withdraw(alter::equals);
                changes.add(Phase.CREATE_TYPES, new TypeOperation.Alter(alter.before(), alter.after(), uses));
            }
        }
    }

    /**
     * The new type may lack the constant of the old default. The old default is therefore dropped before the type
     * changes, and the new one set afterwards.
     */
    private Use withoutOldDefault(Use use) {
        for (var operation : changes.operations()) {
            if (operation instanceof ColumnOperation.Alter alter
                    && alter.table().equals(use.table())
                    && alter.after().name().equals(use.column().name())
                    && !Objects.equals(
                            alter.before().defaultValue(), alter.after().defaultValue())) {
                Column open = alter.before().withDefault(null);
                changes.withdraw(alter::equals);
                if (!open.equals(alter.before())) {
                    changes.add(
                            Phase.DROP_COMPUTED_COLUMNS,
                            new ColumnOperation.Alter(alter.table(), alter.before(), open));
                }
                if (!open.equals(alter.after())) {
                    changes.add(Phase.ALTER_COLUMNS, new ColumnOperation.Alter(alter.table(), open, alter.after()));
                }
                return new Use(use.table(), use.column().withDefault(null));
            }
        }
        return use;
    }

    private void conditions(Table table, String column) {
        table.indexes().stream().filter(index -> isInWords(index, column)).forEach(index -> detachIndex(table, index));
        table.constraintsOf(Check.class)
                .filter(check -> mentions(check.expression(), column))
                .forEach(check -> detachConstraint(table, check));
    }

    private static boolean dependsOn(Index index, String column) {
        return isInWords(index, column)
                || index.parts().stream()
                        .anyMatch(part -> !part.expression() && part.text().equals(column));
    }

    private static boolean isInWords(Index index, String column) {
        boolean rows = index.where() != null && mentions(index.where(), column);
        return rows || index.parts().stream().anyMatch(part -> part.expression() && mentions(part.text(), column));
    }

    private static boolean dependsOn(Constraint constraint, String column) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns().contains(column);
        }
        if (constraint instanceof Check check) {
            return mentions(check.expression(), column);
        }
        return constraint instanceof Unique key && key.columns().contains(column);
    }

    private void detachIndex(Table table, Index index) {
        IndexOperation.Drop drop = new IndexOperation.Drop(table.name(), index);
        if (!changes.operations().contains(drop)) {
            changes.add(Phase.DROP_CONSTRAINTS, drop);
            changes.add(Phase.CREATE_INDEXES, new IndexOperation.Create(table.name(), index));
        }
    }

    private void detachConstraint(Table table, Constraint constraint) {
        ConstraintOperation.Drop drop = new ConstraintOperation.Drop(table.name(), constraint);
        if (!changes.operations().contains(drop)) {
            changes.add(Phase.DROP_CONSTRAINTS, drop);
            changes.add(
                    constraint instanceof Check ? Phase.ADD_CHECKS : Phase.ADD_KEYS,
                    new ConstraintOperation.Add(table.name(), constraint));
        }
    }

    /** Whether an expression mentions a column. */
    static boolean mentions(String expression, String column) {
        return ColumnReferences.of(column, expression);
    }
}
