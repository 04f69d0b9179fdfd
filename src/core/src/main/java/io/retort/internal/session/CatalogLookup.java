package io.retort.internal.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the catalog of the connected database for the adaptation of a statement. */
public final class CatalogLookup {

    private CatalogLookup() {}

    /**
     * Returns the rows of a query about a table.
     *
     * @param query with two parameters: the schema and the table
     * @param schema the stored name of the schema; null for the current one
     * @param table the stored name of the table
     */
    public static List<List<@Nullable String>> of(
            Connection connection, String query, @Nullable String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema == null ? currentSchema(connection) : schema);
            statement.setString(2, table);
            try (ResultSet found = statement.executeQuery()) {
                List<List<@Nullable String>> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    private static List<@Nullable String> row(ResultSet found) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(found.getString(i));
        }
        return row;
    }

    /** MySQL and MariaDB call a schema a catalog. */
    private static @Nullable String currentSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }

    /** Returns the second column of the row that a {@code show} command prints; empty if the object does not exist. */
    public static Optional<String> shown(Connection connection, String command) {
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery(command)) {
            return shown.next() ? Optional.ofNullable(shown.getString(2)) : Optional.empty();
        } catch (SQLException missing) {
            return Optional.empty();
        }
    }
}
