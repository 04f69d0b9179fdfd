package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.operation.Operation;
import io.retort.schema.Constraint.ForeignKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Drops a foreign key together with the index of the same name that the database created for it.
 *
 * @param lookup finds the foreign key
 */
record ForeignKeyIndexDrop(ConstraintLookup lookup) implements TableAdaptation {

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        String name = lookup.actualName(connection);
        String drop = lookup.adapt(text, connection);
        ShownTable shown = shown(connection, lookup.table(), lookup.identifiers());
        return isOwn(name, shown, List.of())
                        && lookup.constraint() instanceof ForeignKey key
                        && isPlain(shown, name, key)
                ? drop + ", drop index "
                        + lookup.identifiers().sql(lookup.identifiers().typed(name))
                : drop;
    }

    /** An index that a user created is unique or has prefixes. */
    private boolean isPlain(ShownTable shown, String name, ForeignKey key) {
        return shown.hasPlainIndex(
                name, key.columns().stream().map(lookup.identifiers()::stored).toList());
    }

    @Override
    public String adaptAfter(List<Operation> before, String text, Connection connection) {
        ShownTable shown = shown(connection, lookup.table(), lookup.identifiers());
        return isOwn(lookup.name(), shown, before)
                ? text + ", drop index " + lookup.identifiers().sql(lookup.name())
                : text;
    }

    private boolean isOwn(String name, ShownTable shown, List<Operation> before) {
        ForeignKeyIndexes indexes = new ForeignKeyIndexes(shown, lookup.table(), lookup.identifiers());
        before.forEach(indexes::apply);
        return lookup.constraint() instanceof ForeignKey key && indexes.hasOwnIndex(name, key);
    }

    @Override
    public String inFile(String text) {
        return lookup.inFile(text);
    }
}
