package io.retort;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Sessions;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.run.ConnectionSink;
import io.retort.run.FailureAdvice;
import io.retort.run.MigrationFailedException;
import io.retort.run.RunListener;
import io.retort.run.Runner;
import io.retort.run.StepReport;
import io.retort.run.database.AppliedRevision;
import io.retort.run.database.Census;
import io.retort.run.database.Database;
import io.retort.run.database.DriverWords;
import io.retort.run.database.FailureCause;
import io.retort.run.database.Place;
import io.retort.run.database.Session;
import io.retort.run.journal.Journal;
import io.retort.run.journal.Recovery;
import io.retort.run.lock.PoolerCheck;
import io.retort.run.lock.Turn;
import io.retort.run.lock.Turns;
import io.retort.run.patience.SilenceMonitor;
import io.retort.run.patience.Watch;
import io.retort.run.patience.Workplace;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.session.ConnectionActivity;
import io.retort.run.session.Questions;
import io.retort.run.session.SessionIsolation;
import io.retort.run.session.SessionSettings;
import io.retort.run.source.Outline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Executes a run: checks whether there is work, acquires the migration lock, checks again, then runs the steps.
 *
 * @param database the database
 * @param options the options
 * @param listener notified about the run
 */
record Running(Database database, RetortOptions options, RunListener listener) {

    RunReport run(Task.Finding finding) {
        return interruptible(() -> database.with(session -> run(session, finding)));
    }

    /** Upgrades to the only head. If the history table contains every id of the outline, no revision file is read. */
    RunReport run(Outline outline, Task.Finding finding) {
        Census census = new Census(options.table(), outline.ids());
        return interruptible(() -> database.connected(connection -> census.isComplete(connection)
                ? nothing(outline, connection)
                : run(database.session(connection), finding)));
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

    private static RunReport nothing(Outline outline, Connection connection) throws SQLException {
        List<String> heads = List.of(outline.head());
        return new RunReport(Place.of(connection), heads, heads, List.of());
    }

    private RunReport run(Session session, Task.Finding finding) throws SQLException {
        Task task = finding.in(session);
        return task.isDone() ? report(session, task, List.of()) : inTurn(session, finding);
    }

    private RunReport inTurn(Session session, Task.Finding finding) throws SQLException {
        Turns turns = new Turns(database.dataSource(), options.lockTimeout(), listener::waiting);
        Sessions sessions = session.dialect().sessions();
        Session resolved = session.resolved();
        new PoolerCheck(database.dataSource(), session.connection(), sessions).refuse(resolved.id());
        try (SessionSettings settings = settings(sessions, session.connection());
                Turn turn = turns.take(resolved)) {
            Session now = settled(resolved.again());
            Task task = finding.in(now);
            return report(
                    now,
                    task,
                    task.isDone() ? List.of() : told(now, task.steps().get(), turn));
        }
    }

    private SessionSettings settings(Sessions sessions, Connection connection) throws SQLException {
        return SessionSettings.ofRun(
                options.ddl().ofRun(sessions),
                options.ddl().settings(sessions),
                sessions.noticeLostClient(),
                new Questions(connection));
    }

    /** Statements that an earlier run left in doubt are resolved before anything else changes the catalog. */
    private Session settled(Session session) throws SQLException {
        boolean decided = new Recovery(journal(session), listener::warning).decide(session.applied());
        return decided ? session.again() : session;
    }

    private static Journal journal(Session session) throws SQLException {
        Set<String> half = new HashSet<>();
        for (AppliedRevision row : session.applied()) {
            if (row.isHalf()) {
                half.add(row.id());
            }
        }
        return new Journal(session.table(), session.connection(), session.user(), half);
    }

    private List<StepReport> told(Session session, List<PreparedStep> steps, Turn turn) throws SQLException {
        listener.begin(session.description(), steps);
        try {
            List<StepReport> reports = run(session, steps, turn);
            listener.end(null);
            return reports;
        } catch (RuntimeException | SQLException | Error e) {
            listener.end(e);
            throw e;
        }
    }

    private List<StepReport> run(Session session, List<PreparedStep> steps, Turn turn) throws SQLException {
        Workplace workplace = new Workplace(
                session.connection(),
                session.dialect(),
                options.ddl(),
                listener::retrying,
                new ConnectionActivity(session.connection(), options.silenceTimeout()),
                session.id());
        try (SilenceMonitor silence = SilenceMonitor.over(workplace, database.dataSource(), options.silenceTimeout())) {
            try {
                return run(session, steps, turn, workplace);
            } catch (RuntimeException | SQLException e) {
                Optional<RetortException> silent = silence.explain(e);
                if (silent.isPresent()) {
                    throw silent.get();
                }
                throw e;
            }
        }
    }

    private List<StepReport> run(Session session, List<PreparedStep> steps, Turn turn, Workplace workplace)
            throws SQLException {
        try (SessionIsolation isolation = isolation(session, steps);
                Watch watch = Watch.over(workplace, database.dataSource(), listener::progress)) {
            ConnectionSink sink = new ConnectionSink(workplace, options.transaction(), turn, isolation);
            createTable(session, sink);
            Journal journal = journal(session);
            FailureAdvice advice = new FailureAdvice(
                    session.dialect(),
                    journal.user(),
                    session.applied().isEmpty(),
                    options.ddl().statementTimeout());
            return new Runner(session.table(), sink, journal, listener, advice).run(steps);
        }
    }

    private static SessionIsolation isolation(Session session, List<PreparedStep> steps) throws SQLException {
        List<Statement> handWritten =
                steps.stream().flatMap(step -> step.handWritten().stream()).toList();
        return SessionIsolation.of(
                session.connection(), session.dialect().sessions().state(), handWritten);
    }

    private void createTable(Session session, ConnectionSink sink) {
        try {
            if (!session.rows().hasTable()) {
                sink.execute(session.table().create());
            }
        } catch (SQLException e) {
            throw cannotCreate(e, FailureCause.of(e, session.dialect()).error());
        }
    }

    private RetortException cannotCreate(SQLException e, DatabaseError error) {
        return new RetortException(
                "Cannot create the table " + options.table() + ": " + DriverWords.of(e),
                switch (error) {
                    case READ_ONLY ->
                        Advice.of(
                                "The database accepts no changes: connect to the one that does (a replica, or a server in"
                                        + " read-only mode, is not it), or make it writable.");
                    case CONNECTION_LOST, CANCELLED, OUT_OF_SPACE ->
                        Advice.of("See to what the database names, and run this again.");
                    default ->
                        Advice.of(
                                "Give the database user the right to create tables, or name another schema with ",
                                Advice.setting("schema"),
                                ".");
                },
                e);
    }

    private static RunReport report(Session session, Task task, List<StepReport> steps) {
        return new RunReport(
                session.description(),
                List.copyOf(task.plan().before()),
                List.copyOf(task.plan().after()),
                steps);
    }
}
