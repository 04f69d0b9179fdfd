package io.retort.internal.dialect.mysql;

import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates a procedure for each block, calls it and drops it, because MySQL and MariaDB have no {@code if} outside
 * routines. Their command-line clients support {@code delimiter}, which ends the procedure.
 *
 * <p>DDL commits implicitly. So a step that fails in the middle stays partially applied until the next run.
 */
final class MySqlScriptGuard implements ScriptGuard {

    private static final String PROCEDURE = "retort_step";

    @Override
    public String when(String condition, List<Statement.Sql> statements) {
        String body = statements.stream()
                .map(statement -> "    " + statement.terminated() + "\n")
                .collect(Collectors.joining());
        return procedure("  if " + condition + " then\n" + body + "  end if;\n");
    }

    @Override
    public String require(String condition, String message) {
        String text = message.replace('\\', '/').replace("'", "''");
        return procedure("  if not " + condition + " then\n    signal sqlstate '45000' set message_text = '" + text
                + "';\n  end if;\n");
    }

    @Override
    public Optional<String> obstacle(String statement) {
        return isRefusedInProcedure(statement) ? Optional.of("cannot be inside a procedure") : Optional.empty();
    }

    /** Statements that are not permitted inside a procedure. */
    private static boolean isRefusedInProcedure(String statement) {
        TokenCursor cursor = new TokenCursor(statement, MySqlSyntax.MYSQL);
        if (cursor.takeAny("use", "delimiter") || cursor.take("load", "data") || cursor.take("alter", "view")) {
            return true;
        }
        if (cursor.takeAny("lock", "unlock")) {
            return cursor.takeAny("table", "tables");
        }
        if (!cursor.takeAny("create", "alter", "drop")) {
            return false;
        }
        cursor.take("or", "replace");
        if (cursor.take("definer", "=")) {
            skipAccount(cursor);
        }
        cursor.take("aggregate");
        return cursor.takeAny("procedure", "function", "trigger", "event", "package");
    }

    /** An account is {@code user}, {@code 'user'@'host'} or {@code current_user()}. */
    private static void skipAccount(TokenCursor cursor) {
        cursor.take();
        if (cursor.take("@")) {
            cursor.take();
        }
        cursor.take("(", ")");
    }

    private static String procedure(String body) {
        String end = "$$";
        while (body.contains(end)) {
            end += "$";
        }
        return "drop procedure if exists " + PROCEDURE + ";\ndelimiter " + end + "\ncreate procedure " + PROCEDURE
                + "()\nbegin\n" + body + "end" + end + "\ndelimiter ;\ncall " + PROCEDURE + "();\ndrop procedure "
                + PROCEDURE + ";";
    }
}
