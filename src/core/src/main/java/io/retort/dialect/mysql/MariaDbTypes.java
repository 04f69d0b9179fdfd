package io.retort.dialect.mysql;

import io.retort.schema.SqlType;

/** What MariaDB calls types. */
final class MariaDbTypes extends MySqlTypes {

    @Override
    public String name(SqlType type) {
        return type.kind() == SqlType.Kind.UUID ? "uuid" : super.name(type);
    }
}
