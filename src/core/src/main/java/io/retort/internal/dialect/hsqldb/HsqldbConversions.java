package io.retort.internal.dialect.hsqldb;

import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type conversions of HSQLDB. */
final class HsqldbConversions extends AnsiConversions {

    HsqldbConversions(SqlNaming words) {
        super(words);
    }

    @Override
    protected String matches(String text, String pattern) {
        return "regexp_matches(" + text + ", " + words.literals().of(pattern) + ")";
    }

    /** A CLOB can only be converted from and to text. */
    @Override
    protected String source(SqlType type) {
        return type.kind() == Kind.CLOB || type.kind() == Kind.NCLOB ? "cast(%s as varchar(1000000))" : "%s";
    }

    @Override
    protected @Nullable String asText(SqlType after) {
        return after.kind() == Kind.CLOB || after.kind() == Kind.NCLOB ? cast(text("%s"), after) : null;
    }

    /** Cast first, because the number may have no room for the digit that rounding adds. */
    @Override
    protected String rounded(int digits) {
        return "round(cast(%s as decimal(100, 20)), " + digits + ")";
    }

    @Override
    protected String trimPadding(String text) {
        return "rtrim(" + text + ")";
    }

    @Override
    protected String uuidBytes(String text) {
        return "uuid(" + text + ")";
    }

    @Override
    protected String uuidText(String value) {
        return "uuid(" + value + ")";
    }

    @Override
    protected List<ConversionEntry> own() {
        return List.of();
    }
}
