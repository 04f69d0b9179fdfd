package io.retort.diff.inspect.product;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL as a catalog spells it. */
public final class SqlText {

    private static final Pattern STRING = Pattern.compile("'[^']*+(?:''[^']*+)*+'");
    private static final Pattern STRINGS = Pattern.compile(STRING + "(?:, ?" + STRING + ")*+");
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    private SqlText() {}

    /** A text as a string in SQL. */
    public static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * An expression on one line, without a schema's name before the names in it. Strings are left alone.
     *
     * @param schema the schema's name as the catalog spells it in expressions, with quotes if it has them
     */
    public static String without(String schema, String expression) {
        Pattern prefix = Pattern.compile("(?<![\\w$.\"`])" + Pattern.quote(schema) + "\\s?\\.\\s?(?=[\\w\"`])");
        UnaryOperator<String> change =
                code -> prefix.matcher(LINES.matcher(code).replaceAll(" ")).replaceAll("");
        return outsideStrings(expression, change);
    }

    /** An expression, changed where it is no string. */
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

    /** An expression without parentheses around the whole of it, which whoever uses it puts there. */
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

    /** The value of a text that is exactly a string or an integer in SQL; null for any other. */
    static @Nullable Object literal(String sql) {
        boolean string = STRING.matcher(sql).matches() && sql.indexOf('\\') < 0;
        return string ? text(sql) : integer(sql);
    }

    /** The value of a text that is exactly an integer; null for any other. */
    static @Nullable Number integer(String sql) {
        if (!PLAIN_INTEGER.matcher(sql).matches()) {
            return null;
        }
        long value = Long.parseLong(sql);
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    /** The strings of a list in SQL such as {@code 'A', 'B'}; null if it is anything else. */
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
