package io.retort.dialect.hsqldb;

import io.retort.dialect.ansi.AnsiLiterals;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Values as HSQLDB says them. */
final class HsqldbLiterals extends AnsiLiterals {

    /** The sixteen bytes, as Hibernate keeps them in {@code binary(16)}. */
    @Override
    protected String uuid(UUID uuid) {
        return bytes(uuid.toString().replace("-", ""));
    }

    @Override
    protected String moment(OffsetDateTime moment) {
        return timestamp(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    @Override
    protected String offsetTime(OffsetTime time) {
        throw unsayable(time);
    }
}
