package io.retort.dialect;

import java.util.Set;

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
    /** Rows violate a constraint, a type or a check. */
    ROWS_REFUSED,
    /** Any other error: the statement itself must be corrected. */
    OTHER;

    /** Violated constraints, and values that are null, too long, out of range or of another form. */
    private static final Set<String> ROWS =
            Set.of("23", "22001", "22003", "22004", "22007", "22008", "22018", "22P02", "22P05");

    /**
     * Classifies an SQLSTATE by the classes that all products share.
     *
     * @param sqlState the SQLSTATE; empty if the exception has no SQLSTATE
     */
    public static DatabaseError ofState(String sqlState) {
        if (sqlState.startsWith("08")) {
            return CONNECTION_LOST;
        }
        if (sqlState.equals("25006")) {
            return READ_ONLY;
        }
        return ROWS.stream().anyMatch(sqlState::startsWith) ? ROWS_REFUSED : OTHER;
    }
}
