package io.retort.run;

import io.retort.operation.Statement;
import io.retort.run.prepare.PreparedStep;

/**
 * Where statements go. For each step the runner calls {@link #begin}, then {@link #accept} for each statement, then
 * {@link #end}; if something fails in between, {@link #fail} in place of what is left.
 */
public interface Sink {

    /**
     * A step begins; a transactional one in a transaction, where the sink has transactions.
     *
     * @throws Exception whatever the commit of an earlier step throws
     */
    void begin(PreparedStep step) throws Exception;

    /**
     * Takes one statement.
     *
     * @throws Exception whatever the statement's execution throws
     */
    void accept(Statement statement) throws Exception;

    /**
     * What people wrote in the step was sent: from here on the session is again as it was before.
     *
     * @throws Exception if the session cannot be restored
     */
    default void restoreSession(PreparedStep step) throws Exception {}

    /**
     * Whether {@link #restoreSession} has something to do.
     *
     * @throws Exception if the session cannot be asked
     */
    default boolean restoresSession(PreparedStep step) throws Exception {
        return false;
    }

    /** What is accepted from now on stands in one transaction, until {@link #commit}, where the sink has transactions. */
    default void open() {}

    /**
     * Ends what {@link #open} began, if it has.
     *
     * @throws Exception whatever a commit throws
     */
    default void commit() throws Exception {}

    /**
     * The step is complete.
     *
     * @throws Exception whatever a commit throws
     */
    void end(PreparedStep step) throws Exception;

    /** How many of the last completed steps are not committed yet, so that a failure takes them back, too. */
    default int held() {
        return 0;
    }

    /**
     * All steps are complete.
     *
     * @throws Exception whatever a commit throws
     */
    default void finish() throws Exception {}

    /**
     * The step failed: gives up what is not committed. Never fails itself.
     *
     * @return what is known of it
     */
    ConnectionAfterFailure fail(PreparedStep step);
}
