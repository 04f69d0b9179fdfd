package io.retort.diff.internal.inspect;

import io.retort.diff.internal.inspect.Quirks.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the columns of H2's keys. After a column is renamed, the catalog shows keys with the old name until the
 * database is reopened. The index of a key shows the new name immediately.
 */
final class H2KeyNames {

    private static final String KEYS = """
            select constraint_schema, constraint_name, table_schema, table_name, column_name, ordinal_position,
              position_in_unique_constraint
            from information_schema.key_column_usage order by 1, 2, ordinal_position""";

    private static final String KEY_INDEXES =
            "select constraint_schema, constraint_name, index_schema, index_name from information_schema.table_constraints";

    private static final String INDEXES = """
            select index_schema, index_name, column_name from information_schema.index_columns
            order by 1, 2, ordinal_position""";

    private H2KeyNames() {}

    /**
     * Returns the rows of {@code key_column_usage} with the current column names, those of a constraint in order. The
     * index of a key starts with the columns of the key.
     */
    static List<CatalogRow> columns(Rows rows) {
        Map<List<String>, List<CatalogRow>> indexes = by("INDEX", rows.read("columns of indexes", INDEXES));
        Map<List<String>, List<String>> beneath = new HashMap<>();
        for (CatalogRow key : rows.read("indexes of keys", KEY_INDEXES)) {
            beneath.put(name("CONSTRAINT", key), names(indexes.getOrDefault(name("INDEX", key), List.of())));
        }
        List<CatalogRow> columns = new ArrayList<>();
        by("CONSTRAINT", rows.read("columns of keys", KEYS))
                .forEach((key, old) -> columns.addAll(now(old, beneath.getOrDefault(key, List.of()))));
        return columns;
    }

    /** Returns the columns of one key with the names from its index. */
    private static List<CatalogRow> now(List<CatalogRow> key, List<String> index) {
        List<String> before = names(key);
        List<String> fresh = new ArrayList<>(index.subList(0, Math.min(key.size(), index.size())));
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(fresh);
        fresh.removeAll(before);
        Map<String, String> renamed = new HashMap<>();
        for (int i = 0; i < Math.min(gone.size(), fresh.size()); i++) {
            renamed.put(gone.get(i), fresh.get(i));
        }
        if (renamed.isEmpty()) {
            return key;
        }
        return key.stream()
                .map(row -> row.with(
                        "COLUMN_NAME", renamed.getOrDefault(row.needed("COLUMN_NAME"), row.needed("COLUMN_NAME"))))
                .toList();
    }

    private static Map<List<String>, List<CatalogRow>> by(String sort, List<CatalogRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> name(sort, row), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> name(String sort, CatalogRow row) {
        String name = row.text(sort + "_NAME");
        return name == null ? List.of() : List.of(row.needed(sort + "_SCHEMA"), name);
    }

    private static List<String> names(List<CatalogRow> rows) {
        return rows.stream().map(row -> row.needed("COLUMN_NAME")).toList();
    }
}
