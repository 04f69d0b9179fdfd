package io.retort.diff.compare;

import io.retort.schema.QualifiedName;

/**
 * Something in a table that no revision created and no entity declares.
 *
 * @param kind what it is, such as {@code index} or {@code default}
 * @param table the table
 * @param name its name inside the table; a property is named after its column, as in {@code tier.default}
 */
public record UnmanagedObject(String kind, QualifiedName table, String name) implements Comparable<UnmanagedObject> {

    /** What it is called in flags and in {@code retort.exclude}: {@code customer.ix_dba}. */
    public String subject() {
        return table + "." + name;
    }

    /** The object as lists show it: {@code index customer.ix_dba}. */
    @Override
    public String toString() {
        return kind + " " + subject();
    }

    @Override
    public int compareTo(UnmanagedObject other) {
        return subject().compareTo(other.subject());
    }
}
