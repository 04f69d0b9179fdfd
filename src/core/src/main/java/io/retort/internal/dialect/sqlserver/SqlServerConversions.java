package io.retort.internal.dialect.sqlserver;

import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.internal.dialect.ansi.AnsiConversions;
import io.retort.internal.dialect.ansi.SqlNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type conversions of SQL Server, as text only. */
final class SqlServerConversions extends AnsiConversions {

    SqlServerConversions(SqlNaming words) {
        super(words);
    }

    @Override
    protected String length(String text) {
        return "len(" + text + ")";
    }

    @Override
    protected String bytes(String value) {
        return "datalength(" + value + ")";
    }

    @Override
    protected @Nullable String matches(String text, String pattern) {
        return null;
    }

    @Override
    protected List<ConversionEntry> own() {
        return List.of();
    }
}
