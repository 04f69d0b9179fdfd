package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Set;

/** Recognizes DDL that leaves nothing in its session. */
public final class DefinitionStatement {

    private static final Set<String> WORDS = Set.of(
            "create",
            "alter",
            "drop",
            "comment",
            "grant",
            "revoke",
            "truncate",
            "analyze",
            "vacuum",
            "reindex",
            "cluster",
            "refresh",
            "rename",
            "optimize");

    private DefinitionStatement() {}

    /**
     * Returns whether a text is DDL and nothing else: no temporary object, no session setting, no second statement, and
     * no comment that some servers execute.
     */
    public static boolean isOnly(String sql) {
        return isDefinition(sql) && !hasMore(sql);
    }

    private static boolean isDefinition(String sql) {
        SqlLexer lexer = new SqlLexer(sql, SqlSyntax.STANDARD);
        while (lexer.advance()) {
            if (!lexer.isBlank()) {
                return WORDS.contains(lexer.text().toLowerCase(Locale.ROOT));
            }
            if (isExecuted(lexer)) {
                return false;
            }
        }
        return false;
    }

    /** Each start of an application with pending revisions asks this of every statement, and few need a closer look. */
    private static boolean hasMore(String sql) {
        return (sql.indexOf(';') >= 0
                        || sql.contains("/*")
                        || WordSearch.mayFind(sql, "temp")
                        || WordSearch.mayFind(sql, "session"))
                && (hasSecondStatement(sql) || isTemporary(sql));
    }

    private static boolean isTemporary(String sql) {
        WordSearch words = WordSearch.in(sql);
        return words.has("temp")
                || words.has("temporary")
                || new TokenCursor(sql, SqlSyntax.STANDARD, 2).take("alter", "session");
    }

    private static boolean hasSecondStatement(String sql) {
        SqlLexer lexer = new SqlLexer(sql, SqlSyntax.STANDARD);
        boolean ended = false;
        while (lexer.advance()) {
            if (isExecuted(lexer) || ended && !lexer.isBlank()) {
                return true;
            }
            ended |= lexer.kind() == Kind.SEMICOLON;
        }
        return false;
    }

    private static boolean isExecuted(SqlLexer lexer) {
        return lexer.kind() == Kind.COMMENT
                && (lexer.text().startsWith("/*!") || lexer.text().startsWith("/*M!"));
    }
}
