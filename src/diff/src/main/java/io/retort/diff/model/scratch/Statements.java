package io.retort.diff.model.scratch;

import io.retort.diff.model.scratch.Scratch.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements and notes which of them the database refuses. */
final class Statements {

    private static final int BATCH = 50;

    private Statements() {}

    /** Runs each by itself. */
    static List<Failure> runEach(Connection connection, List<String> statements) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    failures.add(new Failure(sql, words(e)));
                }
            }
        }
        return failures;
    }

    /** Runs all in the open transaction, which survives refusals. Many go at once: a savepoint for each would be slow. */
    static List<Failure> runInTransaction(Connection connection, List<String> statements) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        for (int from = 0; from < statements.size(); from += BATCH) {
            List<String> batch = statements.subList(from, Math.min(from + BATCH, statements.size()));
            if (!runAtOnce(connection, batch)) {
                for (String sql : batch) {
                    failures.addAll(runGuarded(connection, sql));
                }
            }
        }
        return failures;
    }

    private static boolean runAtOnce(Connection connection, List<String> batch) throws SQLException {
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

    private static List<Failure> runGuarded(Connection connection, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.releaseSavepoint(before);
            return List.of();
        } catch (SQLException e) {
            connection.rollback(before);
            return List.of(new Failure(sql, words(e)));
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one value that a query answers. */
    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static String words(SQLException e) {
        return String.valueOf(e.getMessage()).strip();
    }
}
