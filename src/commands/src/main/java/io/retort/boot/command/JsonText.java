package io.retort.boot.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;

/**
 * JSON that a terminal can show. A JSON reader gets the original text. Control characters, and invisible characters such as
 * those that change the reading direction, are written as the escapes of JSON.
 */
final class JsonText {

    private JsonText() {}

    /** Returns an object as one line, without a line break at the end. */
    static String of(Map<String, ? extends @Nullable Object> json) {
        return escaped(
                JsonWriter.<Map<String, ? extends @Nullable Object>>standard().writeToString(json));
    }

    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(sign -> {
            if (isInvisible(sign)) {
                for (char unit : Character.toChars(sign)) {
                    escaped.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }

    private static boolean isInvisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
