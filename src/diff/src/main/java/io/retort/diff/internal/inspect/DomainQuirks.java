package io.retort.diff.internal.inspect;

import io.retort.schema.Default;
import io.retort.schema.SqlType;

/** Common to H2 and HSQLDB: columns of domains, arrays, and boolean literals in upper case. */
abstract class DomainQuirks extends Quirks {

    private static final String ARRAY = " ARRAY";

    @Override
    public final SqlType type(CatalogRow column) {
        String domain = column.text("DOMAIN_TEXT");
        return domain == null
                ? type(column.needed("FULL_TYPE"))
                : SqlType.other(inExpressions(column.needed("DOMAIN_SCHEMA_TEXT")) + "." + inExpressions(domain));
    }

    private SqlType type(String text) {
        return text.endsWith(ARRAY)
                ? SqlType.arrayOf(type(text.substring(0, text.length() - ARRAY.length())))
                : single(text);
    }

    /** The type for a catalog text that is not an array. */
    abstract SqlType single(String text);

    /** Parses the text of a default. */
    static Default plain(String text) {
        Object value = switch (text) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> CatalogSqlText.literal(text);
        };
        return value == null ? new Default.Expression(text) : new Default.Literal(value);
    }
}
