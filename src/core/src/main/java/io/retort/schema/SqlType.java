package io.retort.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A portable column type. Each dialect maps it to the product's type.
 *
 * @param kind the kind of the type
 * @param arguments length, precision and scale, or fractional seconds, depending on the kind; can be empty
 * @param values the values of an {@link Kind#ENUM}; otherwise empty
 * @param element the element type of an {@link Kind#ARRAY}; otherwise null
 * @param text the product's own name of a type of kind {@link Kind#OTHER}; otherwise null
 */
public record SqlType(
        Kind kind,
        List<Integer> arguments,
        List<String> values,
        @Nullable SqlType element,
        @Nullable String text) {

    /** The kinds of types; every dialect maps each of them. */
    public enum Kind {
        /** True or false. */
        BOOLEAN,
        /** An integer of 8 bits. */
        TINYINT,
        /** An integer of 16 bits. */
        SMALLINT,
        /** An integer of 32 bits. */
        INTEGER,
        /** An integer of 64 bits. */
        BIGINT,
        /** A single-precision floating point number. */
        REAL,
        /** A double-precision floating point number. */
        DOUBLE,
        /** A floating point number with a binary precision: {@code float(p)}. */
        FLOAT,
        /** An exact decimal number with precision and scale. */
        NUMERIC,
        /** A text with a fixed length in characters. */
        CHAR,
        /** A text with a maximum length in characters. */
        VARCHAR,
        /** A national (Unicode) text with a fixed length in characters. */
        NCHAR,
        /** A national (Unicode) text with a maximum length in characters. */
        NVARCHAR,
        /** A text of any length, stored in the row. */
        TEXT,
        /** A character large object, stored separately where the product does so. */
        CLOB,
        /** A national (Unicode) character large object. */
        NCLOB,
        /** A byte string with a fixed length in bytes. */
        BINARY,
        /** A byte string with a maximum length in bytes. */
        VARBINARY,
        /** A binary large object. */
        BLOB,
        /** A date without a time of day. */
        DATE,
        /** A time of day; the argument is the number of fractional digits of a second. */
        TIME,
        /** A time of day with an offset; the argument is the number of fractional digits of a second. */
        TIME_WITH_TIME_ZONE,
        /** A date and time; the argument is the number of fractional digits of a second. */
        TIMESTAMP,
        /** A point in time; the argument is the number of fractional digits of a second. */
        TIMESTAMP_WITH_TIME_ZONE,
        /** A duration in seconds. */
        INTERVAL,
        /** A UUID. */
        UUID,
        /** A JSON document. */
        JSON,
        /** An XML document. */
        XML,
        /** A network address. */
        INET,
        /** An inline enum, as in MySQL, MariaDB and H2. PostgreSQL's enum is a named type: {@link EnumType}. */
        ENUM,
        /** An array of elements of one type. */
        ARRAY,
        /** Any other type, by the product's own name. */
        OTHER
    }

    public SqlType {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    /** Returns a type without arguments: {@code SqlType.of(Kind.BIGINT)}. */
    public static SqlType of(Kind kind) {
        return new SqlType(kind, List.of(), List.of(), null, null);
    }

    /** Returns a text with a fixed length in characters. */
    public static SqlType character(int length) {
        return of(Kind.CHAR).with(length);
    }

    /** Returns a text with a maximum length in characters. */
    public static SqlType varchar(int length) {
        return of(Kind.VARCHAR).with(length);
    }

    /** Returns a national (Unicode) text with a fixed length in characters. */
    public static SqlType nchar(int length) {
        return of(Kind.NCHAR).with(length);
    }

    /** Returns a national (Unicode) text with a maximum length in characters. */
    public static SqlType nvarchar(int length) {
        return of(Kind.NVARCHAR).with(length);
    }

    /** Returns a byte string with a fixed length in bytes. */
    public static SqlType binary(int length) {
        return of(Kind.BINARY).with(length);
    }

    /** Returns a byte string with a maximum length in bytes. */
    public static SqlType varbinary(int length) {
        return of(Kind.VARBINARY).with(length);
    }

    /** Returns a floating point number with a precision in binary digits. */
    public static SqlType floating(int precision) {
        return of(Kind.FLOAT).with(precision);
    }

    /** Returns an exact decimal number without fractional digits. */
    public static SqlType numeric(int precision) {
        return of(Kind.NUMERIC).with(precision);
    }

    /** Returns an exact decimal number with a number of digits, of which some are fractional. */
    public static SqlType numeric(int precision, int scale) {
        return of(Kind.NUMERIC).with(precision, scale);
    }

    /** Returns a time of day with a number of fractional digits of a second. */
    public static SqlType time(int digits) {
        return of(Kind.TIME).with(digits);
    }

    /** Returns a time of day with an offset and a number of fractional digits of a second. */
    public static SqlType timeWithTimeZone(int digits) {
        return of(Kind.TIME_WITH_TIME_ZONE).with(digits);
    }

    /** Returns a date and time with a number of fractional digits of a second. */
    public static SqlType timestamp(int digits) {
        return of(Kind.TIMESTAMP).with(digits);
    }

    /** Returns a point in time with a number of fractional digits of a second. */
    public static SqlType timestampWithTimeZone(int digits) {
        return of(Kind.TIMESTAMP_WITH_TIME_ZONE).with(digits);
    }

    /** Returns a duration with a number of fractional digits of a second. */
    public static SqlType interval(int digits) {
        return of(Kind.INTERVAL).with(digits);
    }

    /** Returns a duration with a number of digits for whole seconds and a number of fractional digits. */
    public static SqlType interval(int precision, int digits) {
        return of(Kind.INTERVAL).with(precision, digits);
    }

    private SqlType with(Integer... values) {
        return withArguments(List.of(values));
    }

    /** Returns the same type with other arguments, for code that reads types from a catalog. */
    public SqlType withArguments(List<Integer> others) {
        return new SqlType(kind, others, values, element, text);
    }

    /** Returns an inline enum type with these values. */
    public static SqlType enumOf(List<String> values) {
        return new SqlType(Kind.ENUM, List.of(), values, null, null);
    }

    /** Returns an enum type that is a text of at most so many characters where the product has no enum types. */
    public static SqlType enumOf(int length, List<String> values) {
        return new SqlType(Kind.ENUM, List.of(length), values, null, null);
    }

    /** Returns the same enum type with other values. */
    public SqlType withValues(List<String> others) {
        return new SqlType(kind, arguments, others, element, text);
    }

    /** Returns an array type. */
    public static SqlType arrayOf(SqlType element) {
        return new SqlType(Kind.ARRAY, List.of(), List.of(), element, null);
    }

    /** Returns a type by the product's own name, for example {@code tsvector}. */
    public static SqlType other(String text) {
        return new SqlType(Kind.OTHER, List.of(), List.of(), null, text);
    }

    /** Returns the first argument, or this value if there are no arguments. */
    public int argumentOr(int fallback) {
        return arguments.isEmpty() ? fallback : arguments.get(0);
    }

    /** Returns a description for messages: {@code varchar(255)}, {@code timestamp(6) with time zone}. */
    @Override
    public String toString() {
        return switch (kind) {
            case OTHER -> String.valueOf(text);
            case ARRAY -> element + " array";
            case ENUM ->
                values.stream().map(l -> "'" + l + "'").collect(Collectors.joining(", ", "enum (", ")"))
                        + (arguments.isEmpty() ? "" : " of varchar" + parentheses());
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
