package io.retort.dialect;

import io.retort.internal.checksum.Crc64;

/**
 * How a product provides the migration lock, as SQL text. In every variant the lock belongs to a session or a process
 * and is released when that ends. It needs no open transaction on the connection that runs the migration.
 */
public sealed interface Locking {

    /**
     * Lock functions of the product, which lock a name for the session.
     *
     * @param take a query that does not wait. It returns true if the lock was acquired and false if another session
     *     holds it. It returns null if this session already holds it, for another client of a connection pooler
     * @param release a query that releases the lock
     * @param held a query that returns true while this session holds the lock
     * @param holder a query for the session that holds it, with the columns of {@link SessionSupport}
     * @param waiting how sessions show that they wait for it
     */
    record Functions(String take, String release, String held, String holder, Waiting waiting) implements Locking {}

    /**
     * Locks of a waiting session, by which others see that it waits. They exclude no session and change no table.
     *
     * @param begin a query that acquires them for the session
     * @param end a query that releases them; does nothing if the session has none
     * @param sessions a query for the sessions that have them, longest wait first, with the columns of
     *     {@link SessionSupport}; the fifth column is the time waited
     */
    record Waiting(String begin, String end, String sessions) {}

    /**
     * A row that names the lock holder, valid as long as the product lists that session. For products whose sessions
     * can see each other.
     *
     * @param self a query for the name of this session, unique over time
     * @param sessions a query for all sessions: the name in the first column, then the columns of {@link SessionSupport}
     * @param seesAll a query that returns true if this user can see the sessions of all users
     */
    record Lease(String self, String sessions, String seesAll) implements Locking {}

    /** A row lock that a second connection holds in an open transaction. Every product supports it. */
    record SecondConnection() implements Locking {}

    /**
     * A lock of the operating system on a file next to the database file, for embedded databases that processes share.
     *
     * @param file a query for the database file; it returns no row or an empty text for an in-memory database
     */
    record LockFile(String file) implements Locking {}

    /**
     * Identifies the migration lock: equal for all runs that use the same history table, different for all others.
     *
     * @param database the database, as the connection reports it; empty where the product has only one
     * @param schema the schema of the history table, as the catalog stores it; empty if the product has no schemas
     * @param table the history table, as the catalog stores it
     */
    record LockName(String database, String schema, String table) {

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
}
