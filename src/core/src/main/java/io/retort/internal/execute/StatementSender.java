package io.retort.internal.execute;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.SessionSupport.IndexBuild;
import io.retort.dialect.SessionSupport.SessionSetting;
import io.retort.internal.database.FailureCause;
import io.retort.internal.session.QuietClose;
import io.retort.internal.session.SessionSettings;
import io.retort.operation.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends single statements. */
final class StatementSender {

    private final ExecutionContext context;
    private long changedRows;

    /** @param context the connection with its settings */
    StatementSender(ExecutionContext context) {
        this.context = context;
    }

    /** Returns how many rows the last statement changed; -1 if it returned none. */
    long changedRows() {
        return changedRows;
    }

    /**
     * Sends SQL or runs Java code on the connection.
     *
     * @throws Exception if the statement fails
     */
    public void send(Statement statement) throws Exception {
        statement.accept(new Sending());
    }

    /** Returns how many rows the statement changed. */
    private final class Sending implements Statement.Visitor<Long, Exception> {

        @Override
        public Long sql(Statement.Sql sql) throws SQLException {
            send(sql);
            return changedRows;
        }

        @Override
        public Long backfill(Statement.Backfill backfill) {
            throw new IllegalStateException("A backfill is sent batch by batch: " + backfill.text());
        }

        @Override
        public Long work(Statement.Work work) throws Exception {
            send(work);
            return changedRows;
        }
    }

    /** Java code may leave the connection idle for long, which the server must not take for a lost client. */
    private void send(Statement.Work work) throws Exception {
        try (SessionSettings patient = SessionSettings.apply(List.of(), context.questions())
                .tryTo(context.sessions().duringWork())) {
            WorkConnection guarded = new WorkConnection(
                    context.connection(), work.name(), context.dialect().syntax());
            try {
                context.activity().duringWork(work.name(), () -> work.code().run(guarded.connection()));
            } finally {
                guarded.release();
            }
            guarded.end();
        }
    }

    /**
     * Sends SQL.
     *
     * @throws SQLException if the statement fails
     */
    public void send(Statement.Sql sql) throws SQLException {
        if (!context.sessions().waitsWithoutBlocking(sql.text())) {
            execute(sql);
            return;
        }
        List<SessionSetting> noTimeout = context.timeouts().lockTimeout().isZero()
                ? List.of()
                : context.sessions().lockTimeout(Duration.ZERO);
        try (SessionSettings patient = SessionSettings.apply(noTimeout, context.questions())) {
            build(sql);
        }
    }

    /** A concurrent index build that fails leaves an invalid index behind, perhaps that of an earlier run. */
    private void build(Statement.Sql sql) throws SQLException {
        Optional<IndexBuild> index = context.sessions().indexBuild(sql.text());
        if (index.isEmpty()) {
            execute(sql);
            return;
        }
        removeInvalid(index.get());
        try {
            execute(sql);
        } catch (SQLException e) {
            removeAfter(e, index.get());
            throw e;
        }
        if (!context.questions().texts(index.get().unusable()).isEmpty()) {
            throw new SQLException("the index " + index.get().name()
                    + " was created, but the database marks it as invalid and does not use it;"
                    + " the next run drops and creates it again");
        }
    }

    /**
     * An invalid unique index still refuses rows of other sessions. After a cancelled build it stays until the next run,
     * because its removal would wait for the same transactions as the build.
     */
    private void removeAfter(SQLException failure, IndexBuild index) {
        DatabaseError error = FailureCause.of(failure, context.dialect()).error();
        if (error == DatabaseError.CANCELLED || error == DatabaseError.CONNECTION_LOST) {
            return;
        }
        try {
            removeInvalid(index);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void removeInvalid(IndexBuild index) throws SQLException {
        for (String removal : context.questions().texts(index.leftovers())) {
            context.questions().run(removal);
        }
    }

    private void execute(Statement.Sql sql) throws SQLException {
        int seconds = context.timeouts().jdbcTimeout(context.sessions());
        Statement.Adaptation adaptation = sql.adaptation();
        String text = adaptation == null ? sql.text() : adaptation.adapt(sql.text(), context.connection());
        java.sql.Statement jdbc = context.connection().createStatement();
        try {
            jdbc.setEscapeProcessing(false);
            if (seconds > 0) {
                jdbc.setQueryTimeout(seconds);
            }
            context.activity().during(sql.text(), () -> jdbc.execute(text));
            int changed = jdbc.getUpdateCount();
            changedRows = changed;
            Integer expected = sql.expectedRows();
            if (expected != null && changed != expected) {
                throw new UnexpectedRowsException(expected, changed);
            }
            if (seconds > 0) {
                jdbc.setQueryTimeout(0);
            }
        } catch (UnexpectedRowsException e) {
            throw e;
        } catch (SQLException e) {
            throw MaskedFailure.of(e, List.of(text), context.dialect().syntax());
        } finally {
            QuietClose.quietly(jdbc);
        }
    }
}
