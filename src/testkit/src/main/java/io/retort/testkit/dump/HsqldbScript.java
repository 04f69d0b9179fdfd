package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** HSQLDB's {@code SCRIPT}. */
final class HsqldbScript implements Tool {

    private static final Pattern NAME =
            Pattern.compile("(?:^CREATE (?:UNIQUE )?INDEX|CONSTRAINT) (\"(?:[^\"]|\"\")+\"|\\w+) ?");
    private static final Pattern SAYS = Pattern.compile(
            "(?:CREATE (?:MEMORY )?(?:TABLE|SEQUENCE|UNIQUE|INDEX|SCHEMA|DOMAIN)|ALTER TABLE|COMMENT|INSERT) .*");

    @Override
    public List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String statement : TestDb.query(connection, "script")) {
            if (SAYS.matcher(statement).matches() && !statement.contains(" RESTART WITH ")) {
                lines.addAll(said(statement));
            }
        }
        return lines;
    }

    /** A table is told piece by piece; a column's line has its place, and a constraint without a name stands like the others. */
    private static List<String> said(String statement) {
        int body = statement.indexOf('(');
        if (!statement.startsWith("CREATE MEMORY TABLE") || body < 0) {
            return List.of(statement);
        }
        String head = statement.substring(0, body);
        List<String> said = new ArrayList<>(List.of(head));
        int place = 0;
        for (String piece : Pieces.of(statement.substring(body + 1, statement.lastIndexOf(')')))) {
            boolean unnamed = piece.matches("(?:UNIQUE|CHECK|FOREIGN KEY|PRIMARY KEY) ?\\(.*");
            boolean constraint = unnamed || piece.startsWith("CONSTRAINT ");
            place += constraint ? 0 : 1;
            said.add(head + " " + (unnamed ? "CONSTRAINT SYS " : constraint ? "" : place + " ") + piece);
        }
        return said;
    }

    @Override
    public Pattern name() {
        return NAME;
    }
}
