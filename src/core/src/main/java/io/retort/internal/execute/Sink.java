package io.retort.internal.execute;

import io.retort.operation.Statement;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.PreparedStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Receives the statements of a run: a connection, a script or a list. For each step the runner calls {@link #begin},
 * then {@link #accept} for each statement, then {@link #end}. If one of them fails, it calls {@link #fail} instead of
 * the rest.
 */
public interface Sink {

    /**
     * Starts a step. A transactional step starts a transaction, where the sink has transactions.
     *
     * @param step the step
     * @throws Exception if the commit of an earlier step fails
     */
    void begin(PreparedStep step) throws Exception;

    /**
     * Processes a statement.
     *
     * @param statement the statement
     * @throws Exception if the statement fails
     */
    void accept(Statement statement) throws Exception;

    /**
     * Sends a query outside of any transaction of the step.
     *
     * @param <T> what a row becomes
     * @param sql the query
     * @param reading reads a row
     * @return what the rows became, in order
     * @throws Exception if the query fails
     */
    default <T> List<T> query(String sql, RowReader<T> reading) throws Exception {
        throw new UnsupportedOperationException("this sink has no database");
    }

    /** Returns how many rows the last statement changed. */
    default long changedRows() {
        return 0;
    }

    /** Checks that the migration lock is still held. */
    default void confirm() {}

    /**
     * Reads one row of a query.
     *
     * @param <T> what the row becomes
     */
    @FunctionalInterface
    interface RowReader<T> {
        /**
         * Reads the row.
         *
         * @throws SQLException if it cannot be read
         */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Restores the session after the statements of the user were sent.
     *
     * @param step the step
     * @throws Exception if the session cannot be restored
     */
    default void restoreSession(PreparedStep step) throws Exception {}

    /**
     * Returns whether {@link #restoreSession} has something to do.
     *
     * @param step the step
     * @throws Exception if the session cannot be queried
     */
    default boolean restoresSession(PreparedStep step) throws Exception {
        return false;
    }

    /** Starts a transaction, where the sink has transactions. It ends with {@link #commit}. */
    default void open() {}

    /**
     * Commits the transaction that {@link #open} started, if there is one.
     *
     * @throws Exception if the commit fails
     */
    default void commit() throws Exception {}

    /**
     * Completes a step.
     *
     * @param step the step
     * @throws Exception if a commit fails
     */
    void end(PreparedStep step) throws Exception;

    /** Returns how many of the last completed steps are not yet committed, so that a failure rolls them back, too. */
    default int held() {
        return 0;
    }

    /**
     * Completes the run.
     *
     * @throws Exception if a commit fails
     */
    default void finish() throws Exception {}

    /**
     * Rolls back after a failure. Never throws.
     *
     * @param step the step that failed
     * @return what is known about the connection
     */
    ConnectionAfterFailure fail(PreparedStep step);
}
