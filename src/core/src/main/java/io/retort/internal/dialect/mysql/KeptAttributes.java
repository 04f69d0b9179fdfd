package io.retort.internal.dialect.mysql;

import io.retort.dialect.Identifiers;
import io.retort.internal.session.CatalogLookup;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.sql.Connection;

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
}
