package io.retort.internal.execute;

import io.retort.dialect.IndexBuild;
import io.retort.dialect.SessionSetting;
import io.retort.internal.session.QuietClose;
import io.retort.internal.session.SessionSettings;
import io.retort.operation.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends single statements. */
final class StatementSender {

    private final ExecutionContext workplace;
    private long changedRows;

    /** @param workplace the connection with its settings */
    StatementSender(ExecutionContext workplace) {
        this.workplace = workplace;
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
        if (statement instanceof Statement.Work work) {
            send(work);
        } else {
            send((Statement.Sql) statement);
        }
    }

    /** Java code may leave the connection idle for long, which the server must not take for a lost client. */
    private void send(Statement.Work work) throws Exception {
        try (SessionSettings patient = SessionSettings.apply(List.of(), workplace.questions())
                .tryTo(workplace.sessions().duringWork())) {
            WorkConnection guarded = new WorkConnection(
                    workplace.connection(), work.name(), workplace.dialect().syntax());
            try {
                workplace.activity().duringWork(work.name(), () -> work.code().run(guarded.connection()));
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
        if (!workplace.sessions().waitsAside(sql.text())) {
            execute(sql);
            return;
        }
        List<SessionSetting> noTimeout = workplace.timeouts().lockTimeout().isZero()
                ? List.of()
                : workplace.sessions().lockTimeout(Duration.ZERO);
        try (SessionSettings patient = SessionSettings.apply(noTimeout, workplace.questions())) {
            build(sql);
        }
    }

    /** A concurrent index build that fails leaves an invalid index behind. */
    private void build(Statement.Sql sql) throws SQLException {
        Optional<IndexBuild> index = workplace.sessions().indexBuild(sql.text());
        if (index.isPresent()) {
            for (String removal : workplace.questions().texts(index.get().leftovers())) {
                workplace.questions().run(removal);
            }
        }
        execute(sql);
        if (index.isPresent()
                && !workplace.questions().texts(index.get().unusable()).isEmpty()) {
            throw new SQLException("the index " + index.get().name()
                    + " was created, but the database marks it as invalid and does not use it;"
                    + " the next run drops and creates it again");
        }
    }

    private void execute(Statement.Sql sql) throws SQLException {
        int seconds = workplace.timeouts().jdbcTimeout(workplace.sessions());
        Statement.Adaptation adaptation = sql.adaptation();
        String text = adaptation == null ? sql.text() : adaptation.adapt(sql.text(), workplace.connection());
        java.sql.Statement jdbc = workplace.connection().createStatement();
        try {
            jdbc.setEscapeProcessing(false);
            if (seconds > 0) {
                jdbc.setQueryTimeout(seconds);
            }
            workplace.activity().during(sql.text(), () -> jdbc.execute(text));
            int changed = jdbc.getUpdateCount();
            changedRows = changed;
            if (sql.expectedRows() != Statement.Sql.ANY && changed != sql.expectedRows()) {
                throw new UnexpectedRowsException(sql.expectedRows(), changed);
            }
            if (seconds > 0) {
                jdbc.setQueryTimeout(0);
            }
        } catch (UnexpectedRowsException e) {
            throw e;
        } catch (SQLException e) {
            throw MaskedFailure.of(e, List.of(text), workplace.dialect().syntax());
        } finally {
            QuietClose.quietly(jdbc);
        }
    }
}
