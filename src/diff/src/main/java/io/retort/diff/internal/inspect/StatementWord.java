package io.retort.diff.internal.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern PARTS = Pattern.compile("""
            (?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)\
            |(?<string>[xX]?'[^']*+(?:''[^']*+)*+')\
            |(?<quoted>"[^"]*+(?:""[^"]*+)*+"|`[^`]*+(?:``[^`]*+)*+`|\\[[^\\]]*\\])\
            |(?<number>\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?|\\.\\d+)\
            |(?<plain>[\\p{L}_$][\\p{L}\\p{N}_$]*)\
            |(?<sign>.)""", Pattern.DOTALL);

    /** Returns the tokens of a statement, without whitespace and comments. */
    static List<StatementWord> of(String sql) {
        List<StatementWord> words = new ArrayList<>();
        Matcher parts = PARTS.matcher(sql);
        while (parts.find()) {
            if (parts.group("space") == null) {
                words.add(word(parts));
            }
        }
        return words;
    }

    private static StatementWord word(Matcher part) {
        String text = part.group();
        if (part.group("quoted") != null) {
            String quote = text.substring(text.length() - 1);
            String inside = text.substring(1, text.length() - 1).replace(quote + quote, quote);
            return new StatementWord(Kind.QUOTED, inside, part.start(), part.end());
        }
        Kind kind = part.group("string") != null
                ? Kind.STRING
                : part.group("number") != null ? Kind.NUMBER : part.group("plain") != null ? Kind.PLAIN : Kind.SIGN;
        return new StatementWord(kind, text, part.start(), part.end());
    }

    boolean is(String word) {
        return (kind == Kind.PLAIN || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }
}
