package io.retort.internal.dialect.mysql;

import io.retort.dialect.Identifiers;
import io.retort.internal.session.CatalogLookup;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.sql.Connection;

/** Adapts a statement to what the database shows of a table. */
interface TableAdaptation extends Statement.Adaptation {

    /** Returns a table as the database shows it; without definitions if it does not exist. */
    default ShownTable shown(Connection connection, QualifiedName table, Identifiers identifiers) {
        return CatalogLookup.shown(connection, ShownTable.command(identifiers.sql(table)))
                .map(ShownTable::of)
                .orElse(ShownTable.MISSING);
    }
}
