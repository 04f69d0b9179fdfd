package io.retort.internal.dialect.ansi;

import io.retort.operation.Batches;
import io.retort.operation.Fill;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a backfill's statements.
 *
 * @param words renders names
 * @param table the table
 * @param fill the values and the condition
 */
public record BackfillSql(SqlNaming words, QualifiedName table, Fill fill) {

    /** The number of rows in a batch of a script, which cannot adapt it. */
    private static final int ROWS_IN_SCRIPT = 5_000;

    /** Returns the name of the table in SQL. */
    public String tableName() {
        return words.name(table);
    }

    /** Returns the update up to its condition. */
    public String update() {
        return "update " + tableName() + " set "
                + fill.assignments().stream()
                        .map(each -> words.name(each.column()) + " = " + each.value())
                        .collect(Collectors.joining(", "));
    }

    /** Returns the condition of the rows in parentheses. */
    public String condition() {
        return "(" + fill.condition() + ")";
    }

    /** Returns the update of all rows, with a remark why it has no batches. */
    public String whole() {
        return "-- One update of all rows: this script has no batches, because the product's client cannot loop or the key"
                + " of the table is unknown.\n"
                + update() + "\nwhere " + fill.condition();
    }

    /** Returns the number of rows in a batch of a script. */
    public int rows(Batches batches) {
        return Math.min(ROWS_IN_SCRIPT, batches.rows());
    }

    /** Returns the columns of the key in SQL: {@code a, b}. */
    public String columns(List<String> key) {
        return key.stream().map(words::name).collect(Collectors.joining(", "));
    }

    /**
     * Returns a comparison of the key with other values that can use an index on products that do not use one for a
     * comparison of rows.
     *
     * @param key the columns of the key in SQL
     * @param operator {@code >} or {@code <=}
     * @param values the values in SQL
     */
    public static String compared(List<String> key, String operator, List<String> values) {
        if (key.size() == 1) {
            return key.get(0) + " " + operator + " " + values.get(0);
        }
        String strict = operator.substring(0, 1);
        String rest = compared(key.subList(1, key.size()), operator, values.subList(1, values.size()));
        String first = key.get(0);
        String value = values.get(0);
        return first + " " + strict + "= " + value + " and (" + first + " " + strict + " " + value + " or (" + first
                + " = " + value + " and " + rest + "))";
    }

    /** Returns numbered names for the values of the key: {@code @last_1, @last_2}. */
    public static List<String> numbered(String prefix, List<String> key) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= key.size(); i++) {
            names.add(prefix + i);
        }
        return names;
    }
}
