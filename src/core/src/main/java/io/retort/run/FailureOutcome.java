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
}
