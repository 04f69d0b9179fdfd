package io.retort.run;

import io.retort.dialect.Setting;
import io.retort.operation.Statement;
import io.retort.run.lock.Turn;
import io.retort.run.patience.Retries;
import io.retort.run.patience.Workplace;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.send.StatementSender;
import io.retort.run.session.OpenTransaction;
import io.retort.run.session.SessionIsolation;
import io.retort.run.session.SessionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends statements to a database. A statement that waited in vain for the lock of another session is tried again: with all
 * that came before it in its transaction where that can be rolled back, else alone.
 */
public final class ConnectionSink implements Sink {

    private final Workplace workplace;
    private final TransactionScope scope;
    private final Turn turn;
    private final StatementSender sender;
    private final @Nullable SessionIsolation isolation;
    private final List<Statement> sent = new ArrayList<>();
    private @Nullable SessionSettings stepSettings;
    private Statement.@Nullable Work restoration;
    private boolean inTransaction;

    /** Whether the database has been asked to commit and has not answered yet. */
    private boolean committing;

    private int held;

    /**
     * A sink for a connection whose auto-commit is on; it stays the caller's to close.
     *
     * @param turn confirmed before each step
     * @param isolation restores the session after each step; null to leave it as steps leave it
     */
    public ConnectionSink(
            Workplace workplace, TransactionScope scope, Turn turn, @Nullable SessionIsolation isolation) {
        this.isolation = isolation;
        this.workplace = workplace;
        this.scope = workplace.dialect().transactionalDdl() ? scope : TransactionScope.REVISION;
        this.turn = turn;
        this.sender = new StatementSender(workplace);
    }

    @Override
    public void begin(PreparedStep step) throws SQLException {
        List<Setting> settings = step.rebuilds() ? workplace.sessions().rebuilding() : List.of();
        if (!step.transactional() || !settings.isEmpty()) {
            end();
        }
        turn.confirm();
        if (isolation != null && isolation.isChangedBy(step.handWritten())) {
            isolation.expectChange();
        }
        stepSettings = settings.isEmpty() ? null : SessionSettings.apply(settings, workplace.questions());
        inTransaction = step.transactional() && workplace.dialect().transactionalDdl();
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
        Retries retries = workplace.retries();
        SQLException failure = first;
        while (isRepeatable(statement) && retries.isLockTimeout(failure)) {
            undo();
            retries.pause(failure, text(statement));
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

    /** Work may have done half of what it does, unless that was taken back. */
    private boolean isRepeatable(Statement statement) {
        return statement instanceof Statement.Sql
                || (rollsBack() && workplace.dialect().transactionalDdl());
    }

    /** No transaction is open while we pause: others may wait for what it holds. */
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
        turn.confirm();
        connection().setAutoCommit(false);
        for (Statement again : sent) {
            send(again);
        }
    }

    /** A few short queries of ours need not what the code of users needs. */
    private void send(Statement statement) throws Exception {
        Statement.Work restoring = restoration;
        if (restoring != null && statement == restoring) {
            restoring.code().run(connection());
        } else {
            sender.send(statement);
        }
    }

    private static String text(Statement statement) {
        return statement instanceof Statement.Sql sql ? sql.text() : ((Statement.Work) statement).name();
    }

    /** Sends SQL at once, outside any step. */
    public void execute(List<Statement> statements) throws SQLException {
        for (Statement statement : statements) {
            execute((Statement.Sql) statement);
        }
    }

    private void execute(Statement.Sql statement) throws SQLException {
        Retries retries = workplace.retries();
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
    public boolean restoresSession(PreparedStep step) throws SQLException {
        return isolation != null
                && isolation.isChangedBy(step.handWritten())
                && !isolation.isIntact(step.handWritten());
    }

    /** As a statement of the step: where the step is tried again, the session is restored again. */
    @Override
    public void restoreSession(PreparedStep step) throws Exception {
        SessionIsolation restoring = isolation;
        if (restoring != null && restoring.isChangedBy(step.handWritten())) {
            restoration = new Statement.Work("restore the session", any -> restoring.restore(step.handWritten()));
            accept(restoration);
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

    /** What a rebuild needed is over with its transaction. */
    private void setBack() {
        if (stepSettings != null) {
            stepSettings.close();
            stepSettings = null;
        }
    }

    /** Commits what one transaction for the whole run has held back. */
    @Override
    public void finish() throws SQLException {
        end();
    }

    private void end() throws SQLException {
        sent.clear();
        if (!connection().getAutoCommit()) {
            committing = true;
            workplace.activity().during("commit", connection()::commit);
            committing = false;
            held = 0;
            afterCommit();
        }
        held = 0;
    }

    /** What is committed stays so: a connection that breaks now is met by whatever uses it next. */
    private void afterCommit() {
        try {
            connection().setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(ConnectionSink.class).debug("Auto-commit was not set after a commit", e);
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
        return workplace.connection();
    }
}
