package io.retort.dialect;

/**
 * The reason of a database error, derived from the driver's error codes. It decides what Retort advises the user to do.
 */
public enum DatabaseError {
    /** The connection is lost: the server stopped, terminated the session or cannot be reached. */
    CONNECTION_LOST,
    /** The database or the server is read-only. */
    READ_ONLY,
    /** The user lacks a privilege. */
    MISSING_PRIVILEGE,
    /** The statement was cancelled, by a timeout or by an administrator. */
    CANCELLED,
    /** The statement cannot run inside a transaction. */
    TRANSACTION_NOT_ALLOWED,
    /** An object with this name already exists. */
    ALREADY_EXISTS,
    /** A disk or a quota is full. */
    OUT_OF_SPACE,
    /** Any other error: the statement itself must be corrected. */
    OTHER;

    /**
     * Classifies an SQLSTATE by the classes that all products share.
     *
     * @param sqlState the SQLSTATE; empty if there is none
     */
    public static DatabaseError ofState(String sqlState) {
        if (sqlState.startsWith("08")) {
            return CONNECTION_LOST;
        }
        return sqlState.equals("25006") ? READ_ONLY : OTHER;
    }
}
