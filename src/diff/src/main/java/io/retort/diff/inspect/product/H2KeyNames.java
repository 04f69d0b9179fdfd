package io.retort.diff.inspect.product;

import io.retort.diff.inspect.product.Quirks.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of H2's keys. When a column is renamed the catalog shows keys under its old name until the database is opened
 * again; the index under a key has the new name at once.
 */
final class H2KeyNames {

    /** Compared here and not by H2, which takes five times as long for it. */
    private static final String COLUMNS =
            "select table_schema, table_name, column_name from information_schema.columns";

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

    /** The rows of {@code key_column_usage}, those of one constraint in order, with the names that columns have now. */
    static List<Facts> columns(Rows rows) {
        Set<List<String>> there = rows.read("columns by name", COLUMNS).stream()
                .map(H2KeyNames::place)
                .collect(Collectors.toSet());
        List<Facts> all = rows.read("columns of keys", KEYS);
        List<Facts> outdated =
                all.stream().filter(row -> !there.contains(place(row))).toList();
        if (outdated.isEmpty()) {
            return all;
        }
        Map<Facts, String> names = namesNow(outdated, by("CONSTRAINT", all), rows);
        return all.stream()
                .map(row -> names.containsKey(row) ? row.with("COLUMN_NAME", names.get(row)) : row)
                .toList();
    }

    private static Map<Facts, String> namesNow(List<Facts> outdated, Map<List<String>, List<Facts>> keys, Rows rows) {
        Map<List<String>, List<Facts>> beneath = by("CONSTRAINT", rows.read("indexes of keys", KEY_INDEXES));
        Map<List<String>, List<Facts>> indexes = by("INDEX", rows.read("columns of indexes", INDEXES));
        Map<Facts, String> names = new HashMap<>();
        by("CONSTRAINT", outdated).forEach((key, old) -> {
            List<String> now =
                    names(indexes.getOrDefault(name("INDEX", beneath.get(key).get(0)), List.of()));
            now.removeAll(names(keys.get(key)));
            for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
                names.put(old.get(i), now.get(i));
            }
        });
        return names;
    }

    private static Map<List<String>, List<Facts>> by(String sort, List<Facts> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> name(sort, row)));
    }

    private static List<String> place(Facts row) {
        return List.of(row.needed("TABLE_SCHEMA"), row.needed("TABLE_NAME"), row.needed("COLUMN_NAME"));
    }

    private static List<String> name(String sort, Facts row) {
        String name = row.text(sort + "_NAME");
        return name == null ? List.of() : List.of(row.needed(sort + "_SCHEMA"), name);
    }

    private static List<String> names(List<Facts> rows) {
        return new ArrayList<>(
                rows.stream().map(row -> row.needed("COLUMN_NAME")).toList());
    }
}
