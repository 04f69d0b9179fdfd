package io.retort.internal.dialect.sqlite;

import io.retort.internal.dialect.ansi.SqlNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key options of a table that a constraint cannot express: {@code unique (code collate nocase) on conflict
 * ignore}, {@code primary key (id) on conflict replace}, {@code not null (name) on conflict ignore}.
 *
 * @param options all options of a table
 */
record SqliteKeyOptions(List<String> options) {

    static final SqliteKeyOptions NONE = new SqliteKeyOptions(List.of());

    private static final String NOT_NULL = "not null";
    private static final String PRIMARY_KEY = "primary key";
    private static final List<String> KEYS = List.of(PRIMARY_KEY, "unique", NOT_NULL);

    SqliteKeyOptions {
        options = List.copyOf(options);
    }

    static boolean isAboutKey(String option) {
        return KEYS.stream().anyMatch(key -> option.startsWith(key + " ("));
    }

    /** A constraint over some columns with its options; empty without options. */
    Optional<String> of(String key, List<String> columns, SqlNaming words) {
        return options.stream()
                .filter(option -> option.startsWith(key + " (") && isOver(option, columns))
                .map(option -> written(key, option, columns, words))
                .findFirst();
    }

    /** What follows {@code not null}. */
    String ofNotNull(String column) {
        return conflict(NOT_NULL, column);
    }

    /** What follows {@code primary key} behind the only column of one. */
    String ofPrimaryKey(String column) {
        return conflict(PRIMARY_KEY, column);
    }

    private String conflict(String key, String column) {
        return options.stream()
                .filter(option -> option.startsWith(key + " (") && isOver(option, List.of(column)))
                .map(SqliteKeyOptions::end)
                .findFirst()
                .orElse("");
    }

    private static String written(String key, String option, List<String> columns, SqlNaming words) {
        List<String> parts = parts(option);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(words.name(columns.get(i))
                    + parts.get(i).substring(columns.get(i).length()));
        }
        return key + " (" + String.join(", ", all) + ")" + end(option);
    }

    private static boolean isOver(String option, List<String> columns) {
        List<String> parts = parts(option);
        for (int i = 0; i < parts.size(); i++) {
            boolean same = i < columns.size()
                    && (parts.get(i).equals(columns.get(i)) || parts.get(i).startsWith(columns.get(i) + " "));
            if (!same) {
                return false;
            }
        }
        return parts.size() == columns.size();
    }

    private static List<String> parts(String option) {
        return List.of(option.substring(option.indexOf('(') + 1, option.lastIndexOf(')'))
                .split(", "));
    }

    private static String end(String option) {
        return option.substring(option.lastIndexOf(')') + 1);
    }
}
