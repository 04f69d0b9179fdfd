package io.retort.run.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/**
 * Gives up what a connection has not committed. Switching auto-commit on commits, and so may closing, so a connection that may
 * be in a transaction is rolled back before either.
 */
public final class OpenTransaction {

    private static final int SECONDS = 5;

    private OpenTransaction() {}

    /**
     * Rolls back what is open, and switches auto-commit on. A connection on which that fails is aborted, so that nothing that
     * it holds is committed by whoever gets it next.
     *
     * @return whether the connection is in auto-commit mode now, with nothing open
     */
    public static boolean rollBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            LoggerFactory.getLogger(OpenTransaction.class).debug("Not rolled back; the connection is aborted", e);
            abort(connection);
            return false;
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException | Error e) {
            LoggerFactory.getLogger(OpenTransaction.class).debug("Not aborted", e);
        }
    }

    /** Whether the database answers on a connection. */
    public static boolean isAnswered(Connection connection) {
        try {
            return connection.isValid(SECONDS);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
