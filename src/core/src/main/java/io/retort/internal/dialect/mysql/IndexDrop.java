package io.retort.internal.dialect.mysql;

import io.retort.dialect.Identifiers;
import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index, and creates the index of each foreign key that no other index serves then. The database dropped that index
 * itself when the other one was created, and refuses to drop the last index of a foreign key.
 *
 * @param table the table
 * @param name the stored name of the index
 * @param identifiers how the product treats names
 * @param lookup finds the unique constraint whose index is dropped; null for other indexes
 */
record IndexDrop(
        QualifiedName table,
        String name,
        Identifiers identifiers,
        @Nullable ConstraintLookup lookup) implements TableAdaptation {

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        return lookup == null
                ? completed(text, name, indexes(connection))
                : completed(lookup.adapt(text, connection), lookup.actualName(connection), indexes(connection));
    }

    @Override
    public String adaptAfter(List<Operation> before, String text, Connection connection) {
        ForeignKeyIndexes indexes = indexes(connection);
        before.forEach(indexes::apply);
        return completed(text, name, indexes);
    }

    private ForeignKeyIndexes indexes(Connection connection) {
        return new ForeignKeyIndexes(shown(connection, table, identifiers), table, identifiers);
    }

    private String completed(String drop, String index, ForeignKeyIndexes indexes) {
        Map<String, List<String>> missing = indexes.missingWithout(index);
        if (missing.isEmpty()) {
            return drop;
        }
        String alter =
                NoLock.isAlter(drop) ? drop : "alter table " + identifiers.sql(table) + " drop index " + sql(index);
        return alter
                + missing.entrySet().stream()
                        .map(key -> ", add index " + sql(key.getKey()) + " ("
                                + key.getValue().stream().map(this::sql).collect(Collectors.joining(", ")) + ")")
                        .collect(Collectors.joining());
    }

    private String sql(String stored) {
        return identifiers.sql(identifiers.typed(stored));
    }

    @Override
    public String inFile(String text) {
        return lookup == null ? text : lookup.inFile(text);
    }
}
