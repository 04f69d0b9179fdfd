package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs statements that the database can reject. */
abstract class StatementRunner {

    final Connection connection;

    private StatementRunner(Connection connection) {
        this.connection = connection;
    }

    /** Runs each statement separately, and omits those that set comments, for a product without comments. */
    static StatementRunner withoutComments(Connection connection) {
        return new Plain(connection) {
            @Override
            boolean omits(String sql) {
                return sql.startsWith("comment on ");
            }
        };
    }

    /** Runs each statement separately. */
    static StatementRunner plain(Connection connection) {
        return new Plain(connection);
    }

    /** Runs each statement after a savepoint, where a rejected statement would abort the transaction. */
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

    /** Runs a statement and returns the error of the database; empty on success. */
    abstract Optional<String> refusal(String sql) throws SQLException;

    /** Returns whether a statement is not run because the product does not support it. */
    boolean omits(String sql) {
        return false;
    }

    /**
     * Runs all statements or no statement, in an open transaction, because a savepoint for each would be slow.
     *
     * @return whether they ran
     */
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
            return Optional.of(ScratchStatements.words(e, sql));
        }
    }

    private static class Plain extends StatementRunner {

        private Plain(Connection connection) {
            super(connection);
        }

        @Override
        Optional<String> refusal(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return tried(statement, sql);
            }
        }

        @Override
        boolean runAtOnce(List<String> batch) {
            return false;
        }
    }
}
