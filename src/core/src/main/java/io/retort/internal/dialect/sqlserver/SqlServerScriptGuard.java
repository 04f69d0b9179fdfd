package io.retort.internal.dialect.sqlserver;

import static io.retort.internal.dialect.sqlserver.SqlServerLiterals.national;

import io.retort.dialect.ScriptFormat.ScriptGuard;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
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
        if (isRefusedInTransaction(statement)) {
            return Optional.of("cannot run inside a transaction");
        }
        return Optional.empty();
    }

    /** Statements that SQL Server refuses inside a transaction, or that begin, end or leave one. */
    private static boolean isRefusedInTransaction(String statement) {
        TokenCursor cursor = new TokenCursor(statement, SqlServerDialect.SYNTAX, 3);
        if (cursor.take("begin")) {
            cursor.take("distributed");
            return cursor.takeAny("tran", "transaction");
        }
        return cursor.takeAny("backup", "restore", "reconfigure", "kill", "use", "commit", "rollback")
                || cursor.takeAny("create", "alter", "drop") && cursor.takeAny("database", "fulltext");
    }
}
