package io.retort.run;

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
