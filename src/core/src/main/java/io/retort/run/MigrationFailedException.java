package io.retort.run;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.run.journal.Aftermath;
import io.retort.run.patience.LockedOutException;

/**
 * A statement of a migration failed. The message is one block: what failed, what is done, what is in doubt, what is not
 * started.
 */
public final class MigrationFailedException extends RetortException {

    private final transient RevisionInfo revision;
    private final boolean rolledBack;

    MigrationFailedException(FailureText text, Exception cause) {
        super(
                text.report(cause),
                text.action(cause),
                cause instanceof LockedOutException ? ExitStatus.NOT_LOCKED : ExitStatus.FAILED,
                cause);
        this.revision = text.progress().step().revision();
        this.rolledBack = text.aftermath().isNothing();
    }

    static MigrationFailedException of(Progress progress, Aftermath aftermath, Exception cause) {
        return new MigrationFailedException(new FailureText(progress, aftermath), cause);
    }

    /** The revision that failed. */
    public RevisionInfo revision() {
        return revision;
    }

    /** Whether nothing is left of what the failing revision did. */
    public boolean rolledBack() {
        return rolledBack;
    }
}
