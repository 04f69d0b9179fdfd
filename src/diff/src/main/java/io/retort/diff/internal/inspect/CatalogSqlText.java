package io.retort.diff.internal.inspect;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes fragments of SQL as catalogs spell them. */
final class CatalogSqlText {

    /** Catalogs of all products write strings with doubled quotes. */
    private static final SqlSyntax SYNTAX = SqlSyntax.of(Blocks.NONE, Feature.BACKTICKS);

    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private CatalogSqlText() {}

    /**
     * Returns a text as an SQL string literal.
     *
     * @param text the text, without quotes
     */
    public static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * Returns an expression on one line, without a schema name before the names in it. String literals are not changed.
     *
     * @param schema the name of the schema as the catalog spells it in expressions, with quotes if it has them
     * @param expression the expression
     */
    public static String without(String schema, String expression) {
        List<SqlToken> tokens = SqlToken.of(expression, SYNTAX);
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (isQualifier(tokens, i, schema)) {
                result.append(onOneLine(expression.substring(from, tokens.get(i).start())));
                from = tokens.get(i + 2).start();
            } else if (tokens.get(i).kind() == Kind.STRING) {
                result.append(onOneLine(expression.substring(from, tokens.get(i).start())));
                result.append(tokens.get(i).text());
                from = tokens.get(i).end();
            }
        }
        return result.append(onOneLine(expression.substring(from))).toString();
    }

    private static boolean isQualifier(List<SqlToken> tokens, int at, String schema) {
        return tokens.get(at).isName()
                && tokens.get(at).text().equals(schema)
                && (at == 0 || !tokens.get(at - 1).is("."))
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is(".")
                && tokens.get(at + 2).isName();
    }

    /** Replaces each run of white space that contains a line break by one space. */
    private static String onOneLine(String code) {
        StringBuilder line = new StringBuilder();
        int from = 0;
        while (from < code.length()) {
            int to = from;
            while (to < code.length() && Character.isWhitespace(code.charAt(to))) {
                to++;
            }
            String space = code.substring(from, to);
            line.append(space.indexOf('\n') < 0 && space.indexOf('\r') < 0 ? space : " ");
            if (to < code.length()) {
                line.append(code.charAt(to));
            }
            from = to + 1;
        }
        return line.toString();
    }

    /** Returns the tokens of an expression. */
    static List<SqlToken> tokens(String sql) {
        return SqlToken.of(sql, SYNTAX);
    }

    /**
     * Removes parentheses around the whole of an expression, because the code that uses it adds them.
     *
     * @param expression the expression
     */
    public static String bare(String expression) {
        return SqlValues.isEnclosed(expression, SYNTAX)
                ? bare(expression.substring(1, expression.length() - 1))
                : expression;
    }

    /** Returns the value of a string or integer literal; null for any other text. */
    static @Nullable Object literal(String sql) {
        return SqlValues.isString(sql, SYNTAX) && sql.indexOf('\\') < 0 ? text(sql) : integer(sql);
    }

    /** Returns the value of an integer literal; null for any other text. */
    static @Nullable Number integer(String sql) {
        if (!PLAIN_INTEGER.matcher(sql).matches()) {
            return null;
        }
        long value = Long.parseLong(sql);
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    /** Returns the strings of a list such as {@code 'A', 'B'}; null for any other text. */
    static @Nullable List<String> strings(String list) {
        List<String> all = new ArrayList<>();
        TokenCursor cursor = new TokenCursor(list, SYNTAX);
        do {
            String string = cursor.take().text();
            if (!SqlValues.isString(string, SYNTAX)) {
                return null;
            }
            all.add(text(string));
        } while (cursor.take(","));
        return cursor.atEnd() ? all : null;
    }

    private static String text(String string) {
        return string.substring(1, string.length() - 1).replace("''", "'");
    }
}
