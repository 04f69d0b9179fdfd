package io.retort.diff.internal.inspect;

import org.jspecify.annotations.Nullable;

/**
 * An object outside the definition of a table that depends on it: a view, trigger, policy, statistics object or grant.
 *
 * @param kind the kind of the object, such as {@code view}
 * @param name its stored name; for grants, what is granted
 * @param table the stored name of the table
 * @param column the stored name of the column that it depends on; null if it depends on the table, or if only its text
 *     shows the columns
 * @param text its definition, which contains the column names; empty if the column is known
 * @param creation the statement that creates it again; null if it is not known, or does not restore all of it
 */
public record DependentObject(
        String kind,
        String name,
        String table,
        @Nullable String column,
        String text,
        @Nullable String creation) {

    /** Returns the object as messages name it, such as {@code view active_customers}. */
    public String title() {
        return kind + " " + name;
    }
}
