package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB's and MySQL's {@code SHOW CREATE}. */
final class MySqlShow implements DumpTool {

    private static final Pattern NAME = Pattern.compile(": (?:\\w+ )?(?:KEY|CONSTRAINT) `([^`]*)`");

    private static final Pattern COLUMN_CHECK = Pattern.compile("(.*?) (CHECK \\(.*\\))");

    @Override
    public List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String table : TestDb.query(connection, "show full tables")) {
            String name = table.substring(0, table.lastIndexOf('|'));
            boolean sequence = table.endsWith("|SEQUENCE");
            lines.addAll(shown(connection, sequence, name));
            lines.addAll(sequence ? List.of() : TableRows.of(connection, "`" + name + "`"));
        }
        lines.addAll(TestDb.query(connection, "show triggers"));
        return lines;
    }

    private static List<String> shown(Connection connection, boolean sequence, String name) throws SQLException {
        String show = "show create " + (sequence ? "sequence" : "table") + " `" + name + "`";
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery(show)) {
            shown.next();
            return lines(name, shown.getString(2).split("\\R"));
        }
    }

    /** Each line with its table, and without the comma, which depends on its position. */
    private static List<String> lines(String table, String[] lines) {
        List<String> described = new ArrayList<>(List.of(lines[0]));
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].strip().replaceAll(",$", "");
            if (line.startsWith("`")) {
                described.addAll(column(table + ": ", i, line));
            } else {
                described.add(table + ": " + line);
            }
        }
        return described;
    }

    /** With its position. A check constraint in the column's line is an unnamed one, enforced like all others. */
    private static List<String> column(String start, int place, String line) {
        Matcher checked = COLUMN_CHECK.matcher(line);
        return checked.matches()
                ? List.of(start + place + " " + checked.group(1), start + "CONSTRAINT `` " + checked.group(2))
                : List.of(start + place + " " + line);
    }

    @Override
    public Pattern name() {
        return NAME;
    }
}
