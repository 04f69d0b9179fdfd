package io.retort.internal.text;

import java.util.regex.Pattern;

/**
 * Makes text from outside safe for terminals, logs and scripts. Control characters, characters that change the reading
 * direction and invisible characters are escaped, and long text is truncated.
 *
 * <p>A zero-width joiner is part of some emoji, and a zero-width non-joiner of Persian words. They are escaped there too: two
 * names that differ only in such a character look the same, and a reviewer must see that they are two. A selector of
 * variants is not escaped, because it belongs to the visible character before it.
 */
public final class PrintableText {

    private static final int TITLE = 100;
    private static final Pattern LINE_AT_MARGIN = Pattern.compile("(?<=\n)(?=\\S)");

    private PrintableText() {}

    /** Escapes control and invisible characters as {@code \}{@code u001b}; keeps line feeds and tabs. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnprintable(text, i)) {
                return escaped(text.replace("\r\n", "\n"));
            }
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
        for (int i = 0; i < text.length(); i++) {
            if (isUnprintable(text, i)) {
                escaped.append(String.format("\\u%04x", (int) text.charAt(i)));
            } else {
                escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }

    private static boolean isUnprintable(String text, int at) {
        char sign = text.charAt(at);
        if (sign < 0x7f) {
            return sign < ' ' && sign != '\n' && sign != '\t';
        }
        if (Character.isSurrogate(sign)) {
            return !isPaired(text, at) || isInvisible(text.codePointAt(Character.isLowSurrogate(sign) ? at - 1 : at));
        }
        return sign < 0xa0 || sign == 0x2028 || sign == 0x2029 || isInvisible(sign);
    }

    /**
     * Returns whether a character has no shape of its own: those that change the reading direction, joiners, fillers and other
     * characters that Unicode calls ignorable, except the selectors of variants.
     */
    private static boolean isInvisible(int sign) {
        return sign < 0x2000
                ? sign == 0xad
                        || sign == 0x34f
                        || sign == 0x61c
                        || isIn(sign, 0x115f, 0x1160)
                        || isIn(sign, 0x17b4, 0x17b5)
                        || sign == 0x180e
                : isIn(sign, 0x200b, 0x200f)
                        || isIn(sign, 0x202a, 0x202e)
                        || isIn(sign, 0x2060, 0x206f)
                        || sign == 0x3164
                        || sign == 0xfeff
                        || sign == 0xffa0
                        || isIn(sign, 0xfff0, 0xfffb)
                        || isIn(sign, 0x1bca0, 0x1bca3)
                        || isIn(sign, 0x1d173, 0x1d17a)
                        || isIn(sign, 0xe0000, 0xe00ff)
                        || isIn(sign, 0xe01f0, 0xe0fff);
    }

    private static boolean isIn(int sign, int first, int last) {
        return sign >= first && sign <= last;
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
