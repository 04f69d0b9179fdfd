package io.retort.dialect;

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
     */
    record Functions(String take, String release, String held, String holder) implements Locking {}

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
    record FileBeside(String file) implements Locking {}
}
