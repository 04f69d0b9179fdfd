package io.retort.dialect;

import io.retort.sum.Sum;

/**
 * What a lock is called: the same for all who would change the same table of revisions, and for nobody else.
 *
 * @param database the database, as the connection calls it; empty where the product has only one
 * @param schema the schema of the table of revisions, as the catalog spells it; empty where there are none
 * @param table the table, as the catalog spells it
 */
public record LockName(String database, String schema, String table) {

    /** A short text of letters, digits and a colon: every product takes it as the name of a lock. */
    public String text() {
        return "retort:" + sum().hex();
    }

    /** The name as a number. */
    public long key() {
        return sum().bits();
    }

    private Sum sum() {
        return Sum.of(database, schema, table);
    }
}
