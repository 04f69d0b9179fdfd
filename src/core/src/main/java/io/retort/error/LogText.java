package io.retort.error;

import java.util.regex.Pattern;

/**
 * Makes the message of an exception safe for a log, which a terminal shows. Only the first line begins at the margin, so that no
 * text from outside looks like an entry of the log. The rule is that of the text for people; a test compares both.
 */
final class LogText {

    private LogText() {}

    private static final Pattern LINE_AT_MARGIN = Pattern.compile("(?<=\n)(?=\\S)");

    /** Escapes control characters, those that change the reading direction and invisible ones; indents lines and keeps tabs. */
    static String of(String text) {
        String lines = text.replace("\r\n", "\n");
        return indented(lines.codePoints().anyMatch(LogText::isUnsafe) ? escaped(lines) : lines);
    }

    private static String indented(String lines) {
        return LINE_AT_MARGIN.matcher(lines).replaceAll("  ").replace("\n", System.lineSeparator());
    }

    private static String escaped(String lines) {
        StringBuilder escaped = new StringBuilder(lines.length() + 16);
        lines.codePoints().forEach(sign -> {
            if (isUnsafe(sign)) {
                for (char unit : Character.toChars(sign)) {
                    escaped.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnsafe(int sign) {
        return sign < ' ' && sign != '\n' && sign != '\t'
                || isIn(sign, 0x7f, 0x9f)
                || isIn(sign, 0x2028, 0x2029)
                || isIn(sign, 0xd800, 0xdfff)
                || isInvisible(sign);
    }

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
}
