package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The names in an SQL text, including those in its strings: a default names its sequence in one, and dynamic SQL its tables.
 * Keywords count as names.
 */
public final class MentionedNames {

    private MentionedNames() {}

    /**
     * Returns each name as its parts in lower case: {@code [shop, item_seq]} for
     * {@code nextval('"Shop".item_seq'::regclass)}, besides others.
     *
     * @param sql a statement or expression
     * @param syntax how the database reads it
     */
    public static Stream<List<String>> in(String sql, SqlSyntax syntax) {
        List<SqlToken> tokens = SqlToken.of(sql, syntax);
        List<List<String>> names = new ArrayList<>();
        Stream.Builder<String> strings = Stream.builder();
        int next = 0;
        while (next < tokens.size()) {
            SqlToken token = tokens.get(next++);
            if (token.kind() == Kind.STRING) {
                strings.add(content(token.text()));
            } else if (token.isName()) {
                List<String> parts = new ArrayList<>(List.of(lowerCase(token)));
                while (next + 1 < tokens.size()
                        && tokens.get(next).is(".")
                        && tokens.get(next + 1).isName()) {
                    parts.add(lowerCase(tokens.get(next + 1)));
                    next += 2;
                }
                names.add(parts);
            }
        }
        return Stream.concat(names.stream(), strings.build().flatMap(string -> in(string, syntax)));
    }

    private static String lowerCase(SqlToken name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a string without prefix and quotes; {@code $tag$} is a quote, too. */
    private static String content(String string) {
        if (string.startsWith("$")) {
            int quote = Math.max(1, string.indexOf('$', 1) + 1);
            return between(string, quote, quote);
        }
        return between(string, Math.max(0, string.indexOf('\'')) + 1, 1).replace("''", "'");
    }

    private static String between(String string, int start, int end) {
        return string.substring(start, Math.max(start, string.length() - end));
    }
}
