package io.retort.diff.internal.inspect;

import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlToken;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Blocks;
import io.retort.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;

/**
 * A token of a statement.
 *
 * @param kind the kind of the token
 * @param text its text; quoted names without quotes, string literals with them
 * @param start its start in the statement
 * @param end its end in the statement
 */
record StatementWord(Kind kind, String text, int start, int end) {

    enum Kind {
        PLAIN,
        QUOTED,
        STRING,
        NUMBER,
        SIGN
    }

    /** How SQLite, MySQL and MariaDB quote names. */
    private static final SqlSyntax SYNTAX = SqlSyntax.of(Blocks.NONE, Feature.BACKTICKS, Feature.BRACKETS);

    /** Returns the tokens of a statement, without whitespace and comments. */
    static List<StatementWord> of(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql, SYNTAX);
        List<StatementWord> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            int end = token.end();
            if (isBytes(tokens, i)) {
                end = tokens.get(i + 1).end();
            } else if (isNumber(tokens, i)) {
                end = endOfNumber(sql, token.start());
            }
            while (i + 1 < tokens.size() && tokens.get(i + 1).end() <= end) {
                i++;
            }
            words.add(word(token, sql.substring(token.start(), end), end));
        }
        return words;
    }

    /** Whether a string of bytes begins here: {@code x'00ff'}. */
    private static boolean isBytes(List<SqlToken> tokens, int at) {
        return tokens.get(at).is("x")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).kind() == SqlLexer.Kind.STRING
                && tokens.get(at + 1).start() == tokens.get(at).end();
    }

    private static boolean isNumber(List<SqlToken> tokens, int at) {
        return tokens.get(at).kind() == SqlLexer.Kind.NUMBER
                || tokens.get(at).is(".")
                        && at + 1 < tokens.size()
                        && tokens.get(at + 1).kind() == SqlLexer.Kind.NUMBER
                        && tokens.get(at + 1).start() == tokens.get(at).end();
    }

    /** The lexer splits {@code 1.5e-3} at its dot and its sign. */
    private static int endOfNumber(String sql, int start) {
        int end = start;
        while (end < sql.length() && (isPartOfNumber(sql.charAt(end)) || isExponentSign(sql, start, end))) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfNumber(char sign) {
        return sign == '.' || sign == '_' || Character.isLetterOrDigit(sign);
    }

    private static boolean isExponentSign(String sql, int start, int at) {
        return at > start
                && "+-".indexOf(sql.charAt(at)) >= 0
                && "eE".indexOf(sql.charAt(at - 1)) >= 0
                && !sql.startsWith("0x", start)
                && at + 1 < sql.length()
                && Character.isDigit(sql.charAt(at + 1));
    }

    private static StatementWord word(SqlToken token, String text, int end) {
        if (token.kind() == SqlLexer.Kind.QUOTED_NAME) {
            String quote = text.substring(text.length() - 1);
            String inside = text.substring(1, text.length() - 1).replace(quote + quote, quote);
            return new StatementWord(Kind.QUOTED, inside, token.start(), end);
        }
        boolean number =
                "0123456789.".indexOf(text.charAt(0)) >= 0 && text.length() > 1 || token.kind() == SqlLexer.Kind.NUMBER;
        Kind kind = text.endsWith("'") ? Kind.STRING : number ? Kind.NUMBER : Kind.SIGN;
        return new StatementWord(
                token.kind() == SqlLexer.Kind.WORD && kind == Kind.SIGN ? Kind.PLAIN : kind, text, token.start(), end);
    }

    boolean is(String word) {
        return (kind == Kind.PLAIN || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }
}
