package io.retort.internal.dialect.postgres;

import io.retort.dialect.ScriptGuard;
import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes {@code do} blocks. Each block is one statement, so it takes effect completely or not at all.
 *
 * <p>Statements are executed dynamically. So a {@code select} may discard its result, and a statement may refer to a
 * table that an earlier one creates.
 */
final class PostgresScriptGuard implements ScriptGuard {

    /** Statements that PostgreSQL refuses inside a transaction, or that end one. */
    private static final Pattern NOT_INSIDE = Pattern.compile(
            "(?is)(?:(?:create\\s+(?:unique\\s+)?|drop\\s+)index\\s+concurrently|reindex\\s.*\\bconcurrently\\b|vacuum"
                    + "|(?:create|drop)\\s+(?:database|tablespace)|alter\\s+system|begin|start\\s+transaction|commit"
                    + "|rollback|copy\\s.*\\bstdin|do\\b.*\\bcommit)\\b.*");

    @Override
    public String when(String condition, List<Statement.Sql> statements) {
        List<String> texts = statements.stream().map(Statement.Sql::text).toList();
        String inner = quotes("$sql", texts);
        String body = texts.stream()
                .map(statement -> "    execute " + inner + statement + inner + ";\n")
                .collect(Collectors.joining());
        return block("  if " + condition + " then\n" + body + "  end if;\n");
    }

    @Override
    public String require(String condition, String message) {
        String text = message.replace('\\', '/').replace("'", "''").replace("%", "%%");
        return block("  if not " + condition + " then\n    raise exception '" + text + "';\n  end if;\n");
    }

    @Override
    public Optional<String> obstacle(String statement) {
        return NOT_INSIDE.matcher(statement).matches()
                ? Optional.of("cannot run inside a block, which is a transaction")
                : Optional.empty();
    }

    private static String block(String body) {
        String outer = quotes("$retort", List.of(body));
        return "do " + outer + "\nbegin\n" + body + "end\n" + outer + ";";
    }

    /** Dollar quotes that none of the texts contains. */
    private static String quotes(String name, List<String> texts) {
        String quotes = name + "$";
        for (int i = 1; contains(texts, quotes); i++) {
            quotes = name + i + "$";
        }
        return quotes;
    }

    private static boolean contains(List<String> texts, String part) {
        return texts.stream().anyMatch(text -> text.contains(part));
    }
}
