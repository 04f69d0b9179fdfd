package io.retort.operation;

import io.retort.internal.text.PrintableText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renders values as Java literals. */
public final class JavaLiteral {

    private JavaLiteral() {}

    /**
     * Returns a value as a Java literal or expression.
     *
     * @param value a string, a number, a boolean, a {@code java.time} value, a UUID, a byte array or null
     */
    public static String of(@Nullable Object value) {
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
        throw unsupported(value);
    }

    private static IllegalArgumentException unsupported(Object value) {
        return new IllegalArgumentException("a revision file cannot contain the value " + value + " of "
                + value.getClass().getName()
                + "; use a string, finite number, boolean, date or time, UUID, bytes or null");
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return "decimal(\"" + (decimal.scale() < 0 ? decimal.toString() : decimal.toPlainString()) + "\")";
        }
        if (number instanceof Long) {
            return number + "L";
        }
        if (number instanceof Integer) {
            return number.toString();
        }
        if (number instanceof Short || number instanceof Byte) {
            return "(" + (number instanceof Short ? "short" : "byte") + ") " + number;
        }
        if (number instanceof BigInteger) {
            return "new java.math.BigInteger(\"" + number + "\")";
        }
        if ((number instanceof Float || number instanceof Double) && Double.isFinite(number.doubleValue())) {
            return number + (number instanceof Float ? "f" : "d");
        }
        throw unsupported(number);
    }

    /** A reviewer must see what runs, so that invisible characters and changes of direction are escaped. */
    private static String string(String text) {
        StringBuilder source = new StringBuilder("\"");
        text.chars().forEach(c -> source.append(escaped((char) c)));
        return PrintableText.of(source.append('"').toString());
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
