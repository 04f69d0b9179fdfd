package io.retort.internal.sql;

import java.util.List;

/**
 * Which rows of a table a statement is about.
 *
 * @param known whether they are known
 * @param conditions SQL conditions, each of which selects other rows; empty for all rows
 */
public record RowSelection(boolean known, List<String> conditions) {

    /** All rows. */
    public static final RowSelection ALL = new RowSelection(true, List.of());

    /** Rows that are not known. */
    public static final RowSelection UNKNOWN = new RowSelection(false, List.of());

    public RowSelection {
        conditions = List.copyOf(conditions);
    }

    /** Returns the rows that meet a condition. */
    public static RowSelection where(String condition) {
        return new RowSelection(true, List.of(condition));
    }

    /** Returns whether these are all rows. */
    public boolean isAll() {
        return known && conditions.isEmpty();
    }

    /** Returns one condition for all of these rows. */
    public String condition() {
        return isAll() ? "1 = 1" : "(" + String.join(") or (", conditions) + ")";
    }
}
