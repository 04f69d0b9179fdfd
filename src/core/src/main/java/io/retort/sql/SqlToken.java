package io.retort.sql;

import io.retort.sql.SqlLexer.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A token of a statement that is no blank.
 *
 * @param kind what it is
 * @param text its characters, quotes included
 * @param start where it begins in the statement
 * @param end where it ends
 */
public record SqlToken(Kind kind, String text, int start, int end) {

    /** All tokens of a text that are neither white space nor comments. */
    public static List<SqlToken> of(String sql, SqlSyntax syntax) {
        return first(sql, syntax, Integer.MAX_VALUE);
    }

    /** The first tokens of a statement. */
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

    /** Whether this is a word or sign, outside of quotes and in any case. */
    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** Whether this can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
