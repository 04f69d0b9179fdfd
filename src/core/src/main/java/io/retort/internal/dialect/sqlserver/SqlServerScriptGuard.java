package io.retort.internal.dialect.sqlserver;

import static io.retort.internal.dialect.sqlserver.SqlServerLiterals.national;

import io.retort.dialect.ScriptGuard;
import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a batch with a transaction for each block; an error rolls back the whole transaction.
 *
 * <p>Statements are executed dynamically, because a batch is compiled before it runs. Otherwise a column that one
 * statement adds would not exist for the next, and a view would not be the only statement of its batch.
 */
final class SqlServerScriptGuard implements ScriptGuard {

    /** The line that ends a batch in {@code sqlcmd} and similar clients. */
    static final String GO = "GO";

    private static final String END = "\n" + GO;

    /** Statements that SQL Server refuses inside a transaction, or that begin, end or leave one. */
    private static final Pattern NOT_INSIDE =
            Pattern.compile("(?is)(?:(?:create|alter|drop)\\s+(?:database|fulltext)|backup|restore|reconfigure|kill|use"
                    + "|begin\\s+(?:distributed\\s+)?tran(?:saction)?|commit|rollback)\\b.*");

    @Override
    public String when(String condition, List<Statement.Sql> statements) {
        String body = statements.stream()
                .map(statement -> "    exec (" + national(statement.text()) + ");\n")
                .collect(Collectors.joining());
        return "if " + condition + "\nbegin\n    begin transaction;\n" + body + "    commit;\nend;" + END;
    }

    @Override
    public String whenMissing(String table, List<Statement.Sql> create) {
        return when("object_id(" + national(table) + ") is null", create);
    }

    @Override
    public String require(String condition, String message) {
        return "if not " + condition + "\nbegin\n    throw 50000, " + national(message) + ", 1;\nend;" + END;
    }

    @Override
    public Optional<String> obstacle(String statement) {
        if (NOT_INSIDE.matcher(statement).matches()) {
            return Optional.of("cannot run inside a transaction");
        }
        return Optional.empty();
    }
}
