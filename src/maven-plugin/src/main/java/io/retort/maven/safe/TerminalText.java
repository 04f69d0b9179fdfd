package io.retort.maven.safe;

/**
 * Text without characters that a terminal obeys. The rule is a copy of the core's, because the plugin runs in Maven's
 * own process and has no module of Retort on its class path. A test compares both with one list.
 */
final class TerminalText {

    private TerminalText() {}

    /** Escapes control characters, characters that change the reading direction and invisible ones; keeps line feeds and tabs. */
    static String of(String text) {
        String lines = text.replace("\r\n", "\n");
        StringBuilder escaped = new StringBuilder(lines.length() + 16);
        int at = 0;
        while (at < lines.length()) {
            int sign = lines.codePointAt(at);
            if (isEscaped(lines, at, sign)) {
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

    /** Escapes as {@link #of} does, on one line. */
    static String line(String text) {
        return of(text.replaceAll("\\s*\\R\\s*", " "));
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
