package io.retort.run;

/**
 * What is known of a connection on which something failed, after it was rolled back.
 *
 * @param alive whether the database answers on it
 * @param commitSent whether what failed was a commit, or a statement that commits by itself
 */
public record ConnectionAfterFailure(boolean alive, boolean commitSent) {

    /** In a script nothing is sent to any database. */
    public static final ConnectionAfterFailure NOTHING_SENT = new ConnectionAfterFailure(true, false);

    /** Whether nobody here can know if the database has done what it was asked to commit. */
    public boolean isUnanswered() {
        return !alive && commitSent;
    }
}
