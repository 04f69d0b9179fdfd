package io.retort.dialect.conversion;

import io.retort.schema.SqlType;
import java.util.List;
import java.util.Locale;

/** The kinds of values that conversions distinguish. */
public enum ValueType {
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
    /** A floating point number with 24 binary digits. */
    REAL,
    /** A floating point number with 53 binary digits. */
    DOUBLE,
    /** An exact decimal number. */
    NUMERIC,
    /** A text that is padded with blanks. */
    CHAR,
    /** A text. */
    TEXT,
    /** The id of a large object that is stored separately (PostgreSQL). */
    LARGE_OBJECT,
    /** A text that becomes a large object. */
    LARGE_TEXT,
    /** Bytes that become a large object. */
    LARGE_BYTES,
    /** Bytes with a fixed length. */
    BINARY,
    /** Bytes. */
    BYTES,
    /** A date. */
    DATE,
    /** A time of day. */
    TIME,
    /** A time of day with an offset. */
    TIME_WITH_TIME_ZONE,
    /** A date and time. */
    TIMESTAMP,
    /** A point in time. */
    TIMESTAMP_WITH_TIME_ZONE,
    /** A duration. */
    INTERVAL,
    /** A UUID. */
    UUID,
    /** A UUID as 36 characters. */
    UUID_TEXT,
    /** A UUID as 16 bytes. */
    UUID_BYTES,
    /** A JSON document. */
    JSON,
    /** An XML document. */
    XML,
    /** A network address. */
    INET,
    /** An enum constant. */
    ENUM,
    /** An array. */
    ARRAY,
    /** Any other value. */
    OTHER;

    /** The integer types, smallest first. */
    public static final List<ValueType> INTEGERS = List.of(TINYINT, SMALLINT, INTEGER, BIGINT);

    private static final int SINGLE_PRECISION = 24;

    /** Returns the values that a type holds on most products. */
    public static ValueType of(SqlType type) {
        return switch (type.kind()) {
            case BOOLEAN -> BOOLEAN;
            case TINYINT -> TINYINT;
            case SMALLINT -> SMALLINT;
            case INTEGER -> INTEGER;
            case BIGINT -> BIGINT;
            case REAL -> REAL;
            case DOUBLE -> DOUBLE;
            case FLOAT -> type.argumentOr(SINGLE_PRECISION + 1) <= SINGLE_PRECISION ? REAL : DOUBLE;
            case NUMERIC -> NUMERIC;
            case CHAR, NCHAR -> CHAR;
            case VARCHAR, NVARCHAR, TEXT, CLOB, NCLOB -> TEXT;
            case BINARY -> BINARY;
            case VARBINARY, BLOB -> BYTES;
            case DATE -> DATE;
            case TIME -> TIME;
            case TIME_WITH_TIME_ZONE -> TIME_WITH_TIME_ZONE;
            case TIMESTAMP -> TIMESTAMP;
            case TIMESTAMP_WITH_TIME_ZONE -> TIMESTAMP_WITH_TIME_ZONE;
            case INTERVAL -> INTERVAL;
            case UUID -> UUID;
            case JSON -> JSON;
            case XML -> XML;
            case INET -> INET;
            case ENUM -> ENUM;
            case ARRAY -> ARRAY;
            case OTHER -> ofText(String.valueOf(type.text()).toLowerCase(Locale.ROOT));
        };
    }

    private static ValueType ofText(String text) {
        if (text.startsWith("varchar") || text.startsWith("character varying")) {
            return TEXT;
        }
        if (text.startsWith("interval")) {
            return INTERVAL;
        }
        return text.equals("bytea") ? BYTES : OTHER;
    }

    /** Returns the name for people: {@code timestamp with time zone}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
