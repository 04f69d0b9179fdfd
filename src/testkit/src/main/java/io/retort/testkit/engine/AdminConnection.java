package io.retort.testkit.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The connection that creates and drops databases. It stays open until the JVM ends, because a new connection costs as
 * much as the statement.
 */
final class AdminConnection {

    /** Something to do with the connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    private static final int PATIENCE_SECONDS = 10;

    private final Login login;
    private @Nullable Connection open;

    AdminConnection(Login login) {
        this.login = login;
    }

    /** Tests restart servers and end connections, so a connection that no longer answers is replaced. */
    synchronized <T extends @Nullable Object> T with(Work<T> work) throws SQLException {
        Connection connection = open;
        if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
            connection = login.connect();
            open = connection;
        }
        return work.on(connection);
    }

    void execute(String sql) throws SQLException {
        with(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
