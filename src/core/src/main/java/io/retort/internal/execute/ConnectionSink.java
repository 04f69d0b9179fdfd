package io.retort.internal.execute;

import io.retort.dialect.SessionSupport.SessionSetting;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.OpenTransaction;
import io.retort.internal.session.SessionIsolation;
import io.retort.internal.session.SessionSettings;
import io.retort.operation.Statement;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.PreparedStep;
import io.retort.run.TransactionScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements to a database. After a lock timeout it retries the statement: together with the earlier statements
 * of its transaction where that can be rolled back, otherwise alone.
 */
public final class ConnectionSink implements Sink {

    private final ExecutionContext context;
    private final TransactionScope scope;
    private final LockHandle lock;
    private final StatementSender sender;
    private final @Nullable SessionIsolation isolation;
    private final List<Statement> sent = new ArrayList<>();
    private @Nullable SessionSettings stepSettings;
    private Statement.@Nullable Work restoration;
    private boolean inTransaction;

    /** Whether a commit was sent and not yet answered. */
    private boolean committing;

    private int held;

    /**
     * Creates a sink. The caller closes the connection.
     *
     * @param context the connection, with auto-commit on
     * @param scope how many revisions one transaction contains
     * @param lock the migration lock, confirmed before each step
     * @param isolation restores the session after each step; null to leave the session unchanged
     */
    public ConnectionSink(
            ExecutionContext context, TransactionScope scope, LockHandle lock, @Nullable SessionIsolation isolation) {
        this.isolation = isolation;
        this.context = context;
        this.scope = context.dialect().transactionalDdl() ? scope : TransactionScope.REVISION;
        this.lock = lock;
        this.sender = new StatementSender(context);
    }

    @Override
    public void begin(PreparedStep step) throws SQLException {
        List<SessionSetting> settings = step.rebuilds() ? context.sessions().rebuilding() : List.of();
        if (!step.transactional() || !settings.isEmpty()) {
            end();
        }
        lock.confirm();
        if (isolation != null && isolation.isChangedBy(step.handWritten())) {
            isolation.expectChange();
        }
        stepSettings = settings.isEmpty() ? null : SessionSettings.apply(settings, context.questions());
        inTransaction = step.transactional() && context.dialect().transactionalDdl();
    }

    @Override
    public void accept(Statement statement) throws Exception {
        if (connection().getAutoCommit() == inTransaction) {
            connection().setAutoCommit(!inTransaction);
        }
        if (inTransaction) {
            sent.add(statement);
        }
        committing = !inTransaction;
        try {
            send(statement);
        } catch (SQLException e) {
            tryAgain(statement, e);
        }
        committing = false;
    }

    private void tryAgain(Statement statement, SQLException first) throws Exception {
        LockRetryPolicy retries = context.retries();
        SQLException failure = first;
        while (isRepeatable(statement) && retries.isLockTimeout(failure)) {
            undo();
            retries.pause(failure, statement.text());
            try {
                repeat(statement);
                return;
            } catch (SQLException again) {
                failure = again;
            }
        }
        throw failure;
    }

    private boolean rollsBack() {
        return inTransaction;
    }

    /** Java code may have done half of its work, unless that is rolled back. */
    private boolean isRepeatable(Statement statement) {
        return statement instanceof Statement.Sql
                || (rollsBack() && context.dialect().transactionalDdl());
    }

    /** No transaction stays open during the pause, because other sessions may wait for its locks. */
    private void undo() throws SQLException {
        if (rollsBack()) {
            connection().rollback();
            connection().setAutoCommit(true);
        }
    }

    private void repeat(Statement statement) throws Exception {
        if (!rollsBack()) {
            sender.send(statement);
            return;
        }
        lock.confirm();
        connection().setAutoCommit(false);
        for (Statement again : sent) {
            send(again);
        }
    }

    /** Restoring the session runs short queries of Retort, without the settings that Java code of the user needs. */
    private void send(Statement statement) throws Exception {
        Statement.Work restoring = restoration;
        if (restoring != null && statement == restoring) {
            restoring.code().run(connection());
        } else {
            sender.send(statement);
        }
    }

