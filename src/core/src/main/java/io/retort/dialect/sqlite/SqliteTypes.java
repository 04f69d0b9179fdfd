package io.retort.dialect.sqlite;

import io.retort.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** What SQLite is told to call types. It takes any word, and makes of it only whether a value is kept as text or number. */
final class SqliteTypes extends AnsiTypes {

    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case FLOAT -> "float";
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "timestamp";
            case TIME_WITH_TIME_ZONE -> "time";
            case BINARY, VARBINARY -> "blob";
            default -> super.name(type);
        };
    }
}
