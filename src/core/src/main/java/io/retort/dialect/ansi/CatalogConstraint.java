package io.retort.dialect.ansi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A constraint in the catalog of the connected database.
 *
 * @param name its stored name
 * @param type {@code UNIQUE}, {@code FOREIGN KEY}, {@code PRIMARY KEY} or {@code CHECK}
 * @param columns the stored names of its columns, in order; empty for a check constraint
 * @param condition the condition of a check constraint; empty for other constraints
 */
public record CatalogConstraint(String name, String type, List<String> columns, String condition) {

    private static final String KEYS = """
            select t.constraint_name, t.constraint_type, k.column_name
            from information_schema.table_constraints t left join information_schema.key_column_usage k
              on k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name
              and k.table_name = t.table_name
            where t.table_schema = ? and t.table_name = ? order by t.constraint_name, k.ordinal_position""";

    private static final String CHECKS = """
            select c.constraint_name, c.check_clause
            from information_schema.check_constraints c join information_schema.table_constraints t
              on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
            where t.table_schema = ? and t.table_name = ? and c.check_clause not like '%IS NOT NULL'
            order by c.constraint_name""";

    public CatalogConstraint {
        columns = List.copyOf(columns);
    }

    /** Returns the keys of a table, by stored names; a null schema is the current schema. */
    static List<CatalogConstraint> keys(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (List<@Nullable String> row : rows(connection, KEYS, schema, table)) {
            String name = String.valueOf(row.get(0));
            types.put(name, String.valueOf(row.get(1)));
            List<String> some = columns.computeIfAbsent(name, any -> new ArrayList<>());
            if (row.get(2) != null) {
                some.add(String.valueOf(row.get(2)));
            }
        }
        return types.entrySet().stream()
                .map(type -> new CatalogConstraint(
                        type.getKey(), type.getValue(), columns.getOrDefault(type.getKey(), List.of()), ""))
                .toList();
    }

    /** Returns the check constraints of a table, by stored names; a null schema is the current schema. */
    static List<CatalogConstraint> checks(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        return rows(connection, CHECKS, schema, table).stream()
                .map(row -> new CatalogConstraint(
                        String.valueOf(row.get(0)), "CHECK", List.of(), String.valueOf(row.get(1))))
                .toList();
    }

    private static List<List<@Nullable String>> rows(
            Connection connection, String query, @Nullable String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema == null ? currentSchema(connection) : schema);
            statement.setString(2, table);
            try (ResultSet found = statement.executeQuery()) {
                List<List<@Nullable String>> rows = new ArrayList<>();
                while (found.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /** MySQL and MariaDB call a schema a catalog. */
    private static @Nullable String currentSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }
}
