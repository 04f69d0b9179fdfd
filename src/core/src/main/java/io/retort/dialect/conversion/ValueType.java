package io.retort.dialect.conversion;

import io.retort.schema.SqlType;
import java.util.List;
import java.util.Locale;

/** What a column holds, as far as conversions tell types apart. */
public enum ValueType {
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INTEGER,
    BIGINT,
    /** Binary floating point of 24 digits. */
    REAL,
    /** Binary floating point of 53 digits. */
    DOUBLE,
    NUMERIC,
    /** Text that is padded with blanks. */
    CHAR,
    TEXT,
    /** The number of a large object that is stored apart (PostgreSQL). */
    LARGE_OBJECT,
    /** A text that is to be a large object. */
    LARGE_TEXT,
    /** Bytes that are to be a large object. */
    LARGE_BYTES,
    /** Bytes of a fixed length. */
    BINARY,
    BYTES,
    DATE,
    TIME,
    TIME_WITH_TIME_ZONE,
    TIMESTAMP,
    TIMESTAMP_WITH_TIME_ZONE,
    INTERVAL,
    UUID,
    /** A UUID as 36 characters. */
    UUID_TEXT,
    /** A UUID as 16 bytes. */
    UUID_BYTES,
    JSON,
    XML,
    INET,
    ENUM,
    ARRAY,
    OTHER;

    /** Whole numbers, the smallest first. */
    public static final List<ValueType> INTEGERS = List.of(TINYINT, SMALLINT, INTEGER, BIGINT);

    private static final int SINGLE_PRECISION = 24;

    /** What a type holds on products that have no other use for it. */
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

    /** As people write it: {@code timestamp with time zone}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
