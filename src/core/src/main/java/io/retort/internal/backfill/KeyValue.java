package io.retort.internal.backfill;

import io.retort.dialect.Dialect;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The value of a column of a key, in a form that a journal entry can contain and that the database reads as the same value.
 *
 * @param kind how the value is written in SQL
 * @param text the value as text
 */
public record KeyValue(Kind kind, String text) {

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

    /**
     * Reads a value.
     *
     * @param rows the row
     * @param column the number of the column, from 1
     * @param asText whether the value is a date or time, which drivers convert
     * @return the value; null for SQL null
     */
    static @Nullable KeyValue read(ResultSet rows, int column, boolean asText) throws SQLException {
        if (!asText) {
            Object value = rows.getObject(column);
            if (value instanceof Boolean truth) {
                return new KeyValue(Kind.TRUTH, truth.toString());
            }
            if (value instanceof BigDecimal decimal) {
                return new KeyValue(Kind.NUMBER, decimal.toPlainString());
            }
            if (value instanceof Number number) {
                return new KeyValue(Kind.NUMBER, number.toString());
            }
            if (value instanceof byte[] bytes) {
                return new KeyValue(Kind.BYTES, HexFormat.of().formatHex(bytes));
            }
        }
        String text = rows.getString(column);
        return text == null ? null : new KeyValue(Kind.TEXT, text);
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
