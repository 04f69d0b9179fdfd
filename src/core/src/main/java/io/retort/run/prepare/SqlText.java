package io.retort.run.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL without what does not count: comments, line ends and blanks between words. What stands in quotes stays as it is. */
public final class SqlText {

    /** Comments that begin with an exclamation or plus sign are instructions to a product. */
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<comment>--[^\\n]*|/\\*(?![!+]).*?(?:\\*/|$))"
            + "|(?<text>'[^']*+(?:''[^']*+)*+(?:'|$)|\"[^\"]*+(?:\"\"[^\"]*+)*+(?:\"|$)|`[^`]*+(?:`|$)"
            + "|(?<dollar>\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$).*?(?:\\k<dollar>|$))"
            + "|(?<word>[\\p{L}\\p{N}_$.]+)"
            + "|(?<space>\\s+)"
            + "|(?<other>.)");

    /** The numbers of the groups: looking up their names for every word would take longer than the rest. */
    private static final int COMMENT = 1;

    private static final int SPACE = 5;

    private SqlText() {}

    /** What two texts have in common exactly if they mean the same. */
    public static String canonical(String sql) {
        return String.join(" ", tokens(sql));
    }

    /** The text for people: on one line, without comments. */
    public static String plain(String sql) {
        if (isPlain(sql)) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = TOKEN.matcher(sql);
        boolean gap = false;
        while (matcher.find()) {
            if (isBlank(matcher)) {
                gap = true;
            } else {
                text.append(gap && !text.isEmpty() ? " " : "").append(sql, matcher.start(), matcher.end());
                gap = false;
            }
        }
        return text.toString();
    }

    /** Most statements are plain as they are, and taking one apart takes longer than this look. */
    private static boolean isPlain(String sql) {
        char before = ' ';
        for (int i = 0; i < sql.length(); i++) {
            char sign = sql.charAt(i);
            boolean second = sign == before && (sign == ' ' || sign == '-') || sign == '*' && before == '/';
            if (second || sign != ' ' && Character.isWhitespace(sign)) {
                return false;
            }
            before = sign;
        }
        return before != ' ';
    }

    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql.replace("\r\n", "\n").replace('\r', '\n'));
        while (matcher.find()) {
            if (!isBlank(matcher)) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }

    private static boolean isBlank(Matcher token) {
        return token.start(COMMENT) >= 0 || token.start(SPACE) >= 0;
    }
}
