package io.retort.internal.backfill;

import io.retort.dialect.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a column of a key, in a form that a journal entry can contain and that the database reads as the same value.
 *
 * @param kind how the value is written in SQL
 * @param text the value as text
 */
public record KeyValue(Kind kind, String text) {

    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    /** How a value is written in SQL. */
    public enum Kind {
        /** Without quotes. */
        NUMBER('n'),
        /** {@code true} or {@code false}. */
        TRUTH('t'),
        /** Bytes, in hexadecimal. */
        BYTES('b'),
        /** A text in quotes, which the database converts to the type of the column: texts, dates, UUIDs. */
        TEXT('s');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        private static Kind of(char sign) {
            return Arrays.stream(values())
                    .filter(kind -> kind.sign == sign)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of key: " + sign));
        }
    }

    /** How the values of a column are read. */
    enum Reading {
        /** As the value of the driver. */
        VALUE,
        /** As a bit string: a number where the driver returns bytes, because MariaDB does not compare bits with bytes. */
        BITS,
        /** As a text: dates and times, which drivers convert, and numbers that are not a number of Java. */
        TEXT
    }

    /**
     * Reads a value.
     *
     * @param rows the row
     * @param column the number of the column, from 1
     * @param type how the column is read
     * @return the value; null for SQL null
     */
    static @Nullable KeyValue read(ResultSet rows, int column, Reading type) throws SQLException {
        if (type != Reading.TEXT) {
            Object value = rows.getObject(column);
            if (value instanceof Boolean truth) {
                return truth(truth, rows.getString(column));
            }
            if (value instanceof Double || value instanceof Float) {
                return new KeyValue(Kind.TEXT, rows.getString(column));
            }
            if (value instanceof BigDecimal decimal) {
                return new KeyValue(Kind.NUMBER, decimal.toPlainString());
            }
            if (value instanceof Number number) {
                return new KeyValue(Kind.NUMBER, number.toString());
            }
            if (value instanceof byte[] bytes) {
                return type == Reading.BITS
                        ? new KeyValue(Kind.NUMBER, new BigInteger(1, bytes).toString())
                        : new KeyValue(Kind.BYTES, HexFormat.of().formatHex(bytes));
            }
        }
        String text = rows.getString(column);
        return text == null ? null : new KeyValue(Kind.TEXT, text);
    }

    /** Drivers also return a Boolean for other types: for {@code tinyint(1)}, which can contain 5, and for {@code bit(1)}. */
    private static KeyValue truth(boolean value, String text) {
        return DIGITS.matcher(text).matches()
                ? new KeyValue(Kind.NUMBER, text)
                : new KeyValue(Kind.TRUTH, String.valueOf(value));
    }

    /** Returns the value in SQL. */
    String literal(Dialect dialect) {
        return switch (kind) {
            case NUMBER, TRUTH -> text;
            case BYTES -> dialect.literal(HexFormat.of().parseHex(text));
            case TEXT -> dialect.literal(text);
        };
    }

    /** Returns the value for a journal entry. */
    String encoded() {
        return kind.sign + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Reads the result of {@link #encoded}. */
    static KeyValue decoded(String encoded) {
        return new KeyValue(
                Kind.of(encoded.charAt(0)), URLDecoder.decode(encoded.substring(1), StandardCharsets.UTF_8));
    }
}
