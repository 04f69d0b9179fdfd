package io.retort.dialect.mysql;

import java.util.UUID;

/** Values as MariaDB says them. */
final class MariaDbLiterals extends MySqlLiterals {

    @Override
    protected String uuid(UUID uuid) {
        return "'" + uuid + "'";
    }
}
