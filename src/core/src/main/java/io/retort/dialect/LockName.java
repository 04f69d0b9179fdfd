package io.retort.dialect;

import io.retort.internal.checksum.Crc64;

/**
 * Identifies the migration lock: equal for all runs that use the same history table, different for all others.
 *
 * @param database the database, as the connection reports it; empty where the product has only one
 * @param schema the schema of the history table, as the catalog stores it; empty if the product has no schemas
 * @param table the history table, as the catalog stores it
 */
public record LockName(String database, String schema, String table) {

    /** Returns the lock's name as a short text of letters, digits and a colon, which every product accepts. */
    public String text() {
        return "retort:" + sum().hex();
    }

    /** Returns the lock's name as a number. */
    public long key() {
        return sum().bits();
    }

    private Crc64 sum() {
        return Crc64.of(database, schema, table);
    }
}
