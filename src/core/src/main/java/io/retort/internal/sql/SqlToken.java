package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * A token that is neither white space nor a comment.
 *
 * @param kind the kind
 * @param text the text, including quotes
 * @param start the start in the statement
 * @param end the end in the statement, exclusive
 */
public record SqlToken(Kind kind, String text, int start, int end) {

    /** Returns all tokens of a text. */
    public static List<SqlToken> of(String sql, SqlSyntax syntax) {
        return first(sql, syntax, Integer.MAX_VALUE);
    }

    /** Returns the first tokens of a text. */
    public static List<SqlToken> first(String sql, SqlSyntax syntax, int most) {
        List<SqlToken> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        while (tokens.size() < most && lexer.advance()) {
            if (!lexer.isBlank()) {
                lexer.atStatementStart(false);
                tokens.add(new SqlToken(lexer.kind(), lexer.text(), lexer.start(), lexer.end()));
            }
        }
        return tokens;
    }

    /** Returns whether this is a word or symbol, outside quotes and ignoring case. */
    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** Returns a name without its quotes; a doubled quote inside them is one. A quote that is never closed has no name. */
    public String name() {
        if (kind != Kind.QUOTED_NAME) {
            return text;
        }
        int start = text.startsWith("U&") || text.startsWith("u&") ? 3 : 1;
        String quote = text.substring(text.length() - 1);
        return text.length() <= start
                ? ""
                : text.substring(start, text.length() - 1).replace(quote + quote, quote);
    }

    /** Returns whether this can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
