package io.retort.dialect;

/** Why a database did not do what it was asked, as far as the codes of its driver tell; what a person does next depends on it. */
public enum DatabaseError {
    /** The connection is gone: the server was stopped, ended the session, or cannot be reached. */
    CONNECTION_LOST,
    /** The database, or the server, accepts no changes. */
    READ_ONLY,
    /** The user lacks a right. */
    MISSING_PRIVILEGE,
    /** A time limit, or somebody with the right to, has cancelled the statement. */
    CANCELLED,
    /** The statement cannot run inside a transaction. */
    TRANSACTION_NOT_ALLOWED,
    /** An object of that name is there already. */
    ALREADY_EXISTS,
    /** A disk or a quota is full. */
    OUT_OF_SPACE,
    /** Anything else: the statement itself is what has to be looked at. */
    OTHER;

    /** What the classes of SQLSTATE tell that all products share. */
    public static DatabaseError ofState(String sqlState) {
        if (sqlState.startsWith("08")) {
            return CONNECTION_LOST;
        }
        return sqlState.equals("25006") ? READ_ONLY : OTHER;
    }
}
