package io.retort.internal.session;

import io.retort.internal.log.PrintableLog;
import java.sql.Connection;
import java.sql.SQLException;

/** Rolls back open transactions. Setting auto-commit commits, and so may closing, so a rollback comes before either. */
public final class OpenTransaction {

    private static final int SECONDS = 5;

    private OpenTransaction() {}

    /**
     * Rolls back and sets auto-commit. If that fails, the connection is aborted, so that its next user cannot commit
     * what is open.
     *
     * @return whether auto-commit is on and nothing is open
     */
    public static boolean rollBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            PrintableLog.of(OpenTransaction.class).debug("Not rolled back; the connection is aborted", e);
            abort(connection);
            return false;
        }
    }

    /**
     * Ends a session. The server rolls back what is open. The driver's connection is closed, too, because H2's {@code
     * abort} does nothing, and a pool would lend the session again.
     */
    public static void abort(Connection connection) {
        try {
            Connection lowest = PooledConnection.lowest(connection);
            connection.abort(Runnable::run);
            if (!lowest.isClosed()) {
                lowest.close();
            }
        } catch (SQLException | RuntimeException | Error e) {
            PrintableLog.of(OpenTransaction.class).debug("Not aborted", e);
        }
    }

    /** Returns whether the connection works. */
    public static boolean isAnswered(Connection connection) {
        try {
            return connection.isValid(SECONDS);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
