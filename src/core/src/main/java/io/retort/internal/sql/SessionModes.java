package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the statements of a script that change how the session reads text: {@code sql_mode} on MySQL and MariaDB,
 * {@code standard_conforming_strings} on PostgreSQL.
 */
final class SessionModes {

    private static final String SQL_MODE = "sql_mode";
    private static final String CONFORMING = "standard_conforming_strings";

    private static final Set<String> READS =
            Set.of("select", "insert", "update", "delete", "replace", "show", "create", "alter");

    private final SqlSyntax base;
    private int unknownSince = -1;

    SessionModes(SqlSyntax base) {
        this.base = base;
    }

    /** Returns the syntax after a statement. */
    SqlSyntax after(String statement, SqlSyntax now, int position) {
        if (base.has(Feature.DELIMITER)) {
            return WordSearch.mayFind(statement, SQL_MODE) ? afterSqlMode(statement, now, position) : now;
        }
        if (base.has(Feature.ESCAPE_STRINGS)) {
            return afterConforming(statement, now, position);
        }
        return now;
    }

    private SqlSyntax afterSqlMode(String statement, SqlSyntax now, int position) {
        List<String> words = SqlNormalizer.firstWords(statement, now, 1);
        String first = words.isEmpty() ? "" : words.get(0);
        if (READS.contains(first)) {
            return now;
        }
        if (!first.equals("set") && !statement.startsWith("/*")) {
            return unknown(now, position);
        }
        SqlLexer lexer = new SqlLexer(statement, now);
        boolean global = false;
        while (next(lexer)) {
            if (lexer.is("global") || lexer.is("persist") || lexer.is("persist_only")) {
                global = true;
            } else if (lexer.is(',')) {
                global = false;
            } else if (lexer.is(SQL_MODE) && !global && isAssigned(lexer)) {
                String value = value(lexer);
                return value == null ? unknown(now, position) : known(SqlMode.in(now, value));
            }
        }
        return now;
    }

    private SqlSyntax afterConforming(String statement, SqlSyntax now, int position) {
        List<String> words = SqlNormalizer.firstWords(statement, now, 3);
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.equals("reset") || first.equals("discard")) {
            boolean all = words.contains("all") || words.contains(CONFORMING);
            return all ? base.has(Feature.BACKSLASH_ESCAPES) ? unknown(now, position) : known(base) : now;
        }
        if (!WordSearch.mayFind(statement, CONFORMING) || first.equals("alter") || first.equals("show")) {
            return now;
        }
        SqlLexer lexer = new SqlLexer(statement, now);
        while (first.equals("set") && next(lexer)) {
            if (lexer.is(CONFORMING) && next(lexer)) {
                String value = value(lexer);
                return value == null ? unknown(now, position) : conforming(value, now, position);
            }
        }
        return unknown(now, position);
    }

    private SqlSyntax conforming(String value, SqlSyntax now, int position) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> known(now.with(Feature.BACKSLASH_ESCAPES, false));
            case "off", "false", "no", "0" -> known(now.with(Feature.BACKSLASH_ESCAPES, true));
            default -> unknown(now, position);
        };
    }

    private static boolean next(SqlLexer lexer) {
        while (lexer.advance()) {
            if (!lexer.isBlank()) {
                lexer.atStatementStart(false);
                return true;
            }
        }
        return false;
    }

    /** Skips {@code =} or {@code :=}. */
    private static boolean isAssigned(SqlLexer lexer) {
        return next(lexer) && (lexer.is('=') || lexer.is(':') && next(lexer) && lexer.is('='));
    }

    /** The next word or string; null if the next token is anything else. */
    private static @Nullable String value(SqlLexer lexer) {
        if (!next(lexer) || lexer.kind() != Kind.STRING && lexer.kind() != Kind.WORD && lexer.kind() != Kind.NUMBER) {
            return null;
        }
        String text = lexer.text();
        boolean string = lexer.kind() == Kind.STRING;
        boolean last = !next(lexer) || lexer.is(',') || lexer.text().equals("*/");
        if (!last || string && !(text.startsWith("'") || text.startsWith("\"")) || text.equalsIgnoreCase("default")) {
            return null;
        }
        return string ? text.substring(1, text.length() - 1) : text;
    }

    private SqlSyntax known(SqlSyntax syntax) {
        unknownSince = -1;
        return syntax;
    }

    private SqlSyntax unknown(SqlSyntax now, int position) {
        unknownSince = position;
        return now;
    }

    /** Refuses a string whose meaning depends on a mode with an unknown value. */
    void requireKnown(SqlLexer token, String sql, ClientCommands.Refusal refusal) {
        boolean quoted = token.kind() == Kind.STRING || token.kind() == Kind.QUOTED_NAME;
        if (unknownSince >= 0 && quoted && token.text().indexOf('\\') >= 0) {
            throw refusal.of(
                    token.start(),
                    "has a backslash in quotes, whose meaning was set in line " + SqlSplitter.line(sql, unknownSince)
                            + " to a value that only the database can evaluate",
                    "Set the mode there to a string literal, or remove the backslash.");
        }
    }
}
