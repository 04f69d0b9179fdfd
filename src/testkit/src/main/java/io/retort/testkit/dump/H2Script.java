package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** H2's {@code SCRIPT}. */
final class H2Script implements DumpTool {

    private static final Pattern NAME =
            Pattern.compile("^(?:CREATE .*?INDEX|ALTER .* ADD CONSTRAINT) \"[^\"]+\"\\.\"([^\"]+)\"");

    @Override
    public List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String statement : TestDb.query(connection, "script nodata")) {
            if (isRelevant(statement)) {
                lines.addAll(lines(statement));
            }
        }
        for (String table : TestDb.query(
                connection,
                "select '\"' || table_schema || '\".\"' || table_name || '\"'"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema <> 'INFORMATION_SCHEMA' order by 1")) {
            lines.addAll(TableRows.of(connection, table));
        }
        return lines;
    }

    /** A password has a different salt each time; remarks contain row counts, which are dumped separately. */
    private static boolean isRelevant(String statement) {
        return !statement.startsWith("CREATE USER") && !statement.startsWith("-- ");
    }

    /** The columns of a table are separate lines, each prefixed with the table's name and the column's position. */
    private static List<String> lines(String statement) {
        String[] lines = statement.strip().split("\\R");
        List<String> statements = new ArrayList<>(List.of(lines[0]));
        for (int i = 1; i < lines.length; i++) {
            statements.add(lines[0] + " " + i + " " + lines[i].strip().replaceAll(",$", ""));
        }
        return statements;
    }

    @Override
    public Pattern name() {
        return NAME;
    }
}
