package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Normalizes SQL: removes comments, line breaks and white space between tokens. Quoted text stays unchanged. */
public final class SqlNormalizer {

    private SqlNormalizer() {}

    /** Returns a form that is equal for two texts exactly if they are equivalent. */
    public static String canonical(String sql, SqlSyntax syntax) {
        String text = sql.indexOf('\r') < 0 ? sql : sql.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder canonical = new StringBuilder(text.length() + 16);
        SqlLexer lexer = new SqlLexer(text, syntax);
        int wordEnd = -1;
        while (next(lexer)) {
            if (lexer.isBlank()) {
                continue;
            }
            boolean word = isWord(lexer, text);
            if (!(word && lexer.start() == wordEnd) && !canonical.isEmpty()) {
                canonical.append(' ');
            }
            append(canonical, lexer, text);
            wordEnd = word ? lexer.end() : -1;
        }
        return canonical.toString();
    }

    private static boolean next(SqlLexer lexer) {
        boolean more = lexer.advance();
        if (more && !lexer.isBlank()) {
            lexer.atStatementStart(false);
        }
        return more;
    }

    /** Whether a token continues without a blank: {@code a.b1.c} is one unit. */
    private static boolean isWord(SqlLexer lexer, String sql) {
        return switch (lexer.kind()) {
            case WORD, NUMBER -> true;
            case SYMBOL -> sql.charAt(lexer.start()) == '.' || sql.charAt(lexer.start()) == '$';
            default -> false;
        };
    }

    /** A prefix is separated from its string, as in checksums from before prefixes were recognized. */
    private static void append(StringBuilder canonical, SqlLexer lexer, String sql) {
        int from = lexer.start();
        if (lexer.kind() == Kind.STRING && Character.isLetter(sql.charAt(from))) {
            canonical.append(sql.charAt(from)).append(' ');
            from++;
        }
        canonical.append(sql, from, lexer.end());
    }

    /** Returns the text on one line and without comments, for messages. */
    public static String plain(String sql, SqlSyntax syntax) {
        if (isPlain(sql)) {
            return sql;
        }
        StringBuilder text = new StringBuilder(sql.length());
        SqlLexer lexer = new SqlLexer(sql, syntax);
        boolean gap = false;
        while (next(lexer)) {
            if (lexer.isBlank()) {
                gap = true;
            } else {
                text.append(gap && !text.isEmpty() ? " " : "").append(sql, lexer.start(), lexer.end());
                gap = false;
            }
        }
        return text.toString();
    }

    /** A fast check, because most statements are already plain. */
    private static boolean isPlain(String sql) {
        char before = ' ';
        for (int i = 0; i < sql.length(); i++) {
            char sign = sql.charAt(i);
            boolean second =
                    sign == before && (sign == ' ' || sign == '-' || sign == '/') || sign == '*' && before == '/';
            if (second || sign == '#' || sign != ' ' && Character.isWhitespace(sign)) {
                return false;
            }
            before = sign;
        }
        return before != ' ';
    }

    /**
     * Returns the first words of a statement, in lower case, without comments; fewer if another token comes between
     * them.
     */
    public static List<String> firstWords(String sql, SqlSyntax syntax, int most) {
        List<String> words = new ArrayList<>(most);
        SqlLexer lexer = new SqlLexer(sql, syntax);
        while (words.size() < most && next(lexer)) {
            if (lexer.kind() == Kind.WORD) {
                words.add(lexer.text().toLowerCase(Locale.ROOT));
            } else if (!lexer.isBlank() && !lexer.isExecutable() && lexer.kind() != Kind.NUMBER) {
                break;
            }
        }
        return words;
    }
}
