package io.retort.error;

/** Makes the message of an exception safe for a log, which a terminal shows. */
final class LogText {

    private LogText() {}

    /** Escapes control characters and those that change the reading direction; keeps line breaks and tabs. */
    static String of(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.codePoints().anyMatch(LogText::isUnsafe) ? escaped(lines) : text;
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
