package io.retort.internal.execute;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.session.AutoCommitMode;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.session.PooledConnection;
import io.retort.run.OtherSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A row lock that a second connection holds. It waits for one second, because no syntax for "do not wait" works on all
 * products.
 */
final class SecondConnectionLock implements DatabaseLock {

    private static final int SECONDS = 1;

    private final DataSource dataSource;
    private final String table;
    private @Nullable PooledConnection connection;
    private @Nullable AutoCommitMode mode;

    /**
     * Creates a lock that is not yet acquired.
     *
     * @param dataSource supplies the second connection
     * @param table the table of the row, in SQL
     */
    SecondConnectionLock(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    @Override
    public boolean take() throws SQLException {
        PooledConnection pooled = open();
        boolean taken = false;
        try {
            Connection second = pooled.driver();
            mode = AutoCommitMode.on(second);
            makeRow(second);
            second.setAutoCommit(false);
            taken = lockRow(second);
            return taken;
        } finally {
            connection = pooled;
            if (!taken) {
                release();
            }
        }
    }

    private PooledConnection open() {
        try {
            return PooledConnection.of(dataSource);
        } catch (SQLException e) {
            throw new RetortException(
                    "On this database Retort holds the migration lock with a second connection, but the data source provides only one: "
                            + e.getMessage(),
                    Advice.of(
                            "Allow the pool two connections, or set ",
                            Advice.setting("url"),
                            " for connections outside the pool."),
                    e);
        }
    }

    private void makeRow(Connection second) throws SQLException {
        JdbcQueries questions = new JdbcQueries(second);
        if (rows(questions).isEmpty()) {
            try {
                questions.run("create table " + table + " (id integer not null primary key)");
            } catch (SQLException e) {
                if (rows(questions).isEmpty()) {
                    throw e;
                }
            }
        }
        if (hasNoRow(questions)) {
            try {
                questions.change("insert into " + table + " (id) values (1)");
            } catch (SQLException e) {
                if (hasNoRow(questions)) {
                    throw e;
                }
            }
        }
    }

    private boolean hasNoRow(JdbcQueries questions) {
        return rows(questions).equals(OptionalInt.of(0));
    }

    /** Empty if the table does not exist. */
    private OptionalInt rows(JdbcQueries questions) {
        try {
            return OptionalInt.of(questions.texts("select id from " + table).size());
        } catch (SQLException e) {
            return OptionalInt.empty();
        }
    }

    private boolean lockRow(Connection second) {
        try (Statement statement = second.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            return statement.executeUpdate("update " + table + " set id = 1 where id = 1") == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public List<OtherSession> holders() {
        return List.of();
    }

    @Override
    public boolean held() throws SQLException {
        return connection != null && connection.driver().isValid(SECONDS);
    }

    @Override
    public void release() {
        if (mode != null) {
            mode.close();
            mode = null;
        }
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
