package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.AnsiTypes;
import io.retort.schema.SqlType;

/** The type names of PostgreSQL. */
final class PostgresTypes extends AnsiTypes {

    private static final int LONGEST_VARCHAR = 10_485_760;
    private static final int SINGLE_PRECISION = 24;
    private static final int MOST_SECOND_DIGITS = 6;

    /**
     * A large object is stored separately, and the column contains its id ({@code oid}). Enum constants are in a check
     * constraint.
     */
    @Override
    public String name(SqlType type) {
        return switch (type.kind()) {
            case TINYINT -> "smallint";
            case FLOAT -> type.argumentOr(SINGLE_PRECISION + 1) <= SINGLE_PRECISION ? "float4" : super.name(type);
            case CLOB, NCLOB, BLOB -> "oid";
            case BINARY, VARBINARY -> "bytea";
            case JSON -> "jsonb";
            case ENUM -> enumText(type);
            default -> super.name(type);
        };
    }

    @Override
    public boolean hasEnums() {
        return false;
    }

    @Override
    protected String varchar(int length) {
        return length > LONGEST_VARCHAR ? "text" : super.varchar(length);
    }

    @Override
    protected String interval(SqlType type) {
        return "interval second(" + (type.arguments().isEmpty() ? MOST_SECOND_DIGITS : fraction(type)) + ")";
    }
}
