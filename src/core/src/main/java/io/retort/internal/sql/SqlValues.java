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

    /** Returns whether one pair of parentheses encloses a whole expression, without space around it. */
    public static boolean isEnclosed(String expression, SqlSyntax syntax) {
        List<SqlToken> tokens = SqlToken.of(expression, syntax);
        if (tokens.isEmpty()
                || tokens.get(0).start() > 0
                || tokens.get(tokens.size() - 1).end() < expression.length()) {
            return false;
        }
        int depth = 0;
        for (SqlToken token : tokens.subList(0, tokens.size() - 1)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return tokens.get(tokens.size() - 1).is(")");
    }

    /** Returns whether a whole text is one string, in any notation. */
    public static boolean isString(String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(sql, syntax);
        return lexer.advance() && lexer.kind() == Kind.STRING && !lexer.isUnclosed() && lexer.end() == sql.length();
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
