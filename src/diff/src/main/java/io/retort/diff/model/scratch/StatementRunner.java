package io.retort.diff.model.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs statements that the database may refuse. */
abstract class StatementRunner {

    final Connection connection;

    private StatementRunner(Connection connection) {
        this.connection = connection;
    }

    /** Each by itself. */
    static StatementRunner plain(Connection connection) {
        return new StatementRunner(connection) {
            @Override
            Optional<String> refusal(String sql) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    return tried(statement, sql);
                }
            }
        };
    }

    /** Each behind a savepoint, in a transaction that a refusal would end otherwise. */
    static StatementRunner guarded(Connection connection) {
        return new StatementRunner(connection) {
            @Override
            Optional<String> refusal(String sql) throws SQLException {
                Savepoint before = connection.setSavepoint();
                try (Statement statement = connection.createStatement()) {
                    Optional<String> refusal = tried(statement, sql);
                    if (refusal.isPresent()) {
                        connection.rollback(before);
                    } else {
                        connection.releaseSavepoint(before);
                    }
                    return refusal;
                }
            }
        };
    }

    /** Runs a statement; answers what the database says where it refuses it. */
    abstract Optional<String> refusal(String sql) throws SQLException;

    /** Runs all or none, in an open transaction. */
    boolean runAtOnce(List<String> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            for (String sql : batch) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            return false;
        }
    }

    private static Optional<String> tried(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Statements.words(e, sql));
        }
    }
}
