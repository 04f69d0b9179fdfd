package io.retort.internal.sql;

import io.retort.error.RetortException;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises statements that begin or end a transaction, or switch how a session commits. */
public final class TransactionControl {

    private static final int LOOKED_AT = 16;

    /** What can follow; anything else makes another statement of it: a block, or a rollback to a savepoint. */
    private static final Set<String> FOLLOWING = Set.of(
            "work",
            "transaction",
            "tran",
            "and",
            "no",
            "chain",
            "release",
            "prepared",
            "immediate",
            "deferred",
            "exclusive",
            "isolation",
            "level",
            "serializable",
            "repeatable",
            "read",
            "committed",
            "uncommitted",
            "only",
            "write",
            "not",
            "deferrable",
            "with",
            "consistent",
            "snapshot",
            ",",
            ";");

    private TransactionControl() {}

    /** Whether a text is such a statement, or has one among several statements. */
    public static boolean isIn(String sql, SqlSyntax syntax) {
        if (isStatement(sql, syntax)) {
            return true;
        }
        return sql.indexOf(';') >= 0
                && statements(sql, syntax).stream().anyMatch(one -> isStatement(one.text(), syntax));
    }

    /**
     * Whether a text is such a statement while no transaction is open, or has one among several statements. Then a savepoint
     * begins a transaction on SQLite, and has no use elsewhere.
     */
    public static boolean beginsIn(String sql, SqlSyntax syntax) {
        if (begins(sql, syntax)) {
            return true;
        }
        return sql.indexOf(';') >= 0 && statements(sql, syntax).stream().anyMatch(one -> begins(one.text(), syntax));
    }

    private static boolean begins(String sql, SqlSyntax syntax) {
        TokenCursor cursor = new TokenCursor(sql, syntax, LOOKED_AT);
        return cursor.take("savepoint") || isStatement(sql, syntax);
    }

    /** A text that cannot be split is one statement: the body of a routine, which begins no transaction by being created. */
    private static List<ScriptStatement> statements(String sql, SqlSyntax syntax) {
        try {
            return SqlSplitter.split(sql, syntax, "");
        } catch (RetortException whole) {
            return List.of();
        }
    }

    private static boolean isStatement(String sql, SqlSyntax syntax) {
        TokenCursor cursor = new TokenCursor(sql, syntax, LOOKED_AT);
        if (cursor.take("prepare", "transaction") || cursor.take("xa")) {
            return true;
        }
        if (cursor.peek().is("set")) {
            return setsAutoCommit(SqlToken.of(sql, syntax));
        }
        boolean word = cursor.take("begin")
                || cursor.take("start", "transaction")
                || cursor.take("commit")
                || cursor.take("rollback")
                || cursor.take("abort")
                || cursor.take("end");
        while (word && !cursor.atEnd()) {
            word = FOLLOWING.contains(cursor.take().text().toLowerCase(Locale.ROOT));
        }
        return word;
    }

    /** The session's own, and no variable of a user's or of the server. */
    private static boolean setsAutoCommit(List<SqlToken> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("autocommit") && !isOther(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(List<SqlToken> tokens, int at) {
        SqlToken before = tokens.get(at - 1);
        boolean user = before.is("@") && !(at > 1 && tokens.get(at - 2).is("@"));
        boolean global = before.is("global")
                || before.is(".") && at > 1 && tokens.get(at - 2).is("global");
        return user || global || before.is("=");
    }
}
