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
                    .debug("The lock could not be released; it ends with the connection", e);
        }
    }

    private static RetortException lost(@Nullable SQLException cause) {
        String said = cause == null ? "" : " The database reports: " + cause.getMessage();
        return new RetortException(
                "This connection no longer holds the lock on the history table, so another run could begin."
                        + " The next step was not run, or was aborted." + said,
                Advice.of(
                        "If the connection was lost, run this again. If the revision releases all locks of its session, remove"
                                + " that statement. If you connect through a pooler (PgBouncer with pool_mode ="
                                + " transaction), set ",
                        Advice.setting("url"),
                        " to connect directly to the database."),
                ExitStatus.NOT_LOCKED,
                cause);
    }
}
