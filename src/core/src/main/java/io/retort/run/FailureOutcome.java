package io.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * What a failed step left in the database.
 *
 * @param kind how the step ended
 * @param done the number of its statements that stay in effect
 * @param doubt what is uncertain; null if nothing is
 * @param connection the state of the connection
 * @param journaled whether each statement was recorded, because the step did not fit into one transaction
 */
public record FailureOutcome(
        Kind kind, int done, @Nullable String doubt, ConnectionAfterFailure connection, boolean journaled) {

    /** How a failed step ended. */
    public enum Kind {
        /** Nothing of it is left. */
        ROLLED_BACK,
        /** The completed statements are recorded, and the next run continues after them. */
        JOURNALED,
        /** All of it is committed, with its row; the failure came later. */
        COMMITTED,
        /** A commit was sent, and the connection was lost before the response: either all of it is left or nothing. */
        UNKNOWN
    }

    /** Returns whether the step left nothing. */
    public boolean isNothing() {
        return kind == Kind.ROLLED_BACK;
    }

    /**
     * The state of a connection after a failure and a rollback.
     *
     * @param alive whether the connection works
     * @param commitSent whether the failure was in a commit, or in a statement that commits by itself
     */
    public record ConnectionAfterFailure(boolean alive, boolean commitSent) {

        /** The state of a script, which sends nothing. */
        public static final ConnectionAfterFailure NOTHING_SENT = new ConnectionAfterFailure(true, false);

        /** Returns whether it is unknown if the database has committed. */
        public boolean isUnanswered() {
            return !alive && commitSent;
        }
    }
}
