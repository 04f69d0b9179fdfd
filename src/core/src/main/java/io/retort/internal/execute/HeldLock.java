package io.retort.internal.execute;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An acquired migration lock. */
final class HeldLock implements LockHandle {

    private static final long OFTEN = Duration.ofSeconds(1).toNanos();

    private final DatabaseLock lock;
    private long confirmed = System.nanoTime() - OFTEN;

    HeldLock(DatabaseLock lock) {
        this.lock = lock;
    }

    @Override
    public void confirm() {
        if (System.nanoTime() - confirmed >= OFTEN) {
            confirmNow();
            confirmed = System.nanoTime();
        }
    }

    /** Does not postpone the next {@link #confirm}: a pooler can exchange the session right after this. */
    @Override
    public void confirmNow() {
        try {
            if (!lock.held()) {
                throw lost(null);
            }
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (SQLException | RetortException e) {
            LoggerFactory.getLogger(LockHandle.class)
                    .debug("The lock could not be given back; it goes with the connection", e);
        }
    }

    private static RetortException lost(@Nullable SQLException cause) {
        String said = cause == null ? "" : " The database says: " + cause.getMessage();
        return new RetortException(
                "The lock on the table of revisions is no longer held by this connection, so another run could begin."
                        + " The step that was about to run was not run, or was ended." + said,
                Advice.of(
                        "If the connection broke, run this again. If the revision releases all locks of its session, leave"
                                + " that out. If a pooler stands in front of the database (PgBouncer with pool_mode ="
                                + " transaction), set ",
                        Advice.setting("url"),
                        " to the database itself."),
                ExitStatus.NOT_LOCKED,
                cause);
    }
}
