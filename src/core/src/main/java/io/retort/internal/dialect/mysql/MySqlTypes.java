package io.retort.internal.dialect.mysql;

import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** The type names of MySQL. */
class MySqlTypes extends AnsiTypes {

    private static final int LONGEST_VARCHAR = 16_383;
    private static final int LONGEST_VARBINARY = 65_535;
    private static final int TINY = 255;
    private static final int SMALL = 65_535;
    private static final int MEDIUM = 16_777_215;
    private static final String NATIONAL = " character set utf8mb4";

    /**
     * A point in time is stored as a date and time in UTC, as Hibernate does, because {@code timestamp} ends in 2038.
     */
    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bit";
            case NUMERIC -> "decimal" + digits(type);
            case CHAR -> "varchar(" + type.argumentOr(1) + ")";
            case NCHAR -> "varchar(" + type.argumentOr(1) + ")" + NATIONAL;
            case NVARCHAR -> name(SqlType.of(SqlType.Kind.VARCHAR).withArguments(type.arguments())) + NATIONAL;
            case CLOB -> text(type.argumentOr(Integer.MAX_VALUE));
            case NCLOB -> text(type.argumentOr(Integer.MAX_VALUE)) + NATIONAL;
            case BLOB -> sized(type.argumentOr(Integer.MAX_VALUE), "blob");
            case TIME_WITH_TIME_ZONE -> name(SqlType.of(SqlType.Kind.TIME).withArguments(type.arguments()));
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "datetime(" + type.argumentOr(6) + ")";
            case UUID -> "binary(16)";
            case XML -> "longtext";
            case INET -> "varbinary(19)";
            case ARRAY -> "json";
            default -> super.name(type);
        };
    }

    @Override
    protected String varchar(int length) {
        return length > LONGEST_VARCHAR ? sized(Math.max(length, TINY + 1), "text") : super.varchar(length);
    }

    @Override
    protected String varbinary(int length) {
        return length > LONGEST_VARBINARY ? sized(length, "blob") : super.varbinary(length);
    }

    @Override
    protected String enumValue(String value) {
        return super.enumValue(value.replace("\\", "\\\\"));
    }

    @Override
    protected String interval(SqlType type) {
        throw new RetortException(
                "MySQL and MariaDB have no type for an interval.",
                "Use numeric(21, 0), the number of nanoseconds that Hibernate stores for a Duration.");
    }

    private static String text(int length) {
        return sized(length, "text");
    }

    private static String sized(int length, String word) {
        if (length <= TINY) {
            return "tiny" + word;
        }
        if (length <= SMALL) {
            return word;
        }
        return (length <= MEDIUM ? "medium" : "long") + word;
    }
}
