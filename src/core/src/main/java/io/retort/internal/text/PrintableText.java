package io.retort.internal.text;

import java.util.regex.Pattern;

/**
 * Makes text from outside safe for terminals, logs and scripts. Control characters, characters that change the reading
 * direction and invisible characters are escaped, and long text is truncated.
 *
 * <p>A zero-width joiner is part of some emoji, and a zero-width non-joiner of Persian words. They are escaped there too: two
 * names that differ only in such a character look the same, and a reviewer must see that they are two. The same is true of
 * variation selectors, of which a long run hides a text; only the one that makes an emoji of the symbol before it is kept.
 */
public final class PrintableText {

    private static final int TITLE = 100;
    private static final Pattern LINE_AT_MARGIN = Pattern.compile("(?<=\n)(?=\\S)");

    private PrintableText() {}

    /** Escapes control and invisible characters as {@code \}{@code u001b}; keeps line feeds and tabs. */
    public static String of(String text) {
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            if (isEscaped(text, at, sign)) {
                return escaped(text.replace("\r\n", "\n"));
            }
            at += Character.charCount(sign);
        }
        return text;
    }

    /** Escapes as {@link #of} does, and replaces line breaks and the white space around them by single spaces. */
    public static String line(String text) {
        return of(joined(text));
    }

    /** Escapes as {@link #of} does, and indents every line but the first, so that none looks like an entry of a log. */
    public static String paragraph(String text) {
        return LINE_AT_MARGIN.matcher(of(text)).replaceAll("  ");
    }

    /** Replaces line breaks and the white space around them by single spaces, and escapes nothing. */
    public static String joined(String text) {
        return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Returns the first line of a description, truncated if it is long, for a sentence; escapes nothing. */
    public static String title(String description) {
        return shortened(description.lines().findFirst().orElse(""), TITLE);
    }

    /**
     * Truncates a text that is longer than the limit and appends its length, for example
     * {@code abc ... (5000 characters)}.
     *
     * @param text the text
     * @param longest the limit in characters, at least 1
     */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + " ... (" + text.length() + " characters)";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            if (isEscaped(text, at, sign)) {
                for (char unit : Character.toChars(sign)) {
                    escaped.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                escaped.appendCodePoint(sign);
            }
            at += Character.charCount(sign);
        }
        return escaped.toString();
    }

    private static boolean isEscaped(String text, int at, int sign) {
        if (sign < 0x7f) {
            return sign < ' ' && sign != '\n' && sign != '\t';
        }
        return sign < 0xa0
                || isIn(sign, 0x2028, 0x2029)
                || isIn(sign, 0xd800, 0xdfff)
                || isInvisible(sign) && !isOfEmoji(text, at, sign);
    }

    /** Returns whether a character shows the symbol before it as text or as an emoji. */
    private static boolean isOfEmoji(String text, int at, int sign) {
        if (!isIn(sign, 0xfe0e, 0xfe0f) || at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        boolean keycap = "0123456789#*".indexOf(before) >= 0 && text.startsWith("\u20e3", at + 1);
        return keycap
                || before >= 0xa0
                        && !Character.isLetterOrDigit(before)
                        && !Character.isSpaceChar(before)
                        && !isInvisible(before);
    }

    /**
     * Returns whether a character has no shape of its own: those that change the reading direction, joiners, fillers, tags,
     * variation selectors and other characters that Unicode calls ignorable.
     */
    private static boolean isInvisible(int sign) {
        return sign < 0x2000
                ? sign == 0xad
                        || sign == 0x34f
                        || sign == 0x61c
                        || isIn(sign, 0x115f, 0x1160)
                        || isIn(sign, 0x17b4, 0x17b5)
                        || isIn(sign, 0x180b, 0x180f)
                : isIn(sign, 0x200b, 0x200f)
                        || isIn(sign, 0x202a, 0x202e)
                        || isIn(sign, 0x2060, 0x206f)
                        || sign == 0x3164
                        || isIn(sign, 0xfe00, 0xfe0f)
                        || sign == 0xfeff
                        || sign == 0xffa0
                        || isIn(sign, 0xfff0, 0xfffb)
                        || isIn(sign, 0x1bca0, 0x1bca3)
                        || isIn(sign, 0x1d173, 0x1d17a)
                        || isIn(sign, 0xe0000, 0xe0fff);
    }

    private static boolean isIn(int sign, int first, int last) {
        return sign >= first && sign <= last;
    }
}
