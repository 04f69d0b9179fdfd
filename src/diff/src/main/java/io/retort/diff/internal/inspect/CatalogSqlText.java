package io.retort.diff.internal.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes fragments of SQL as catalogs spell them. */
final class CatalogSqlText {

    private static final Pattern STRING = Pattern.compile("'[^']*+(?:''[^']*+)*+'");
    private static final Pattern STRINGS = Pattern.compile(STRING + "(?:, ?" + STRING + ")*+");
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

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
        Pattern prefix = Pattern.compile("(?<![\\w$.\"`])" + Pattern.quote(schema) + "\\s?\\.\\s?(?=[\\w\"`])");
        UnaryOperator<String> change =
                code -> prefix.matcher(LINES.matcher(code).replaceAll(" ")).replaceAll("");
        return outsideStrings(expression, change);
    }

    /** Applies a change to an expression outside its string literals. */
    static String outsideStrings(String sql, UnaryOperator<String> change) {
        StringBuilder result = new StringBuilder();
        Matcher strings = STRING.matcher(sql);
        int from = 0;
        while (strings.find()) {
            result.append(change.apply(sql.substring(from, strings.start()))).append(strings.group());
            from = strings.end();
        }
        return result.append(change.apply(sql.substring(from))).toString();
    }

    /**
     * Removes parentheses around the whole of an expression, because the code that uses it adds them.
     *
     * @param expression the expression
     */
    public static String bare(String expression) {
        String masked = STRING.matcher(expression)
                .replaceAll(string -> "s".repeat(string.group().length()));
        int depth = 0;
        for (int i = 0; i < masked.length() - 1; i++) {
            depth += masked.charAt(i) == '(' ? 1 : masked.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return expression;
            }
        }
        return masked.endsWith(")") ? bare(expression.substring(1, expression.length() - 1)) : expression;
    }

    /** Returns the value of a string or integer literal; null for any other text. */
    static @Nullable Object literal(String sql) {
        boolean string = STRING.matcher(sql).matches() && sql.indexOf('\\') < 0;
        return string ? text(sql) : integer(sql);
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
        if (!STRINGS.matcher(list).matches()) {
            return null;
        }
        List<String> all = new ArrayList<>();
        Matcher strings = STRING.matcher(list);
        while (strings.find()) {
            all.add(text(strings.group()));
        }
        return all;
    }

    private static String text(String string) {
        return string.substring(1, string.length() - 1).replace("''", "'");
    }
}
