package io.retort.internal.database;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.session.AutoCommitMode;
import io.retort.internal.session.NetworkTimeout;
import io.retort.internal.session.PooledConnection;
import io.retort.internal.session.SilentDatabaseText;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A database and the name of its history table. */
public final class MigratedDatabase {

    private final DataSource dataSource;
    private final QualifiedName table;
    private final Duration silence;

    /**
     * @param dataSource supplies connections; one at a time is used
     * @param table the name of the history table
     * @param silence how long a connection waits for a response; zero for no limit
     */
    public MigratedDatabase(DataSource dataSource, QualifiedName table, Duration silence) {
        this.dataSource = dataSource;
        this.table = table;
        this.silence = silence;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Work with a session or a connection. */
    @FunctionalInterface
    public interface Visit<S, T> {
        /**
         * Does the work.
         *
         * @throws SQLException if an SQL error occurs
         */
        T to(S there) throws SQLException;
    }

    /**
     * Opens a session, does the work and closes the connection.
     *
     * @throws RetortException if the database cannot be reached, or an SQL error occurs
     */
    public <T> T with(Visit<DatabaseSession, T> visit) {
        return connected(connection -> visit.to(session(connection)));
    }

    /**
     * Opens a connection with auto-commit on, does the work and closes the connection.
     *
     * @throws RetortException if the database cannot be reached, or an SQL error occurs
     */
    public <T> T connected(Visit<Connection, T> visit) {
        try {
            try (PooledConnection pooled = open();
                    NetworkTimeout timeout = NetworkTimeout.of(pooled.driver(), silence);
                    AutoCommitMode mode = AutoCommitMode.on(pooled.driver())) {
                return visit.to(pooled.driver());
            }
        } catch (SQLException e) {
            throw SilentDatabaseText.explain(e, silence).orElseGet(() -> refusal(e));
        }
    }

    private PooledConnection open() {
        try {
            return PooledConnection.of(dataSource);
        } catch (SQLException e) {
            throw refusal("Cannot connect to the database: " + reason(e), Secrets.withoutSecrets(e));
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException e) {
            SQLException cause = new SQLException(String.valueOf(e.getMessage()), e);
            throw refusal("Cannot connect to the database: " + reason(cause), Secrets.withoutSecrets(cause));
        }
    }

    /** A pool only reports that it has no connection; the driver's message is the innermost cause. */
    private static String reason(SQLException e) {
        Throwable deepest = e;
        while (deepest.getCause() instanceof SQLException cause) {
            deepest = cause;
        }
        return Secrets.maskLogin(String.valueOf(deepest.getMessage()));
    }

    /** Only a lost connection is a reason to check that the database runs; otherwise it has responded. */
    private static RetortException refusal(SQLException e) {
        String what = "The database reported an error: " + SqlErrorText.of(e);
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return DatabaseError.ofState(state) == DatabaseError.CONNECTION_LOST || state.isEmpty()
                ? refusal(what, e)
                : new RetortException(what, "Correct what the database reports, then run this again.", e);
    }

    private static RetortException refusal(String what, SQLException cause) {
        return new RetortException(
                what,
                Advice.of(
                        "Check that the database is running, and that ",
                        Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
                        " are correct."),
                cause);
    }

    /**
     * Opens a session on a connection.
     *
     * @throws RetortException if the history table is not one of Retort
     */
    public DatabaseSession session(Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        HistoryTable applied = new HistoryTable(table, dialect);
        return new DatabaseSession(
                connection, dialect, applied, rows(applied, connection), ConnectionDescription.of(connection), null);
    }

    /** An SQL error while reading the table means that it belongs to another tool, or was changed manually. */
    private static HistoryTableRows rows(HistoryTable applied, Connection connection) throws SQLException {
        try {
            return applied.read(connection);
        } catch (SQLException e) {
            if (FailureCause.of(e, applied.dialect()).error() == DatabaseError.MISSING_PRIVILEGE) {
                throw mayNotRead(applied, connection, e);
            }
            String state = String.valueOf(e.getSQLState());
            if (!state.startsWith("42") && !state.startsWith("22")) {
                throw e;
            }
            throw new RetortException(
                    "The table " + applied.name() + " does not have the columns that Retort creates: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    Advice.of(
                            "If it belongs to another tool, name another table with ",
                            Advice.setting("table"),
                            ". If it was changed by hand, restore the columns that Retort creates."),
                    e);
        }
    }

    private static RetortException mayNotRead(HistoryTable applied, Connection connection, SQLException e)
            throws SQLException {
        String user = String.valueOf(connection.getMetaData().getUserName());
        return new RetortException(
                "The database user " + user + " has no privilege to read the table " + applied.name() + ": "
                        + SqlErrorText.of(e),
                "Grant " + user
                        + " the privileges select, insert, update and delete on this table, or connect as the user that"
                        + " created it.",
                e);
    }
}
