package io.retort.internal.journal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JDBC metadata: tables, columns, keys and indexes, but no check constraints, triggers or routines.
 */
final class MetaDataReader implements CatalogReader {

    private static final List<String> COLUMN = List.of(
            "COLUMN_NAME", "TYPE_NAME", "COLUMN_SIZE", "DECIMAL_DIGITS", "IS_NULLABLE", "COLUMN_DEF", "REMARKS");
    private static final List<String> KEY = List.of("PK_NAME", "KEY_SEQ", "COLUMN_NAME");
    private static final List<String> REFERENCE =
            List.of("FK_NAME", "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME", "UPDATE_RULE", "DELETE_RULE");
    private static final List<String> INDEX =
            List.of("INDEX_NAME", "NON_UNIQUE", "ORDINAL_POSITION", "COLUMN_NAME", "ASC_OR_DESC");

    private final Connection connection;

    /**
     * @param connection the connection
     */
    MetaDataReader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<CatalogLine> lines(@Nullable String schema, String name) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String catalog = connection.getCatalog();
        String owner = schema == null ? connection.getSchema() : schema;
        List<CatalogLine> lines = new ArrayList<>();
        try (ResultSet rows = database.getColumns(catalog, owner, escaped(database, name), "%")) {
            add("column", rows, lines, COLUMN);
        }
        if (lines.isEmpty()) {
            return lines;
        }
        try (ResultSet rows = database.getPrimaryKeys(catalog, owner, name)) {
            add("key", rows, lines, KEY);
        }
        try (ResultSet rows = database.getImportedKeys(catalog, owner, name)) {
            add("reference", rows, lines, REFERENCE);
        }
        try (ResultSet rows = database.getIndexInfo(catalog, owner, name, false, true)) {
            add("index", rows, lines, INDEX);
        }
        return lines.stream()
                .map(line -> new CatalogLine(name + " " + line.text()))
                .toList();
    }

    @Override
    public List<CatalogLine> lines(@Nullable String schema) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String owner = schema == null ? connection.getSchema() : schema;
        List<CatalogLine> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet rows = database.getTables(connection.getCatalog(), owner, "%", null)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
                lines.add(new CatalogLine(rows.getString("TABLE_TYPE") + " " + rows.getString("TABLE_NAME") + " "
                        + rows.getString("REMARKS")));
            }
        }
        for (String name : names) {
            lines.addAll(lines(schema, name));
        }
        return lines;
    }

    @Override
    public List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_SCHEM"));
            }
        }
        return names;
    }

    private static void add(String what, ResultSet rows, List<CatalogLine> lines, List<String> columns)
            throws SQLException {
        while (rows.next()) {
            StringBuilder text = new StringBuilder(what);
            for (String column : columns) {
                text.append('|').append(rows.getString(column));
            }
            lines.add(new CatalogLine(text.toString()));
        }
    }

    private static String escaped(DatabaseMetaData database, String name) throws SQLException {
        String escape = database.getSearchStringEscape();
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }
}
