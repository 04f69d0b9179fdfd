package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The values and names in an SQL expression as a database stores it. */
public final class SqlValues {

    private SqlValues() {}

    /** Returns the tokens of an expression. */
    public static List<SqlToken> tokens(String expression) {
        return SqlToken.of(expression, SqlSyntax.STANDARD);
    }

    /** Returns the strings and whole numbers, in order. */
    public static List<SqlToken> of(String expression) {
        List<SqlToken> tokens = tokens(expression);
        List<SqlToken> values = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.STRING || isWhole(tokens, i)) {
                values.add(tokens.get(i));
            }
        }
        return values;
    }

    /** The lexer reads a decimal number as two numbers with a point between them. */
    private static boolean isWhole(List<SqlToken> tokens, int i) {
        SqlToken token = tokens.get(i);
        return token.kind() == Kind.NUMBER
                && token.text().chars().allMatch(Character::isDigit)
                && !(i > 0 && isPoint(tokens.get(i - 1)) && tokens.get(i - 1).end() == token.start())
                && !(i + 1 < tokens.size()
                        && isPoint(tokens.get(i + 1))
                        && tokens.get(i + 1).start() == token.end());
    }

    private static boolean isPoint(SqlToken token) {
        return token.is(".");
    }

    /** Returns the text of a string without its quotes. */
    public static String text(SqlToken string) {
        String text = string.text();
        return text.substring(text.indexOf('\'') + 1, text.length() - 1).replace("''", "'");
    }

    /** Returns a name or keyword in lower case, without quotes. */
    public static String word(SqlToken name) {
        return name.text().replace("\"", "").replace("`", "").toLowerCase(Locale.ROOT);
    }
}
