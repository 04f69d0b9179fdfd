package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** HSQLDB's {@code SCRIPT}. */
final class HsqldbScript implements DumpTool {

    private static final Pattern NAME =
            Pattern.compile("(?:^CREATE (?:UNIQUE )?INDEX|CONSTRAINT) (\"(?:[^\"]|\"\")+\"|\\w+) ?");
    private static final Pattern SAYS = Pattern.compile(
            "(?:CREATE (?:MEMORY )?(?:TABLE|SEQUENCE|UNIQUE|INDEX|SCHEMA|DOMAIN|VIEW|TRIGGER)|ALTER TABLE|COMMENT|INSERT) .*");

    /** The next value of a sequence, and an empty comment, which Hibernate gives to some columns. */
    private static final Pattern NOTHING = Pattern.compile(".* RESTART WITH .*|COMMENT ON .* IS ''");

    private static final Pattern TABLE =
            Pattern.compile("CREATE MEMORY TABLE (?:\\w+|\"[^\"]+\")\\.(?:\\w+|\"[^\"]+\")\\(.*");

    @Override
    public List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String statement : TestDb.query(connection, "script")) {
            if (SAYS.matcher(statement).matches() && !NOTHING.matcher(statement).matches()) {
                lines.addAll(lines(plain(statement)));
            }
        }
        return lines;
    }

    /**
     * HSQLDB remembers unnecessary quotes. It writes a foreign key inside its table or after it, depending on which
     * table was created first.
     */
    private static String plain(String statement) {
        return statement
                .replaceAll("\"([\\p{Lu}\\d_]+)\"", "$1")
                .replaceFirst(
                        "^ALTER TABLE (\\w+\\.(?:\\w+|\"[^\"]+\")) ADD CONSTRAINT ",
                        "CREATE MEMORY TABLE $1 CONSTRAINT ");
    }

    /**
     * A table is split into lines. A column's line has its position, and an unnamed constraint looks like the others.
     */
    private static List<String> lines(String statement) {
        int body = statement.indexOf('(');
        if (!TABLE.matcher(statement).matches()) {
            return List.of(statement);
        }
        String head = statement.substring(0, body);
        List<String> statements = new ArrayList<>(List.of(head));
        int place = 0;
        for (String piece : Pieces.of(statement.substring(body + 1, statement.lastIndexOf(')')))) {
            boolean unnamed = piece.matches("(?:UNIQUE|CHECK|FOREIGN KEY|PRIMARY KEY) ?\\(.*");
            boolean constraint = unnamed || piece.startsWith("CONSTRAINT ");
            place += constraint ? 0 : 1;
            statements.add(head + " " + (unnamed ? "CONSTRAINT SYS " : constraint ? "" : place + " ") + piece);
        }
        return statements;
    }

    @Override
    public Pattern name() {
        return NAME;
    }
}
