package io.retort.diff.internal.interview;

import io.retort.schema.SqlType;

/** Families of types between which values can be converted. */
enum TypeFamily {
    /** Character types and enums. */
    TEXT,
    /** Integers. */
    WHOLE,
    /** Exact decimal numbers. */
    DECIMAL,
    /** Floating-point numbers. */
    APPROXIMATE,
    /** Booleans. */
    TRUTH,
    /** Dates, times and timestamps. */
    MOMENT,
    /** Binary types. */
    BYTES,
    /** UUIDs. */
    IDENTITY,
    /** JSON and XML. */
    DOCUMENT,
    /** Every other type, for which no similarity is assumed. */
    OTHER;

    /**
     * Returns the family of a type. An enum type counts as text, because each constant has a text form.
     *
     * @param type the type
     */
    public static TypeFamily of(SqlType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, NCHAR, NVARCHAR, CLOB, NCLOB, ENUM -> TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT -> WHOLE;
            case NUMERIC -> DECIMAL;
            case REAL, DOUBLE, FLOAT -> APPROXIMATE;
            case BOOLEAN -> TRUTH;
            case DATE, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> MOMENT;
            case BINARY, VARBINARY, BLOB -> BYTES;
            case UUID -> IDENTITY;
            case JSON, XML -> DOCUMENT;
            default -> OTHER;
        };
    }
}
