package io.retort.run;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.run.patience.LockedOutException;

/**
 * A step of a run failed. The message is one block: what failed, what is done, what is in doubt, what is not started. The cause
 * is whatever was thrown.
 */
public final class MigrationFailedException extends RetortException {

    private final transient RevisionInfo revision;
    private final transient FailureOutcome outcome;
    private final boolean rolledBack;
    private final boolean interrupted;

    /**
     * A failure of one step.
     *
     * @param revision the revision that failed
     * @param outcome what it leaves in the database
     * @param interrupted whether the thread was interrupted
     * @param report what happened, as a block of lines
     * @param action what to do now
     * @param cause what was thrown
     */
    public MigrationFailedException(
            RevisionInfo revision,
            FailureOutcome outcome,
            boolean interrupted,
            String report,
            String action,
            Throwable cause) {
        super(report, action, status(cause), cause);
        this.revision = revision;
        this.outcome = outcome;
        this.rolledBack = outcome.isNothing();
        this.interrupted = interrupted;
    }

    private static ExitStatus status(Throwable cause) {
        if (cause instanceof RetortException known) {
            return known.status();
        }
        return cause instanceof LockedOutException ? ExitStatus.NOT_LOCKED : ExitStatus.FAILED;
    }

    /** The revision that failed. */
    public RevisionInfo revision() {
        return revision;
    }

    /** Whether nothing is left of what the failing revision did. */
    public boolean rolledBack() {
        return rolledBack;
    }

    /** What the failed revision leaves in the database. */
    public FailureOutcome outcome() {
        return outcome;
    }

    /** Whether the thread was interrupted; its interrupt status is set again when the run has ended. */
    public boolean interrupted() {
        return interrupted;
    }
}
