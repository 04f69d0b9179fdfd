package io.retort.dialect;

/**
 * How one product keeps two sessions from upgrading at once, as SQL text. Whatever the way, the lock belongs to a session
 * or a process and goes when that dies, and it is held without an open transaction on the connection that works.
 */
public sealed interface Locking {

    /**
     * Functions of the product that lock a name for a session.
     *
     * @param take a query that does not wait; it answers one true value if the lock is now ours, false if another session
     *     has it, null if this session has it already for somebody else, who shares the connection through a pooler
     * @param release a query that gives it back
     * @param held a query that answers true as long as the lock is ours
     * @param holder a query for the session that has it, with the columns of {@link Sessions}
     */
    record Functions(String take, String release, String held, String holder) implements Locking {}

    /**
     * A row that names its owner, believed only as long as the product lists that session. For products that let every
     * session see which others are there.
     *
     * @param self a query for the name of this session, one that no session has had before
     * @param sessions a query for all sessions: their names in the first column, then the columns of {@link Sessions}
     * @param seesAll a query that answers true if this user sees the sessions of all users
     */
    record Lease(String self, String sessions, String seesAll) implements Locking {}

    /** A row locked by a second connection, in a transaction that stays open. What every product can. */
    record SecondConnection() implements Locking {}

    /**
     * The operating system's lock on a file beside the database's own. For databases that are files which processes share.
     *
     * @param file a query for the database's file; it answers nothing or an empty text for one in memory
     */
    record FileBeside(String file) implements Locking {}
}
