package io.retort;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.SessionSupport;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.ConnectionDescription;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.database.FailureCause;
import io.retort.internal.database.MigratedDatabase;
import io.retort.internal.database.SqlErrorText;
import io.retort.internal.database.UpToDateCheck;
import io.retort.internal.execute.ConnectionSink;
import io.retort.internal.execute.ExecutionContext;
import io.retort.internal.execute.ExitGuard;
import io.retort.internal.execute.FailureAdvice;
import io.retort.internal.execute.LockHandle;
import io.retort.internal.execute.MigrationLock;
import io.retort.internal.execute.PoolerCheck;
import io.retort.internal.execute.ProgressMonitor;
import io.retort.internal.execute.Runner;
import io.retort.internal.execute.SilenceMonitor;
import io.retort.internal.history.History;
import io.retort.internal.history.HistorySummary;
import io.retort.internal.journal.Journal;
import io.retort.internal.journal.Recovery;
import io.retort.internal.session.ConnectionActivity;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.session.SessionIsolation;
import io.retort.internal.session.SessionSettings;
import io.retort.operation.Statement;
import io.retort.run.AppliedRevision;
import io.retort.run.MigrationFailedException;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Executes a run: checks whether there is work, acquires the migration lock, checks again, then runs the steps.
 */
final class MigrationExecutor {

    private final MigratedDatabase database;
    private final RetortOptions options;
    private final RunListener listener;
    private final History history;

    /**
     * @param database the database
     * @param options the options
     * @param listener notified about the run
     * @param history the revisions
     */
    MigrationExecutor(MigratedDatabase database, RetortOptions options, RunListener listener, History history) {
        this.history = history;
        this.database = database;
        this.options = options;
        this.listener = listener;
    }

    /** Runs the pending work. */
    RunReport execute(PendingRun.Planning planning) {
        return interruptible(() -> database.with(session -> executeIfPending(session, planning)));
    }

    /** Upgrades to the only head. If the history table contains every id of the summary, no revision file is read. */
    RunReport executeUnlessUpToDate(HistorySummary summary, PendingRun.Planning planning) {
        UpToDateCheck upToDate = new UpToDateCheck(options.table(), summary.ids(), summary.squashes());
        return interruptible(() -> database.connected(connection -> upToDate.isComplete(connection)
                ? upToDateReport(summary, connection)
                : executeIfPending(database.session(connection), planning)));
    }

