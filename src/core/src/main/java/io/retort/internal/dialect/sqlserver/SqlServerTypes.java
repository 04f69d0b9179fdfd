package io.retort.internal.dialect.sqlserver;

import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** The type names of SQL Server. */
final class SqlServerTypes extends AnsiTypes {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_NATIONAL = 4_000;
    private static final int LENGTH = 255;
    private static final int SECOND_DIGITS = 7;

    /**
     * The type {@code tinyint} is unsigned, so Hibernate uses {@code smallint}. Enum constants are in a check
     * constraint.
     */
    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bit";
            case TINYINT -> "smallint";
            case INTEGER -> "int";
            case DOUBLE -> "float";
            case NCHAR -> "nchar(" + type.argumentOr(1) + ")";
            case NVARCHAR -> sized("nvarchar", type.argumentOr(LENGTH), LONGEST_NATIONAL);
            case CLOB -> "varchar(max)";
            case NCLOB, JSON -> "nvarchar(max)";
            case BLOB -> "varbinary(max)";
            case TIME -> "time";
            case TIMESTAMP -> "datetime2(" + type.argumentOr(SECOND_DIGITS) + ")";
            case TIME_WITH_TIME_ZONE, TIMESTAMP_WITH_TIME_ZONE ->
                "datetimeoffset(" + type.argumentOr(SECOND_DIGITS) + ")";
            case UUID -> "uniqueidentifier";
            case INET -> "varbinary(19)";
            case ENUM -> enumText(type);
            case ARRAY -> "xml";
            default -> super.name(type);
        };
    }

    @Override
    public boolean hasEnums() {
        return false;
    }

    @Override
    protected String varchar(int length) {
        return sized("varchar", length, LONGEST);
    }

    @Override
    protected String varbinary(int length) {
        return sized("varbinary", length, LONGEST);
    }

    @Override
    protected String interval(SqlType type) {
        throw new RetortException(
                "SQL Server has no type for an interval.",
                "Use numeric(21, 0), the number of nanoseconds that Hibernate stores for a Duration.");
    }

    private static String sized(String word, int length, int longest) {
        return word + "(" + (length > longest ? "max" : length) + ")";
    }
}
