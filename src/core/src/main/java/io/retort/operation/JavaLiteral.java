package io.retort.operation;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as Java source. */
final class JavaLiteral {

    private JavaLiteral() {}

    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof UUID uuid) {
            return "java.util.UUID.fromString(\"" + uuid + "\")";
        }
        if (value instanceof Temporal time) {
            return time.getClass().getName() + ".parse(\"" + time + "\")";
        }
        if (value instanceof byte[] bytes) {
            return "bytes(\"" + HexFormat.of().formatHex(bytes) + "\")";
        }
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException("a revision file cannot hold a value of "
                + value.getClass().getName() + "; use a string, number, boolean, date or time, UUID, bytes or null");
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return "decimal(\"" + decimal.toPlainString() + "\")";
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            long value = number.longValue();
            return number instanceof Long ? value + "L" : String.valueOf(value);
        }
        return number instanceof Float ? number + "f" : number + "d";
    }

    private static String string(String text) {
        StringBuilder source = new StringBuilder("\"");
        text.chars().forEach(c -> source.append(escaped((char) c)));
        return source.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
