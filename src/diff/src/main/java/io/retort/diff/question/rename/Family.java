package io.retort.diff.question.rename;

import io.retort.schema.SqlType;

/** Types whose values are of one sort, so that one can become the other. */
public enum Family {
    TEXT,
    WHOLE,
    DECIMAL,
    APPROXIMATE,
    TRUTH,
    MOMENT,
    BYTES,
    IDENTITY,
    DOCUMENT,
    OTHER;

    /** The family of a type. An enum of the database's own is text: each label can be said as one. */
    public static Family of(SqlType type) {
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
