package io.retort.diff.model.scratch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Single statements. */
final class Statements {

    private Statements() {}

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

    /** What the database says, without the statement that it was said about. */
    static String words(SQLException e, String sql) {
        String message = String.valueOf(e.getMessage()).strip();
        int at = message.indexOf(sql);
        if (at < 0) {
            return message;
        }
        String before = message.substring(0, at).replaceFirst("[;,.]?\\s*SQL statement:\\s*$", "");
        return (before + message.substring(at + sql.length())).strip();
    }
}
