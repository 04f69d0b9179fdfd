package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs single statements. */
final class ScratchStatements {

    private ScratchStatements() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the single value of a query. */
    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** The marker that H2 puts into a statement at the error position. */
    private static final String MARK = "[*]";

    /** Returns the error of the database without the statement. */
    static String words(SQLException e, String sql) {
        String message = String.valueOf(e.getMessage()).strip();
        int mark = message.indexOf(MARK);
        String whole = message.replace(MARK, "");
        int start = whole.indexOf(sql);
        if (mark >= start && start >= 0 && mark <= start + sql.length()) {
            String rest = sql.substring(mark - start);
            return whole.substring(0, start)
                    + "... "
                    + rest.lines().findFirst().orElse("").split("[,)]", 2)[0]
                    + whole.substring(start + sql.length());
        }
        int at = message.indexOf(sql);
        if (at < 0) {
            return message;
        }
        String before = message.substring(0, at).replaceFirst("[;,.]?\\s*SQL statement:\\s*$", "");
        return (before + message.substring(at + sql.length())).strip();
    }
}