    /**
     * Sets the interrupt flag only after cleanup, because drivers close connections and files of an interrupted thread.
     */
    private static RunReport interruptible(Supplier<RunReport> run) {
        try {
            return run.get();
        } catch (MigrationFailedException e) {
            if (e.interrupted()) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private static RunReport upToDateReport(HistorySummary summary, Connection connection) throws SQLException {
        List<String> heads = List.of(summary.head());
        return new RunReport(ConnectionDescription.of(connection), heads, heads, List.of(), List.of(), false);
    }

    private RunReport executeIfPending(DatabaseSession session, PendingRun.Planning planning) throws SQLException {
        PendingRun pending = planning.in(session);
        if (pending.isDone() && !isFilling(session)) {
            return report(session, pending, List.of());
        }
        try (ExitGuard guard = ExitGuard.ofRun(listener)) {
            return new MigrationExecutor(database, options, listener.and(guard), history)
                    .runGuarded(session, planning, pending);
        }
    }

    private RunReport runGuarded(DatabaseSession session, PendingRun.Planning planning, PendingRun pending)
            throws SQLException {
        CompletedRun completed = pending.isDone()
                ? new CompletedRun(report(session, pending, List.of()), isFilling(session))
                : runDivided(session, planning);
        if (!completed.filling()) {
            return completed.report();
        }
        DatabaseSession now = session.again();
        if (pending.fills() && isFilling(now)) {
            new BackfillExecutor(database, options, listener, history, () -> false).runAvailable(now);
            now = now.again();
        }
        return completed.report().backfills(isFilling(now));
    }

    /**
     * What a run has done before its last backfills.
     *
     * @param report the result
     * @param filling whether rows may remain to be filled, so that the history table is read again
     */
    private record CompletedRun(RunReport report, boolean filling) {}

    private static boolean isFilling(DatabaseSession session) {
        for (AppliedRevision row : session.applied()) {
            if (row.isFilling()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs the steps. A step that has to wait for a backfill of an applied revision divides them: the backfill runs between
     * two parts under its own lock, not under the migration lock.
     */
    private CompletedRun runDivided(DatabaseSession session, PendingRun.Planning planning) throws SQLException {
        LockedRun locked = underLock(session, planning, step -> true);
        RunReport first = locked.report();
        boolean filling = locked.filling();
        List<StepReport> all = new ArrayList<>(first.steps());
        for (BackfillGate.Blocked blocked = locked.blocked(); blocked != null; blocked = locked.blocked()) {
            Set<String> left = locked.left();
            new BackfillExecutor(database, options, listener, history, () -> false).complete(session, blocked);
            locked = underLock(
                    session.again(),
                    planning,
                    step -> left.contains(step.revision().id()));
            all.addAll(locked.report().steps());
            filling |= locked.filling();
        }
        RunReport whole = new RunReport(first.database(), first.before(), first.after(), all, first.unknown(), false);
        return new CompletedRun(whole, filling);
    }

    /**
     * What one acquisition of the migration lock has run.
     *
     * @param report the result
     * @param left the ids of the revisions that did not run
     * @param blocked why they did not run; null if all did
     * @param filling whether a revision has, or had, rows to fill after it is applied
     */
    private record LockedRun(
            RunReport report, Set<String> left, BackfillGate.@Nullable Blocked blocked, boolean filling) {}

    private LockedRun underLock(DatabaseSession session, PendingRun.Planning planning, Predicate<PreparedStep> included)
            throws SQLException {
        MigrationLock migrationLock =
                new MigrationLock(database.dataSource(), options.lockTimeout(), listener::waiting);
        SessionSupport sessions = session.dialect().sessions();
        DatabaseSession resolved = session.resolved();
        new PoolerCheck(database.dataSource(), session.connection(), sessions).refuse(resolved.id());
        try (SessionSettings settings = settings(sessions, session.connection());
                LockHandle lock = migrationLock.take(resolved)) {
            DatabaseSession now = recovered(resolved.again());
            PendingRun pending = planning.in(now);
            if (pending.isDone()) {
                return new LockedRun(report(now, pending, List.of()), Set.of(), null, isFilling(now));
            }
            List<PreparedStep> steps =
                    pending.steps().get().stream().filter(included).toList();
            BackfillGate gate = new BackfillGate(pending.here());
            gate.refuseReplaced(now.applied());
            BackfillGate.RunnableSteps runnable = gate.of(steps);
            Set<String> left = steps.stream()
                    .skip(runnable.steps().size())
                    .map(step -> step.revision().id())
                    .collect(Collectors.toSet());
            List<StepReport> done = runnable.steps().isEmpty() && runnable.blocked() != null
                    ? List.of()
                    : runSteps(now, runnable.steps(), lock);
            boolean filling = isFilling(now)
                    || runnable.steps().stream()
                            .anyMatch(step -> !step.backfillsAfterStart().isEmpty());
            return new LockedRun(report(now, pending, done), left, runnable.blocked(), filling);
        }
    }

    private List<StepReport> runSteps(DatabaseSession session, List<PreparedStep> steps, LockHandle lock)
            throws SQLException {
        try (StoppedBackfills stopped = StoppedBackfills.of(
                session, steps, new MigrationLock(database.dataSource(), options.lockTimeout(), listener::waiting))) {
            List<StepReport> done = runAndNotify(session, steps, lock);
            stopped.reverted();
            return done;
        }
    }

    private SessionSettings settings(SessionSupport sessions, Connection connection) throws SQLException {
        return SessionSettings.ofRun(
                options.ddl().ofRun(sessions),
                options.ddl().settings(sessions),
                sessions.detectLostClient(),
                new JdbcQueries(connection));
    }

    /** Statements that an earlier run left in doubt are resolved before anything else changes the catalog. */
    private DatabaseSession recovered(DatabaseSession session) throws SQLException {
        boolean decided = new Recovery(journal(session), listener::warning).decide(session.applied());
        boolean resumed = StoppedBackfills.resume(session);
        return decided || resumed ? session.again() : session;
    }

    private static Journal journal(DatabaseSession session) throws SQLException {
        Set<String> partial = new HashSet<>();
        for (AppliedRevision row : session.applied()) {
            if (row.isPartial()) {
                partial.add(row.id());
            }
        }
        return new Journal(session.table(), session.connection(), session.user(), partial);
    }

    private List<StepReport> runAndNotify(DatabaseSession session, List<PreparedStep> steps, LockHandle lock)
            throws SQLException {
        listener.begin(session.description(), steps);
        try {
            List<StepReport> reports = runMonitored(session, steps, lock);
            listener.end(null);
            return reports;
        } catch (RuntimeException | SQLException | Error e) {
            listener.end(e);
            throw e;
        }
    }

    private List<StepReport> runMonitored(DatabaseSession session, List<PreparedStep> steps, LockHandle lock)
            throws SQLException {
        ExecutionContext context = new ExecutionContext(
                session.connection(),
                session.dialect(),
                options.ddl(),
                listener::retrying,
                new ConnectionActivity(session.connection(), options.silenceTimeout()),
                session.id());
        try (SilenceMonitor silence = SilenceMonitor.over(context, database.dataSource(), options.silenceTimeout())) {
            try {
                return runStatements(session, steps, lock, context);
            } catch (RuntimeException | SQLException e) {
                Optional<RetortException> silent = silence.explain(e);
                if (silent.isPresent()) {
                    throw silent.get();
                }
                throw e;
            }
        }
    }

    private List<StepReport> runStatements(
            DatabaseSession session, List<PreparedStep> steps, LockHandle lock, ExecutionContext context)
            throws SQLException {
        try (SessionIsolation isolation = isolation(session, steps);
                ProgressMonitor watch = ProgressMonitor.over(context, database.dataSource(), listener::progress)) {
            ConnectionSink sink = new ConnectionSink(context, options.transaction(), lock, isolation);
            createTable(session, sink);
            Journal journal = journal(session);
            FailureAdvice advice = new FailureAdvice(
                    session.dialect(),
                    journal.user(),
                    session.applied().isEmpty(),
                    options.ddl().statementTimeout(),
                    FailureAdvice.downgradeTarget(steps));
            return new Runner(session.table(), sink, journal, listener, advice, options.throttle()).run(steps);
        }
    }

    private static SessionIsolation isolation(DatabaseSession session, List<PreparedStep> steps) throws SQLException {
        List<Statement> handWritten =
                steps.stream().flatMap(step -> step.handWritten().stream()).toList();
        return SessionIsolation.of(
                session.connection(), session.dialect().sessions().state(), handWritten);
    }

    private void createTable(DatabaseSession session, ConnectionSink sink) {
        try {
            if (!session.rows().hasTable()) {
                sink.execute(session.table().create());
            } else if (!session.rows().isExtended()) {
                sink.execute(session.table().extend(session.connection()));
            }
        } catch (SQLException e) {
            DatabaseError error = FailureCause.of(e, session.dialect()).error();
            throw session.rows().hasTable() ? cannotExtend(e) : cannotCreate(e, error);
        }
    }

    private RetortException cannotExtend(SQLException e) {
        return new RetortException(
                "Cannot add columns to the table " + options.table() + ": " + SqlErrorText.of(e),
                "An earlier version of Retort created the table, and this version needs more columns. Grant the database"
                        + " user the privilege to alter the table, or run this once as the owner of the table.",
                e);
    }

    private RetortException cannotCreate(SQLException e, DatabaseError error) {
        return new RetortException(
                "Cannot create the table " + options.table() + ": " + SqlErrorText.of(e),
                switch (error) {
                    case READ_ONLY ->
                        Advice.of(
                                "The database is read-only. Connect to the primary instead of a replica, or make the server"
                                        + " writable.");
                    case CONNECTION_LOST, CANCELLED, OUT_OF_SPACE ->
                        Advice.of("Correct what the database reports, then run this again.");
                    default ->
                        Advice.of(
                                "Grant the database user the privilege to create tables, or set another schema with ",
                                Advice.setting("schema"),
                                ".");
                },
                e);
    }

    private static RunReport report(DatabaseSession session, PendingRun pending, List<StepReport> steps) {
        return new RunReport(
                session.description(),
                List.copyOf(pending.plan().before()),
                List.copyOf(pending.plan().after()),
                steps,
                pending.unknown(),
                false);
    }
}
