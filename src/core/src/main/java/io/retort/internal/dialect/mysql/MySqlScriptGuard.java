package io.retort.internal.dialect.mysql;

import io.retort.dialect.ScriptGuard;
import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Creates a procedure for each block, calls it and drops it, because MySQL and MariaDB have no {@code if} outside
 * routines. Their command-line clients support {@code delimiter}, which ends the procedure.
 *
 * <p>DDL commits implicitly. So a step that fails in the middle stays partially applied until the next run.
 */
final class MySqlScriptGuard implements ScriptGuard {

    private static final String PROCEDURE = "retort_step";

    /** Statements that are not permitted inside a procedure. */
    private static final Pattern NOT_INSIDE = Pattern.compile(
            "(?is)(?:(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?(?:definer\\s*=\\s*\\S+\\s+)?(?:aggregate\\s+)?"
                    + "(?:procedure|function|trigger|event|package)|lock\\s+tables?|unlock\\s+tables?|load\\s+data|use"
                    + "|alter\\s+view|delimiter)\\b.*");

    @Override
    public String when(String condition, List<Statement.Sql> statements) {
        String body = statements.stream()
                .map(statement -> "    " + statement.ended() + "\n")
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
        return NOT_INSIDE.matcher(statement).matches() ? Optional.of("cannot be inside a procedure") : Optional.empty();
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
