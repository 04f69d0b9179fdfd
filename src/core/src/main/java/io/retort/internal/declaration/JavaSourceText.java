package io.retort.internal.declaration;

/** Rewrites Java source to the part of Java that {@link SourceLexer} reads. */
final class JavaSourceText {

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private JavaSourceText(String source) {
        this.source = source;
    }

    /**
     * Returns the source without comments, with text blocks as strings on one line, and with one string for strings that
     * are added. Lines keep their numbers.
     */
    static String simplified(String source) {
        JavaSourceText text = new JavaSourceText(source.replace("\r\n", "\n"));
        while (text.at < text.source.length()) {
            text.next();
        }
        return text.text.toString();
    }

    private void next() {
        if (source.startsWith("//", at)) {
            at = endOf("\n", at);
        } else if (source.startsWith("/*", at)) {
            int end = Math.min(source.length(), endOf("*/", at + 2) + 2);
            newLines(source.substring(at, end));
            text.append(' ');
            at = end;
        } else if (source.charAt(at) == '"') {
            strings();
        } else if (source.charAt(at) == '\'') {
            int end = endOfString(source, at, '\'');
            text.append(source, at, end);
            at = end;
        } else {
            text.append(source.charAt(at++));
        }
    }

    /** One or more strings with plus signs between them. */
    private void strings() {
        int from = at;
        StringBuilder content = new StringBuilder();
        int end = at;
        do {
            at = end;
            skipSpace();
            if (source.startsWith("+", at)) {
                at++;
                skipSpace();
            }
            if (at >= source.length() || source.charAt(at) != '"') {
                break;
            }
            content.append(string());
            end = at;
            skipSpace();
        } while (source.startsWith("+", at));
        at = end;
        text.append('"').append(content).append('"');
        newLines(source.substring(from, end));
    }

    private void skipSpace() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    /** Returns the content of a string with its escapes. */
    private String string() {
        int start = at;
        if (!source.startsWith("\"\"\"", start)) {
            at = endOfString(source, start, '"');
            return source.substring(start + 1, Math.max(start + 1, at - 1));
        }
        at = endOfTextBlock(source, start);
        int end = Math.max(start + 3, at - 3);
        int first = Math.min(source.length(), endOf("\n", start) + 1);
        String block = source.substring(first, Math.max(first, Math.min(end, source.length())));
        return block.stripIndent()
                .translateEscapes()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    /** Returns the offset after a text block. */
    static int endOfTextBlock(String source, int start) {
        int end = start + 3;
        while (end < source.length() && !source.startsWith("\"\"\"", end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), end + 3);
    }

    /** Returns the offset after a string or character literal, which ends with its line at the latest. */
    static int endOfString(String source, int start, char quote) {
        int end = start + 1;
        while (end < source.length() && source.charAt(end) != quote && source.charAt(end) != '\n') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), end + 1);
    }

    private int endOf(String sign, int from) {
        int end = source.indexOf(sign, from);
        return end < 0 ? source.length() : end;
    }

    private void newLines(String skipped) {
        skipped.chars().filter(sign -> sign == '\n').forEach(sign -> text.append('\n'));
    }
}
