package io.retort.internal.execute;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.OpenTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An acquired migration lock. */
final class HeldLock implements LockHandle {

    private static final long OFTEN = Duration.ofSeconds(1).toNanos();

    private final DatabaseLock lock;
    private final Connection session;
    private long confirmed = System.nanoTime() - OFTEN;

    /**
     * Creates a held lock.
     *
     * @param lock the lock
     * @param session the connection of its session
     */
    HeldLock(DatabaseLock lock, Connection session) {
        this.lock = lock;
        this.session = session;
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

    /** A lock that cannot be released ends with its session, which would otherwise live on in a pool. */
    @Override
    public void close() {
        try {
            lock.release();
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(LockHandle.class).debug("The lock could not be released; its connection is closed", e);
            OpenTransaction.abort(session);
        } catch (Error e) {
            OpenTransaction.abort(session);
            throw e;
        }
    }

    private static RetortException lost(@Nullable SQLException cause) {
        String report = cause == null ? "" : " The database reports: " + cause.getMessage();
        return new RetortException(
                "This connection no longer holds the lock on the history table, so another run could begin."
                        + " The next step was not run, or was aborted." + report,
                Advice.of(
                        "If the server ended the session, run this again. If the revision releases all locks of its session, remove"
                                + " that statement. If you connect through a pooler (PgBouncer with pool_mode ="
                                + " transaction), set ",
                        Advice.setting("url"),
                        " to connect directly to the database."),
                ExitStatus.NOT_LOCKED,
                cause);
    }
}
