package io.retort.dialect.ansi;

import io.retort.dialect.Catalog;
import io.retort.dialect.CatalogLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A catalog that is read from views: each row is a line, with all columns but those that change by themselves.
 *
 * @param views the views, or queries in parentheses with a name after them
 * @param leftOut the names, in lower case, of columns that change without a change to the schema
 * @param schemas the query for the names of all schemas
 */
public record CatalogViews(List<View> views, Set<String> leftOut, String schemas) implements Catalog {

    /** The column of a view that tells whether a row was left behind by a statement that did not come to its end. */
    public static final String UNFINISHED = "unfinished";

    /**
     * One view.
     *
     * @param name the view
     * @param schema its column with a schema's name
     * @param table its column with the name of the table, view or sequence; null if its rows belong to none
     */
    public record View(String name, String schema, @Nullable String table) {}

    @Override
    public List<CatalogLine> lines(Connection connection, @Nullable String schema, String name) throws SQLException {
        List<CatalogLine> lines = new ArrayList<>();
        for (View view : views) {
            if (view.table() != null) {
                String query = "select * from " + view.name() + " where " + view.schema() + " = ? and " + view.table()
                        + " = ?";
                lines.addAll(ask(connection, view, query, List.of(orOwn(connection, schema), name)));
            }
        }
        return sorted(lines);
    }

    @Override
    public List<CatalogLine> lines(Connection connection, @Nullable String schema) throws SQLException {
        List<CatalogLine> lines = new ArrayList<>();
        for (View view : views) {
            String query = "select * from " + view.name() + " where " + view.schema() + " = ?";
            lines.addAll(ask(connection, view, query, List.of(orOwn(connection, schema))));
        }
        return sorted(lines);
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        try (PreparedStatement jdbc = connection.prepareStatement(schemas);
                ResultSet rows = jdbc.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static String orOwn(Connection connection, @Nullable String schema) throws SQLException {
        return schema == null ? String.valueOf(connection.getSchema()) : schema;
    }

    private static List<CatalogLine> sorted(List<CatalogLine> lines) {
        return lines.stream().sorted(Comparator.comparing(CatalogLine::text)).toList();
    }

    private List<CatalogLine> ask(Connection connection, View view, String query, List<String> parameters)
            throws SQLException {
        try (PreparedStatement jdbc = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                jdbc.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = jdbc.executeQuery()) {
                List<CatalogLine> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(line(view, rows));
                }
                return lines;
            }
        }
    }

    private CatalogLine line(View view, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringBuilder text = new StringBuilder(view.name());
        boolean unfinished = false;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (name.equals(UNFINISHED)) {
                unfinished = row.getBoolean(i);
            } else if (!leftOut.contains(name)) {
                text.append('|').append(name).append('=').append(row.getString(i));
            }
        }
        return new CatalogLine(text.toString(), unfinished);
    }
}
