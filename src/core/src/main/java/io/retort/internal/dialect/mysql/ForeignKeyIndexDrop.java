package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.internal.session.CatalogLookup;
import io.retort.operation.Statement;
import io.retort.schema.Constraint.ForeignKey;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Drops a foreign key together with the index of the same name that the database created for it.
 *
 * @param lookup finds the foreign key
 */
record ForeignKeyIndexDrop(ConstraintLookup lookup) implements Statement.Adaptation {

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        String name = lookup.actualName(connection);
        String drop = lookup.adapt(text, connection);
        boolean own = lookup.constraint() instanceof ForeignKey key
                && CatalogLookup.shown(
                                connection,
                                ShownTable.command(lookup.identifiers().sql(lookup.table())))
                        .map(ShownTable::of)
                        .filter(shown -> shown.hasOwnIndex(
                                name,
                                key.columns().stream()
                                        .map(lookup.identifiers()::stored)
                                        .toList()))
                        .isPresent();
        return own
                ? drop + ", drop index "
                        + lookup.identifiers().sql(lookup.identifiers().typed(name))
                : drop;
    }

    @Override
    public String inFile(String text) {
        return lookup.inFile(text);
    }
}
