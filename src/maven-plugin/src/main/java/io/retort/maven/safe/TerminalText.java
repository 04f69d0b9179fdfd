package io.retort.maven.safe;

/** Text without characters that a terminal obeys. The core has the same rule; a test compares both with one list. */
final class TerminalText {

    private TerminalText() {}

    /** Escapes control characters, and characters that change the reading direction; keeps line feeds and tabs. */
    static String of(String text) {
        String lines = text.replace("\r\n", "\n");
        StringBuilder escaped = new StringBuilder(lines.length() + 16);
        lines.codePoints().forEach(sign -> {
            if (isUnsafe(sign)) {
                escaped.append(String.format("\\u%04x", sign));
            } else {
                escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }

    /** Escapes as {@link #of} does, on one line. */
    static String line(String text) {
        return of(text.replaceAll("\\s*\\R\\s*", " "));
    }

    private static boolean isUnsafe(int sign) {
        return sign < ' ' && sign != '\n' && sign != '\t'
                || sign >= 0x7f && sign < 0xa0
                || sign >= 0x2028 && sign <= 0x202e
                || sign >= 0x2066 && sign <= 0x2069
                || sign == 0x200e
                || sign == 0x200f
                || sign == 0x061c
                || sign >= 0xd800 && sign <= 0xdfff;
    }
}
