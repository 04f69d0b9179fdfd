package io.retort.internal.dialect.ansi;

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

    static final String KEYS = """
            select t.constraint_name, t.constraint_type, k.column_name
            from information_schema.table_constraints t left join information_schema.key_column_usage k
              on k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name
              and k.table_name = t.table_name
            where t.table_schema = ? and t.table_name = ? order by t.constraint_name, k.ordinal_position""";

    static final String CHECKS = """
            select c.constraint_name, c.check_clause
            from information_schema.check_constraints c join information_schema.table_constraints t
              on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
            where t.table_schema = ? and t.table_name = ? and c.check_clause not like '%IS NOT NULL'
            order by c.constraint_name""";

    public CatalogConstraint {
        columns = List.copyOf(columns);
    }

    /** Returns the keys in the rows of {@link #KEYS}. */
    static List<CatalogConstraint> keys(List<List<@Nullable String>> rows) {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (List<@Nullable String> row : rows) {
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

    /** Returns the check constraints in the rows of {@link #CHECKS}. */
    static List<CatalogConstraint> checks(List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> new CatalogConstraint(
                        String.valueOf(row.get(0)), "CHECK", List.of(), String.valueOf(row.get(1))))
                .toList();
    }
}
