package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds words anywhere in SQL text, also inside strings, quoted names and comments: these can contain dynamic SQL, the
 * body of a function, or statements that some servers execute. So it can find words that never run, but misses none.
 */
public final class WordSearch {

    /** How deep a text can be inside other texts: a string in a comment of the body of a function has depth 3. */
    private static final int DEPTH = 8;

    private final List<List<SqlToken>> texts = new ArrayList<>();

    private WordSearch(String sql) {
        List<String> level = List.of(sql);
        for (int depth = 0; depth <= DEPTH && !level.isEmpty(); depth++) {
            List<String> inside = new ArrayList<>();
            level.forEach(text -> texts.add(tokens(text, inside)));
            level = inside;
        }
    }

    /** Creates a search in a text. */
    public static WordSearch in(String sql) {
        return new WordSearch(sql);
    }

    /**
     * Returns whether the letters of a word are somewhere in a text, ignoring case, also as a part of another word. This
     * is much faster than a search, and without them a search finds nothing.
     *
     * @param word the word, in lower case and with ASCII characters only
     */
    public static boolean mayFind(String sql, String word) {
        char lower = word.charAt(0);
        char upper = Character.toUpperCase(lower);
        int last = sql.length() - word.length();
        for (int at = 0; at <= last; at++) {
            char sign = sql.charAt(at);
            if ((sign == lower || sign == upper) && sql.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static List<SqlToken> tokens(String sql, List<String> inside) {
        List<SqlToken> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(sql, SqlSyntax.STANDARD);
        while (lexer.advance()) {
            lexer.atStatementStart(false);
            Kind kind = lexer.kind();
            if (!lexer.isBlank()) {
                tokens.add(new SqlToken(kind, lexer.text(), lexer.start(), lexer.end()));
            }
            if (kind == Kind.STRING || kind == Kind.QUOTED_NAME || kind == Kind.COMMENT) {
                String content = content(lexer.text(), lexer.isUnclosed());
                if (!content.isBlank()) {
                    inside.add(content);
                }
            }
        }
        return tokens;
    }

    private static String content(String token, boolean unclosed) {
        int before = opening(token);
        int after = unclosed || isLineComment(token) ? 0 : token.startsWith("/*") || token.startsWith("$") ? before : 1;
        return token.substring(before, Math.max(before, token.length() - after));
    }

    /** Returns the length of what opens a text: a quote with its prefix, a dollar quote with its tag, or a comment's signs. */
    private static int opening(String token) {
        if (token.startsWith("/*") || token.startsWith("--") || token.startsWith("//")) {
            return 2;
        }
        if (token.startsWith("$")) {
            return token.indexOf('$', 1) + 1;
        }
        int quote = 0;
        while (quote < token.length() - 1 && "'\"`[#".indexOf(token.charAt(quote)) < 0) {
            quote++;
        }
        return quote + 1;
    }

    private static boolean isLineComment(String token) {
        return token.startsWith("--") || token.startsWith("//") || token.startsWith("#");
    }

    /** Returns whether these words or symbols follow each other somewhere. */
    public boolean has(String... words) {
        return !after(words).isEmpty();
    }

    /** Returns whether one of these words is somewhere. */
    public boolean hasAny(List<String> words) {
        return words.stream().anyMatch(this::has);
    }

    /** Returns a cursor for each place where these words or symbols follow each other, at the token after them. */
    public List<TokenCursor> after(String... words) {
        List<TokenCursor> found = new ArrayList<>();
        for (List<SqlToken> tokens : texts) {
            for (int i = 0; i < tokens.size(); i++) {
                TokenCursor cursor = new TokenCursor(tokens, i);
                if (cursor.take(words)) {
                    found.add(cursor);
                }
            }
        }
        return found;
    }
}
