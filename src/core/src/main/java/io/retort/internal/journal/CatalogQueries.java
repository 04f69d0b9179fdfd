package io.retort.internal.journal;

import io.retort.dialect.Catalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads query results, one line per row. */
final class CatalogQueries {

    private final Connection connection;
    private final Set<String> leftOut;

    /**
     * @param connection the connection
     * @param leftOut the columns to leave out
     */
    CatalogQueries(Connection connection, Set<String> leftOut) {
        this.connection = connection;
        this.leftOut = leftOut;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the current schema; MySQL's driver calls it a catalog. */
    String ownSchema() throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? String.valueOf(connection.getCatalog()) : schema;
    }

    List<String> texts(String query, String... parameters) throws SQLException {
        try (PreparedStatement jdbc = prepare(query, parameters);
                ResultSet rows = jdbc.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    List<CatalogLine> lines(String about, String query, String... parameters) throws SQLException {
        try (PreparedStatement jdbc = prepare(query, parameters);
                ResultSet rows = jdbc.executeQuery()) {
            List<CatalogLine> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(line(about, rows));
            }
            return lines;
        }
    }

    private PreparedStatement prepare(String query, String... parameters) throws SQLException {
        PreparedStatement jdbc = connection.prepareStatement(query);
        for (int i = 0; i < parameters.length; i++) {
            jdbc.setString(i + 1, parameters[i]);
        }
        return jdbc;
    }

    private CatalogLine line(String about, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringBuilder text = new StringBuilder(about);
        boolean unfinished = false;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (name.equals(Catalog.UNFINISHED)) {
                unfinished = row.getBoolean(i);
            } else if (!leftOut.contains(name)) {
                text.append('|').append(name).append('=').append(row.getString(i));
            }
        }
        return new CatalogLine(text.toString(), unfinished);
    }
}
