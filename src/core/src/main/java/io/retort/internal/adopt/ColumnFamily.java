package io.retort.internal.adopt;

import io.retort.schema.SqlType;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A family of column types. Two families are certainly different types. Products map booleans, enums, large objects and
 * types of their own to several families, so these have none and are not compared.
 */
enum ColumnFamily {
    NUMBER,
    TEXT,
    DATE_OR_TIME,
    BYTES;

    private static final List<String> OTHERS_BY_NAME = List.of("DATE", "TIME", "BLOB", "BINARY");

    /** Returns the family of a declared type; empty if products map it in several ways. */
    static Optional<ColumnFamily> of(SqlType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC -> Optional.of(NUMBER);
            case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT -> Optional.of(TEXT);
            case DATE, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> Optional.of(DATE_OR_TIME);
            case BINARY, VARBINARY -> Optional.of(BYTES);
            case BOOLEAN, CLOB, NCLOB, BLOB, INTERVAL, UUID, JSON, XML, INET, ENUM, ARRAY, OTHER -> Optional.empty();
        };
    }

    /**
     * Returns the family of a column of a database; empty if it has none, or if it is not certain. A product with few
     * types of its own reports columns of other types as numbers or texts.
     *
     * @param jdbcType a constant of {@link Types}
     * @param type the product's name of the type
     */
    static Optional<ColumnFamily> of(int jdbcType, String type) {
        String name = type.toUpperCase(Locale.ROOT);
        boolean doubtful = OTHERS_BY_NAME.stream().anyMatch(name::contains);
        return of(jdbcType).filter(family -> !doubtful || family == DATE_OR_TIME || family == BYTES);
    }

    private static Optional<ColumnFamily> of(int jdbcType) {
        return switch (jdbcType) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.NUMERIC,
                    Types.DECIMAL -> Optional.of(NUMBER);
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> Optional.of(TEXT);
            case Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
                Optional.of(DATE_OR_TIME);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Optional.of(BYTES);
            default -> Optional.empty();
        };
    }
}
