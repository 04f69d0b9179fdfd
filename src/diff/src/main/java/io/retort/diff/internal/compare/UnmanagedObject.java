package io.retort.diff.internal.compare;

import io.retort.schema.QualifiedName;

/**
 * An object within a table that no revision created and no entity declares, or a default that a revision created for the
 * inserts of an older release.
 *
 * @param kind the kind of the object, such as {@code index} or {@code default}
 * @param table the name of the table
 * @param name the name within the table; a property is named after its column, as in {@code tier.default}
 */
public record UnmanagedObject(String kind, QualifiedName table, String name) implements Comparable<UnmanagedObject> {

    private static final String TEMPORARY = "temporary default";

    /**
     * Returns a default that a revision created for the inserts of an older release.
     *
     * @param table the name of the table
     * @param name the name of the default, as in {@code tier.default}
     */
    static UnmanagedObject temporary(QualifiedName table, String name) {
        return new UnmanagedObject(TEMPORARY, table, name);
    }

    /** Returns whether it is a default that a revision created for the inserts of an older release. */
    public boolean isTemporary() {
        return kind.equals(TEMPORARY);
    }

    /** Returns the name used in options and in {@code retort.exclude}, such as {@code customer.ix_dba}. */
    public String subject() {
        return table + "." + name;
    }

    /** Returns the object as lists show it, such as {@code index customer.ix_dba}. */
    @Override
    public String toString() {
        return kind + " " + subject();
    }

    @Override
    public int compareTo(UnmanagedObject other) {
        return subject().compareTo(other.subject());
    }
}