    /** Sends SQL immediately, outside any step. */
    public void execute(List<Statement> statements) throws SQLException {
        for (Statement statement : statements) {
            execute(statement.requireSql());
        }
    }

    private void execute(Statement.Sql statement) throws SQLException {
        LockRetryPolicy retries = context.retries();
        while (true) {
            try {
                sender.send(statement);
                return;
            } catch (SQLException failure) {
                if (!retries.isLockTimeout(failure)) {
                    throw failure;
                }
                retries.pause(failure, statement.text());
            }
        }
    }

    @Override
    public <T> List<T> query(String sql, RowReader<T> reading) throws SQLException {
        List<T> read = new ArrayList<>();
        int seconds = context.timeouts().jdbcTimeout(context.sessions());
        try (java.sql.Statement jdbc = connection().createStatement()) {
            jdbc.setEscapeProcessing(false);
            if (seconds > 0) {
                jdbc.setQueryTimeout(seconds);
            }
            context.activity().during(sql, () -> {
                try (ResultSet rows = jdbc.executeQuery(sql)) {
                    while (rows.next()) {
                        read.add(reading.read(rows));
                    }
                }
            });
        }
        return read;
    }

    @Override
    public long changedRows() {
        return sender.changedRows();
    }

    @Override
    public void confirm() {
        lock.confirm();
    }

    @Override
    public boolean restoresSession(PreparedStep step) throws SQLException {
        return isolation != null
                && isolation.isChangedBy(step.handWritten())
                && (isolation.mayReleaseLock(step.handWritten()) || isolation.detectChange(step.handWritten()));
    }

    /** Restored as a statement of the step, so that a retry of the step restores the session again. */
    @Override
    public void restoreSession(PreparedStep step) throws Exception {
        SessionIsolation restoring = isolation;
        if (restoring != null && restoring.isChangedBy(step.handWritten())) {
            restoration = new Statement.Work("restore the session", any -> restoring.restore(step.handWritten()));
            accept(restoration);
            confirmLock(step);
        }
    }

    /** A revision that has released the lock must not be completed: another run can be at the same revision. */
    private void confirmLock(PreparedStep step) {
        if (isolation != null && isolation.mayReleaseLock(step.handWritten())) {
            lock.confirmNow();
        }
    }

    @Override
    public void open() {
        inTransaction = true;
    }

    @Override
    public void commit() throws SQLException {
        end();
        inTransaction = false;
    }

    @Override
    public void end(PreparedStep step) throws SQLException {
        if (scope == TransactionScope.REVISION || !inTransaction || stepSettings != null) {
            end();
            setBack();
        } else {
            held++;
        }
    }

    /** The settings of a rebuild end with its transaction. */
    private void setBack() {
        if (stepSettings != null) {
            stepSettings.close();
            stepSettings = null;
        }
    }

    /** Commits the steps of a run in one transaction. */
    @Override
    public void finish() throws SQLException {
        end();
    }

    private void end() throws SQLException {
        sent.clear();
        if (!connection().getAutoCommit()) {
            committing = true;
            context.activity().during("commit", connection()::commit);
            committing = false;
            held = 0;
            afterCommit();
        }
        held = 0;
    }

    /** After a successful commit, a connection failure is left to the next statement. */
    private void afterCommit() {
        try {
            connection().setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(ConnectionSink.class).debug("Auto-commit was not set after a commit", e);
        }
    }

    @Override
    public int held() {
        return held;
    }

    @Override
    public ConnectionAfterFailure fail(PreparedStep step) {
        boolean commitSent = committing;
        committing = false;
        inTransaction = false;
        held = 0;
        sent.clear();
        boolean alive = OpenTransaction.rollBack(connection()) && OpenTransaction.isAnswered(connection());
        setBack();
        return new ConnectionAfterFailure(alive, commitSent);
    }

    private Connection connection() {
        return context.connection();
    }
}
