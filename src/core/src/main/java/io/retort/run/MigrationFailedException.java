package io.retort.run;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;

/**
 * Signals that a step of a run failed. The message states what failed, what is done, what is in doubt and what was not
 * started. The cause is the original exception.
 */
public final class MigrationFailedException extends RetortException {

    private final transient RevisionInfo revision;
    private final transient FailureOutcome outcome;
    private final boolean rolledBack;
    private final boolean interrupted;

    /**
     * Creates the failure of one step.
     *
     * @param revision the revision that failed
     * @param outcome what the step left in the database
     * @param interrupted whether the thread was interrupted
     * @param report what happened, as a block of lines
     * @param advice what to do next
     * @param cause the original exception
     */
    public MigrationFailedException(
            RevisionInfo revision,
            FailureOutcome outcome,
            boolean interrupted,
            String report,
            Advice advice,
            Throwable cause) {
        super(report, advice, status(cause), cause);
        this.revision = revision;
        this.outcome = outcome;
        this.rolledBack = outcome.isNothing();
        this.interrupted = interrupted;
    }

    private static ExitStatus status(Throwable cause) {
        if (cause instanceof RetortException known) {
            return known.status();
        }
        return cause instanceof LockTimeoutException ? ExitStatus.NOT_LOCKED : ExitStatus.FAILED;
    }

    /** Returns the revision that failed. */
    public RevisionInfo revision() {
        return revision;
    }

    /** Returns whether the database contains nothing of the failed revision. */
    public boolean rolledBack() {
        return rolledBack;
    }

    /** Returns what the failed step left in the database. */
    public FailureOutcome outcome() {
        return outcome;
    }

    /** Returns whether the thread was interrupted. Its interrupt status is set again when the run ends. */
    public boolean interrupted() {
        return interrupted;
    }
}
