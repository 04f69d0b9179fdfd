package io.retort.internal.dialect.mysql;

import io.retort.dialect.Identifiers;
import io.retort.internal.session.CatalogLookup;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Statement;
import io.retort.schema.Constraint.Check;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.util.List;

/**
 * Adds to a column definition what the database has and the revision does not contain: {@code invisible}, and a check
 * constraint inside the definition. Otherwise {@code modify column} would remove it.
 *
 * @param table the table
 * @param column the column as typed
 * @param identifiers how the product treats names
 */
record KeptAttributes(QualifiedName table, String column, Identifiers identifiers) implements Statement.Adaptation {

    @Override
    public String adapt(String text, Connection connection) {
        return text
                + CatalogLookup.shown(connection, ShownTable.command(identifiers.sql(table)))
                        .map(ShownTable::of)
                        .map(shown -> shown.attributes(identifiers.stored(column)))
                        .orElse("");
    }

    @Override
    public String adaptAfter(List<Operation> before, String text, Connection connection) {
        boolean known = before.stream().noneMatch(operation -> operation.accept(new ChangedChecks(table)));
        return known ? adapt(text, connection) : text;
    }

    /** Whether an operation changes a check constraint of the table, or replaces a column. */
    private record ChangedChecks(QualifiedName table) implements OperationVisitor.Selective<Boolean> {

        @Override
        public Boolean addConstraint(ConstraintOperation.Add add) {
            return add.table().equals(table) && add.constraint() instanceof Check;
        }

        @Override
        public Boolean dropConstraint(ConstraintOperation.Drop drop) {
            return drop.table().equals(table) && drop.constraint() instanceof Check;
        }

        @Override
        public Boolean dropColumn(ColumnOperation.Drop drop) {
            return drop.table().equals(table);
        }

        @Override
        public Boolean other(Operation operation) {
            return false;
        }
    }
}
