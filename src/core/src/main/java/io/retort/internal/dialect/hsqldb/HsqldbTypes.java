package io.retort.internal.dialect.hsqldb;

import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** The type names of HSQLDB. */
final class HsqldbTypes extends AnsiTypes {

    private static final int DEFAULT_LENGTH = 255;
    private static final int DEFAULT_SECOND_DIGITS = 6;

    /** A point in time is stored as a date and time in UTC, and enum constants as text, as Hibernate does. */
    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case NVARCHAR -> "n" + varchar(type.argumentOr(DEFAULT_LENGTH));
            case TIME_WITH_TIME_ZONE -> "time(" + type.argumentOr(0) + ")";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp(" + type.argumentOr(DEFAULT_SECOND_DIGITS) + ")";
            case UUID -> "binary(16)";
            case TEXT -> "varchar(2147483647)";
            case JSON, XML -> "clob";
            case INET -> "varbinary(19)";
            case ENUM -> enumText(type);
            default -> super.name(type);
        };
    }

    @Override
    public boolean hasEnums() {
        return false;
    }

    @Override
    protected String interval(SqlType type) {
        throw new RetortException(
                "Hibernate stores no intervals in HSQLDB.",
                "Use numeric(21, 0), the number of nanoseconds that Hibernate stores for a Duration; or"
                        + " type(\"interval second(18,9)\").");
    }
}
