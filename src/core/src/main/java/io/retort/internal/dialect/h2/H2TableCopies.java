package io.retort.internal.dialect.h2;

import io.retort.dialect.Catalog;
import java.util.List;
import java.util.regex.Pattern;

/**
 * H2 adds, drops and narrows a column by copying the table: it creates the copy, fills it, drops the table, and renames
 * the copy. It commits the first three separately.
 */
final class H2TableCopies {

    private static final String OF_THE_COPY = " join (values (cast(? as varchar), cast(? as varchar))) p(s, x)"
            + " on o.table_schema = p.s and left(o.%1$s, char_length(p.x)) = p.x";
    private static final String NAME_AFTER = "quote_ident(substring(o.%1$s, char_length(p.x) + 1))";

    static final Catalog.Copies COPIES = new Catalog.Copies(
            Pattern.compile("_COPY_\\d+_\\d+"),
            "select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'",
            List.of(
                    ("select 'alter table ' || quote_ident(o.table_schema) || '.' || quote_ident(o.table_name)"
                                    + " || ' rename constraint ' || quote_ident(o.%1$s) || ' to ' || " + NAME_AFTER
                                    + " from information_schema.table_constraints o" + OF_THE_COPY)
                            .formatted("constraint_name"),
                    ("select 'alter index ' || quote_ident(o.index_schema) || '.' || quote_ident(o.%1$s)"
                                    + " || ' rename to ' || " + NAME_AFTER + " from information_schema.indexes o"
                                    + OF_THE_COPY
                                    + " where not exists (select 1 from information_schema.table_constraints c"
                                    + " where c.index_schema = o.index_schema and c.index_name = o.index_name)")
                            .formatted("index_name")),
            "select 'alter view ' || quote_ident(table_schema) || '.' || quote_ident(table_name) || ' recompile'"
                    + " from information_schema.views where status = 'INVALID'");

    private H2TableCopies() {}
}
