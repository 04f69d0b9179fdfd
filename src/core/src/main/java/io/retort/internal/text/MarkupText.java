package io.retort.internal.text;

/** Escapes text for HTML and XML, in elements and in attributes with quotes. */
public final class MarkupText {

    private MarkupText() {}

    /**
     * Returns the text on one line and without markup. Control characters and characters that change the reading
     * direction become visible.
     */
    public static String escaped(String text) {
        String printable = PrintableText.line(text);
        if (isPlain(printable)) {
            return printable;
        }
        StringBuilder escaped = new StringBuilder(printable.length() + 16);
        for (int i = 0; i < printable.length(); i++) {
            char c = printable.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\uFFFE', '\uFFFF' -> escaped.append('\uFFFD');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c >= '\uFFFE') {
                return false;
            }
        }
        return true;
    }
}
