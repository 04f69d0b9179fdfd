package io.retort.diff.inspect;

import org.jspecify.annotations.Nullable;

/**
 * Something outside a table's own definition that is about the table: a view, a trigger, a policy, statistics, grants.
 *
 * @param kind what it is, such as {@code view}
 * @param name its stored name; of grants, what is granted
 * @param table the stored name of the table
 * @param column the stored name of the column that it is about; null for the table, or where only the text tells
 * @param text its definition, in which columns are named; empty where the column is known
 */
public record DependentObject(
        String kind, String name, String table, @Nullable String column, String text) {

    /** The object as sentences name it: {@code view active_customers}. */
    public String title() {
        return kind + " " + name;
    }
}
