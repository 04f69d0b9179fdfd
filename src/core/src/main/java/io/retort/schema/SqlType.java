package io.retort.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column type, portable by kind; each dialect says it in its own words.
 *
 * @param kind which family of types
 * @param arguments length, or precision and scale, or fractional seconds, as the kind takes them; may be empty
 * @param labels the constants of an {@link Kind#ENUM}; otherwise empty
 * @param element the element type of an {@link Kind#ARRAY}; otherwise null
 * @param text the database's own words for a type of {@link Kind#OTHER}; otherwise null
 */
public record SqlType(
        Kind kind,
        List<Integer> arguments,
        List<String> labels,
        @Nullable SqlType element,
        @Nullable String text) {

    /** The families of types that every dialect can say. */
    public enum Kind {
        BOOLEAN,
        TINYINT,
        SMALLINT,
        INTEGER,
        BIGINT,
        REAL,
        DOUBLE,
        /** Takes a binary precision: {@code float(p)}. */
        FLOAT,
        /** Takes precision and scale. */
        NUMERIC,
        /** Takes a length in characters, like the three that follow. */
        CHAR,
        VARCHAR,
        NCHAR,
        NVARCHAR,
        /** Text of any length, in the row. */
        TEXT,
        /** Text of any length, where the product has a place of its own for it. */
        CLOB,
        NCLOB,
        /** Takes a length in bytes, like the one that follows. */
        BINARY,
        VARBINARY,
        /** Bytes of any length. */
        BLOB,
        DATE,
        /** Takes the number of digits of a second's fraction, like the three that follow. */
        TIME,
        TIME_WITH_TIME_ZONE,
        TIMESTAMP,
        TIMESTAMP_WITH_TIME_ZONE,
        /** A duration in seconds. */
        INTERVAL,
        UUID,
        JSON,
        XML,
        /** A network address. */
        INET,
        /** One of a few labels, as MySQL and H2 have it; PostgreSQL's enum is a type with a name of its own. */
        ENUM,
        ARRAY,
        /** Anything else, in the database's own words. */
        OTHER
    }

    public SqlType {
        arguments = List.copyOf(arguments);
        labels = List.copyOf(labels);
    }

    public static SqlType of(Kind kind, Integer... arguments) {
        return new SqlType(kind, Arrays.asList(arguments), List.of(), null, null);
    }

    public static SqlType enumOf(List<String> labels) {
        return new SqlType(Kind.ENUM, List.of(), labels, null, null);
    }

    public static SqlType arrayOf(SqlType element) {
        return new SqlType(Kind.ARRAY, List.of(), List.of(), element, null);
    }

    /** A type in the database's own words, such as {@code tsvector}. */
    public static SqlType other(String text) {
        return new SqlType(Kind.OTHER, List.of(), List.of(), null, text);
    }

    /** The first argument, or the given value where there is none. */
    public int argumentOr(int fallback) {
        return arguments.isEmpty() ? fallback : arguments.get(0);
    }

    /** The type as a person says it: {@code varchar(255)}, {@code timestamp(6) with time zone}. */
    @Override
    public String toString() {
        return switch (kind) {
            case OTHER -> String.valueOf(text);
            case ARRAY -> element + " array";
            case ENUM -> labels.stream().map(l -> "'" + l + "'").collect(Collectors.joining(", ", "enum (", ")"));
            case TIME_WITH_TIME_ZONE -> "time" + parentheses() + " with time zone";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + parentheses() + " with time zone";
            default -> kind.name().toLowerCase(Locale.ROOT) + parentheses();
        };
    }

    private String parentheses() {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
