package io.retort.maven.safe;

/** Text without characters that a terminal obeys. The core has the same rule; a test compares both with one list. */
final class TerminalText {

    private TerminalText() {}

    /** Escapes control characters, characters that change the reading direction and invisible ones; keeps line feeds and tabs. */
    static String of(String text) {
        String lines = text.replace("\r\n", "\n");
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

    /** Escapes as {@link #of} does, on one line. */
    static String line(String text) {
        return of(text.replaceAll("\\s*\\R\\s*", " "));
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
