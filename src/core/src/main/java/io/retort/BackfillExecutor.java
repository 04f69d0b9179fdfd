package io.retort;

import io.retort.dialect.SessionSupport;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.database.MigratedDatabase;
import io.retort.internal.execute.BackfillRunner;
import io.retort.internal.execute.ConnectionSink;
import io.retort.internal.execute.ExecutionContext;
import io.retort.internal.execute.LockHandle;
import io.retort.internal.execute.MigrationLock;
import io.retort.internal.execute.PoolerCheck;
import io.retort.internal.execute.ProgressMonitor;
import io.retort.internal.execute.SilenceMonitor;
import io.retort.internal.history.History;
import io.retort.internal.session.ConnectionActivity;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.session.SessionSettings;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import io.retort.run.TransactionScope;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Runs the backfills of applied revisions. Each has its own lock, so that upgrades continue meanwhile, and so that only one
 * session fills the rows.
 */
final class BackfillExecutor {

    private final MigratedDatabase database;
    private final RetortOptions options;
    private final RunListener listener;
    private final History history;
    private final BooleanSupplier stops;

    /**
     * @param database the database
     * @param options the options
     * @param listener notified about the progress
     * @param history the revisions
     * @param stops asked before each batch; true ends the backfill in this session
     */
    BackfillExecutor(
            MigratedDatabase database,
            RetortOptions options,
            RunListener listener,
            History history,
            BooleanSupplier stops) {
        this.stops = stops;
        this.database = database;
        this.options = options;
        this.listener = listener;
        this.history = history;
    }

    /** Runs every backfill that no other session runs and that is not paused, in the order of the revisions. */
    void runAvailable(DatabaseSession session) throws SQLException {
        Set<String> skipped = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (Optional<PendingBackfill> next = next(session, skipped, tables);
                next.isPresent() && !Thread.currentThread().isInterrupted() && !stops.getAsBoolean();
                next = next(session, skipped, tables)) {
            PendingBackfill pending = next.get();
            Optional<LockHandle> lock = isPaused(session, pending)
                    ? Optional.empty()
                    : lock(pending.row().id(), pending.first()).tryTake(session.resolved());
            if (lock.isEmpty() || !run(session, pending, lock.get())) {
                skipped.add(pending.row().id());
                tables.add(table(pending));
            }
        }
    }

    /** A later backfill of the same table can read what an earlier one writes. */
    private Optional<PendingBackfill> next(DatabaseSession session, Set<String> skipped, Set<String> tables)
            throws SQLException {
        return pending(session).stream()
                .filter(pending -> !skipped.contains(pending.row().id()) && !tables.contains(table(pending)))
                .findFirst();
    }

    private static String table(PendingBackfill pending) {
        return BackfillPosition.read(pending.row().inFlight())
                .map(at -> at.progress().table())
                .orElse("");
    }

    private List<PendingBackfill> pending(DatabaseSession session) throws SQLException {
        return PendingBackfill.of(DatabaseHistory.of(history, session.again()));
    }

    /**
     * Completes the backfills of a revision, or waits until another session has completed them.
     *
     * @param blocked the revision, and what has to wait for it
     * @throws RetortException if they are paused, or if another session does not complete them in time
     */
    void complete(DatabaseSession session, BackfillGate.Blocked blocked) throws SQLException {
        listener.warning(blocked.reason());
        for (Optional<PendingBackfill> next = pending(session, blocked.filling());
                next.isPresent();
                next = pending(session, blocked.filling())) {
            PendingBackfill pending = next.get();
            if (isPaused(session, pending)) {
                throw paused(pending, blocked);
            }
            LockHandle lock = lock(blocked.filling(), pending.first()).take(session.resolved());
            if (!run(session, pending, lock) && Thread.currentThread().isInterrupted()) {
                throw new RetortException(
                        "The run was interrupted. " + blocked.reason(),
                        Advice.of("Run it again."),
                        ExitStatus.NOT_LOCKED);
            }
        }
    }

    private Optional<PendingBackfill> pending(DatabaseSession session, String revision) throws SQLException {
        return pending(session).stream()
                .filter(pending -> pending.row().id().equals(revision))
                .findFirst();
    }

    private static boolean isPaused(DatabaseSession session, PendingBackfill pending) {
        return !session.table()
                .paused(session.connection(), List.of(pending.row().id()))
                .isEmpty();
    }

    private static RetortException paused(PendingBackfill pending, BackfillGate.Blocked blocked) {
        return new RetortException(
                blocked.reason() + " The backfill is paused.",
                Advice.of(
                        "Let it continue: ",
                        Advice.command(
                                "backfill",
                                Advice.option("resume"),
                                Advice.target(pending.row().id())),
                        ". Then run this again."),
                ExitStatus.NOT_LOCKED);
    }

    private MigrationLock lock(String revision, StatementPosition place) {
        return new MigrationLock(database.dataSource(), options.lockTimeout(), listener::waiting)
                .ofBackfill(revision, place.number());
    }

    /** Runs the next backfill of a revision, if it is still pending, and releases the lock. */
    private boolean run(DatabaseSession session, PendingBackfill found, LockHandle taken) throws SQLException {
        SessionSupport sessions = session.dialect().sessions();
        try (LockHandle lock = taken) {
            Optional<PendingBackfill> pending = pending(session, found.row().id())
                    .filter(now -> now.first().number() == found.first().number());
            if (pending.isEmpty()) {
                return true;
            }
            DatabaseSession resolved = session.resolved();
            new PoolerCheck(database.dataSource(), session.connection(), sessions).refuse(resolved.id());
            try (SessionSettings settings = SessionSettings.ofRun(
                    options.ddl().ofRun(sessions),
                    options.ddl().settings(sessions),
                    sessions.detectLostClient(),
                    new JdbcQueries(session.connection()))) {
                return fill(resolved, pending.get(), lock);
            }
        }
    }

    private boolean fill(DatabaseSession session, PendingBackfill pending, LockHandle lock) throws SQLException {
        ExecutionContext context = new ExecutionContext(
                session.connection(),
                session.dialect(),
                options.ddl(),
                listener::retrying,
                new ConnectionActivity(session.connection(), options.silenceTimeout()),
                session.id());
        try (SilenceMonitor silence = SilenceMonitor.over(context, database.dataSource(), options.silenceTimeout());
                ProgressMonitor watch = ProgressMonitor.over(context, database.dataSource(), listener::progress)) {
            ConnectionSink sink = new ConnectionSink(context, TransactionScope.REVISION, lock, null);
            return new BackfillRunner(session.table(), sink, session.connection(), listener, options.throttle(), stops)
                    .run(
                            pending.step(),
                            pending.row(),
                            pending.first(),
                            pending.places().size() == 1
                                    ? null
                                    : pending.places().get(1));
        }
    }
}
