package io.retort.dialect.mysql;

import io.retort.dialect.Catalog;
import io.retort.dialect.CatalogLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What MySQL and MariaDB tell: {@code show create table}, which is exact, and the views about what is no table. */
final class MySqlCatalog implements Catalog {

    private static final Pattern COUNTER = Pattern.compile("(?i) AUTO_INCREMENT=\\d+");
    private static final int INVALID_VIEW = 1356;
    private static final String NO_SUCH_TABLE = "42S02";

    /** Each has the schema for its first parameter. */
    private static final List<String> ASIDE = List.of(
            "select 'routine', routine_name, routine_type, routine_definition, sql_mode, definer, dtd_identifier,"
                    + " is_deterministic, security_type, routine_comment"
                    + " from information_schema.routines where routine_schema = ?",
            "select 'event', event_name, event_definition, interval_value, interval_field, execute_at, status, definer"
                    + " from information_schema.events where event_schema = ?",
            "select 'parameter', specific_name, ordinal_position, parameter_name, parameter_mode, dtd_identifier"
                    + " from information_schema.parameters where specific_schema = ?",
            "select 'schema', default_character_set_name, default_collation_name"
                    + " from information_schema.schemata where schema_name = ?");

    private static final String TRIGGERS = "select 'trigger', trigger_name, event_object_table, event_manipulation,"
            + " action_timing, action_order, action_statement, definer from information_schema.triggers"
            + " where event_object_schema = ?";

    @Override
    public List<CatalogLine> lines(Connection connection, @Nullable String schema, String name) throws SQLException {
        String owner = orOwn(connection, schema);
        List<CatalogLine> lines = new ArrayList<>(shown(connection, owner, name));
        lines.addAll(rows(connection, TRIGGERS + " and event_object_table = ? order by 2", owner, name));
        return lines;
    }

    @Override
    public List<CatalogLine> lines(Connection connection, @Nullable String schema) throws SQLException {
        String owner = orOwn(connection, schema);
        List<CatalogLine> lines = new ArrayList<>();
        for (String table : texts(
                connection,
                "select table_name from information_schema.tables where table_schema = ? order by 1",
                owner)) {
            lines.addAll(shown(connection, owner, table));
        }
        lines.addAll(rows(connection, TRIGGERS + " order by 2", owner));
        for (String query : ASIDE) {
            lines.addAll(rows(connection, query + " order by 2, 3", owner));
        }
        return lines;
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return texts(connection, "select schema_name from information_schema.schemata where schema_name <> ?", "");
    }

    private static String orOwn(Connection connection, @Nullable String schema) throws SQLException {
        return schema == null ? String.valueOf(connection.getCatalog()) : schema;
    }

    private static List<CatalogLine> shown(Connection connection, String schema, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show create table " + quoted(schema) + "." + quoted(name))) {
            shown.next();
            return Arrays.stream(
                            COUNTER.matcher(shown.getString(2)).replaceAll("").split("\\R"))
                    .map(line -> new CatalogLine(name + ": " + line.strip().replaceFirst(",$", "")))
                    .toList();
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                return List.of();
            }
            if (e.getErrorCode() == INVALID_VIEW) {
                return List.of(new CatalogLine(name + ": a view of something that is not there"));
            }
            throw e;
        }
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static List<String> texts(Connection connection, String query, String parameter) throws SQLException {
        return rows(connection, query, parameter).stream()
                .map(CatalogLine::text)
                .toList();
    }

    private static List<CatalogLine> rows(Connection connection, String query, String... parameters)
            throws SQLException {
        try (PreparedStatement jdbc = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                jdbc.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = jdbc.executeQuery()) {
                List<CatalogLine> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(new CatalogLine(text(rows)));
                }
                return lines;
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(String.valueOf(row.getString(1)));
        for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
            text.append('|').append(row.getString(i));
        }
        return text.toString();
    }
}
