package io.retort.run;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.run.journal.FailureOutcome;
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

    MigrationFailedException(FailureText text, Throwable cause, boolean interrupted) {
        super(text.report(cause), text.action(cause), status(cause), cause);
        this.revision = text.progress().step().revision();
        this.outcome = text.outcome();
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

    FailureOutcome outcome() {
        return outcome;
    }

    /** Whether the thread was interrupted; its interrupt status is set again when the run has ended. */
    public boolean interrupted() {
        return interrupted;
    }
}
