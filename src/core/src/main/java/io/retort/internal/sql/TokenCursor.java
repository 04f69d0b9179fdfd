package io.retort.internal.sql;

import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a statement token by token. */
public final class TokenCursor {

    private static final SqlToken END = new SqlToken(SqlLexer.Kind.SPACE, "", 0, 0);

    private final List<SqlToken> tokens;
    private int next;

    /**
     * Creates a cursor before the first token.
     *
     * @param sql the statement
     * @param syntax how the database reads it
     * @param most the maximum number of tokens
     */
    public TokenCursor(String sql, SqlSyntax syntax, int most) {
        this.tokens = SqlToken.first(sql, syntax, most);
    }

    /** Creates a cursor over a whole text. */
    public TokenCursor(String sql, SqlSyntax syntax) {
        this(sql, syntax, Integer.MAX_VALUE);
    }

    /** Creates a cursor over all tokens of a text. */
    public TokenCursor(List<SqlToken> tokens) {
        this(tokens, 0);
    }

    TokenCursor(List<SqlToken> tokens, int next) {
        this.tokens = tokens;
        this.next = next;
    }

    /** Returns another cursor at the same token. */
    public TokenCursor copy() {
        return new TokenCursor(tokens, next);
    }

    /** Returns the next token; an empty one at the end. */
    public SqlToken peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    /** Returns where the token before this position ends; 0 at the beginning. */
    public int position() {
        return next == 0 ? 0 : tokens.get(next - 1).end();
    }

    /** Returns whether the token before the last one that was skipped is this word or symbol, without space between. */
    public boolean isAfter(String word) {
        return next > 1
                && tokens.get(next - 2).is(word)
                && tokens.get(next - 2).end() == tokens.get(next - 1).start();
    }

    /** Returns whether there are no more tokens. */
    public boolean atEnd() {
        return next >= tokens.size();
    }

    /**
     * Skips these words if all of them come next.
     *
     * @return whether they were skipped
     */
    public boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    /**
     * Skips the next token if it is one of these words.
     *
     * @return whether it was skipped
     */
    public boolean takeAny(String... words) {
        for (String word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one of the tokens that follow is this word. */
    public boolean has(String word) {
        return tokens.subList(Math.min(next, tokens.size()), tokens.size()).stream()
                .anyMatch(token -> token.is(word));
    }

    /** Skips a name, optionally with its schema, and returns it as it is written; empty if the next token is not a name. */
    public String written() {
        StringBuilder name = new StringBuilder();
        while (peek().isName()) {
            name.append(take().text());
            if (!take(".")) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    /** Skips the next token and returns it. */
    public SqlToken take() {
        SqlToken token = peek();
        next++;
        return token;
    }

    /** Skips a name, optionally with its schema, and returns it as typed; null if the next token is not a name. */
    public @Nullable QualifiedName name() {
        StringBuilder name = new StringBuilder();
        while (peek().isName()) {
            name.append(typed(take().text()));
            if (!take(".")) {
                return QualifiedName.parse(name.toString());
            }
            name.append('.');
        }
        return null;
    }

    private static String typed(String name) {
        char quote = name.charAt(0);
        if (quote != '`' && quote != '[') {
            return name;
        }
        String inside = name.substring(1, name.length() - 1);
        String text = quote == '`' ? inside.replace("``", "`") : inside.replace("]]", "]");
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
