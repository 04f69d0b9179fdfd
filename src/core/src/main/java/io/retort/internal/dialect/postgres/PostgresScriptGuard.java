package io.retort.internal.dialect.postgres;

import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.internal.sql.TokenCursor;
import io.retort.internal.sql.WordSearch;
import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes {@code do} blocks. Each block is one statement, so it takes effect completely or not at all.
 *
 * <p>Statements are executed dynamically. So a {@code select} may discard its result, and a statement may refer to a
 * table that an earlier one creates.
 */
final class PostgresScriptGuard implements ScriptGuard {

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
        return isRefusedInTransaction(statement)
                ? Optional.of("cannot run inside a block, which is a transaction")
                : Optional.empty();
    }

    /** Statements that PostgreSQL refuses inside a transaction, or that end one. */
    private static boolean isRefusedInTransaction(String statement) {
        TokenCursor cursor = new TokenCursor(statement, PostgresDialect.SYNTAX);
        if (ConcurrentIndex.isConcurrent(statement)
                || cursor.takeAny("vacuum", "begin", "commit", "rollback")
                || cursor.take("start", "transaction")
                || cursor.take("alter", "system")) {
            return true;
        }
        if (cursor.take("copy")) {
            return cursor.has("stdin");
        }
        if (cursor.take("do")) {
            return WordSearch.in(statement).has("commit");
        }
        return cursor.takeAny("create", "drop") && cursor.takeAny("database", "tablespace");
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
