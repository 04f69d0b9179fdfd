package io.retort.internal.dialect.sqlite;

import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** The type names of SQLite. It accepts any name, which only determines whether a value is stored as text or number. */
final class SqliteTypes extends AnsiTypes {

    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case FLOAT -> "float";
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "timestamp";
            case TIME_WITH_TIME_ZONE -> "time";
            case BINARY, VARBINARY, UUID, INET, ARRAY -> "blob";
            case TEXT -> "varchar(2147483647)";
            case JSON, XML -> "clob";
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
                "SQLite has no type for an interval.",
                "Use numeric(21, 0), the number of nanoseconds that Hibernate stores for a Duration.");
    }
}
