package io.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * What a failed step leaves in the database, as far as that is known.
 *
 * @param kind which of the ends of a step it is
 * @param done how many of its statements stay done
 * @param doubt what is not certain; null if everything is
 * @param connection what is known of the connection
 * @param journaled whether each statement was noted, because no transaction could hold the step
 */
public record FailureOutcome(
        Kind kind, int done, @Nullable String doubt, ConnectionAfterFailure connection, boolean journaled) {

    /** How a step can end that failed. */
    public enum Kind {
        /** Nothing of it is left. */
        ROLLED_BACK,
        /** What is done is noted, and the next run goes on from there. */
        JOURNALED,
        /** All of it is committed, with its row: what failed came after. */
        COMMITTED,
        /** A commit was sent, and the connection broke before the answer: all of it or nothing is left. */
        UNKNOWN
    }

    /** Whether the step left nothing at all. */
    public boolean isNothing() {
        return kind == Kind.ROLLED_BACK;
    }
}
