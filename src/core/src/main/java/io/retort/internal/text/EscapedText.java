package io.retort.internal.text;

/** Text on one line and without tabs, for files and columns in which both separate values. */
public final class EscapedText {

    private EscapedText() {}

    /** Returns the text with backslashes, tabs and line breaks escaped as in Java. */
    public static String of(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    /** Returns the text that was escaped. */
    public static String plain(String escaped) {
        return escaped.indexOf('\\') < 0 ? escaped : escaped.translateEscapes();
    }
}
