package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.internal.session.CatalogLookup;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Constraint.ForeignKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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
    public String adaptAfter(List<Operation> before, String text, Connection connection) {
        String command = ShownTable.command(lookup.identifiers().sql(lookup.table()));
        ShownTable shown =
                CatalogLookup.shown(connection, command).map(ShownTable::of).orElse(ShownTable.MISSING);
        ForeignKeyIndexes indexes = new ForeignKeyIndexes(shown, lookup.table(), lookup.identifiers());
        before.forEach(indexes::apply);
        return lookup.constraint() instanceof ForeignKey key && indexes.hasOwnIndex(lookup.name(), key)
                ? text + ", drop index " + lookup.identifiers().sql(lookup.name())
                : text;
    }

    @Override
    public String inFile(String text) {
        return lookup.inFile(text);
    }
}
