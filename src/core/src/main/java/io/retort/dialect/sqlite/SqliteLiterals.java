package io.retort.dialect.sqlite;

import io.retort.dialect.ansi.AnsiLiterals;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Values as SQLite says them: it has texts, numbers and bytes, and spells dates and times as ISO 8601 does. */
final class SqliteLiterals extends AnsiLiterals {

    @Override
    protected String temporal(String type, String text) {
        return string(text);
    }

    /** The sixteen bytes, as Hibernate keeps them in a {@code blob}. */
    @Override
    protected String uuid(UUID uuid) {
        return bytes(uuid.toString().replace("-", ""));
    }

    /** In UTC, so that moments compare as their texts do. */
    @Override
    protected String moment(OffsetDateTime moment) {
        return timestamp(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    @Override
    protected String offsetTime(OffsetTime time) {
        throw unsayable(time);
    }
}
