package io.retort.error;

import java.util.regex.Pattern;

/**
 * Makes the message of an exception safe for a log, which a terminal shows. Only the first line begins at the margin, so that no
 * text from outside looks like an entry of the log.
 */
final class LogText {

    private LogText() {}

    private static final Pattern LINE_AT_MARGIN = Pattern.compile("(?<=\n)(?=\\S)");

    /** Escapes control characters and those that change the reading direction; indents lines and keeps tabs. */
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
                escaped.append(String.format("\\u%04x", sign));
            } else {
                escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnsafe(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL -> sign != '\n' && sign != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> Character.getDirectionality(sign) != Character.DIRECTIONALITY_BOUNDARY_NEUTRAL;
            default -> false;
        };
    }
}
