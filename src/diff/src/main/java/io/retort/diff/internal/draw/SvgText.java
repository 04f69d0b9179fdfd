package io.retort.diff.internal.draw;

import io.retort.internal.text.PrintableText;

/** Text in pictures: its width in a font whose characters have the same width. */
final class SvgText {

    /** The width of a character of 12 pixels height. */
    private static final double CHARACTER = 7.25;

    private SvgText() {}

    /** Cuts text that is wider than a number of characters, and ends it with three dots. */
    static String cut(String text, int characters) {
        String printable = PrintableText.line(text);
        if (columns(printable) <= characters) {
            return printable;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int i = 0; i < printable.length(); i += Character.charCount(printable.codePointAt(i))) {
            int c = printable.codePointAt(i);
            if (used + columns(c) > characters - 1) {
                break;
            }
            used += columns(c);
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }

    /** Returns the width of text in pixels. */
    static int width(String text) {
        return (int) Math.ceil(columns(PrintableText.line(text)) * CHARACTER);
    }

    private static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            columns += columns(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    /** Ideographs and emoji are twice as wide. */
    private static int columns(int c) {
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f000;
        return wide ? 2 : 1;
    }
}
