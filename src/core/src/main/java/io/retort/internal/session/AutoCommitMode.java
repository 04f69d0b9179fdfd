package io.retort.internal.session;

import io.retort.internal.log.PrintableLog;
import java.sql.Connection;
import java.sql.SQLException;

/** Turns auto-commit on for a connection, and restores the earlier mode. */
public final class AutoCommitMode implements AutoCloseable {

    private final Connection connection;
    private final boolean before;

    private AutoCommitMode(Connection connection, boolean before) {
        this.connection = connection;
        this.before = before;
    }

    /** Turns auto-commit on until the result is closed. */
    public static AutoCommitMode on(Connection connection) throws SQLException {
        AutoCommitMode mode = new AutoCommitMode(connection, connection.getAutoCommit());
        connection.setAutoCommit(true);
        return mode;
    }

    /** Rolls back first, because setting auto-commit would commit an open transaction. */
    @Override
    public void close() {
        try {
            if (OpenTransaction.rollBack(connection)) {
                connection.setAutoCommit(before);
            }
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(AutoCommitMode.class).debug("Auto-commit was not restored", e);
        }
    }
}
