package io.retort.internal.dialect.h2;

import io.retort.internal.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** The type names of H2. */
final class H2Types extends AnsiTypes {

    private static final int LONGEST = 1_048_576;

    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case XML -> "clob";
            case INET -> "varbinary(19)";
            default -> super.name(type);
        };
    }

    @Override
    protected String varchar(int length) {
        return length > LONGEST ? "clob" : super.varchar(length);
    }

    @Override
    protected String varbinary(int length) {
        return length > LONGEST ? "blob" : super.varbinary(length);
    }
}
