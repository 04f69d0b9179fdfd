package io.retort.dialect.hsqldb;

import io.retort.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** What HSQLDB calls types. */
final class HsqldbTypes extends AnsiTypes {

    @Override
    public String name(SqlType type) {
        return super.name(type);
    }
}
