package io.retort.internal.dialect.postgres;

import io.retort.dialect.Catalog;
import io.retort.dialect.Catalog.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The catalog views of PostgreSQL. They are needed only for revisions that run outside a transaction. PostgreSQL itself
 * marks an index or a partition that such a statement left behind.
 */
final class PostgresCatalog {

    static final Catalog VIEWS = new Catalog(
            List.of(
                    relation(
                            "pg_get_viewdef(c.oid) as text, c.relkind::text, c.reloptions::text, c.relpersistence::text,"
                                    + " obj_description(c.oid, 'pg_class') as remarks"
                                    + " from pg_class c where c.relkind in ('v', 'm')"),
                    relation("c.relkind::text, c.reloptions::text, c.relpersistence::text, c.relrowsecurity,"
                            + " obj_description(c.oid, 'pg_class') as remarks"
                            + " from pg_class c where c.relkind in ('r', 'p', 'S', 'f')"),
                    relation("a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text,"
                            + " a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid) as filled,"
                            + " a.attcollation, a.attstorage::text, a.attcompression::text,"
                            + " col_description(c.oid, a.attnum) as remarks"
                            + " from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0"
                            + " and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid"
                            + " and d.adnum = a.attnum where c.relkind <> 'i'"),
                    relation("pg_get_indexdef(i.indexrelid), not i.indisvalid as " + Catalog.UNFINISHED
                            + " from pg_class c join pg_index i on i.indrelid = c.oid"),
                    relation("o.conname, pg_get_constraintdef(o.oid)"
                            + " from pg_class c join pg_constraint o on o.conrelid = c.oid"),
                    relation("pg_get_triggerdef(g.oid), g.tgenabled::text from pg_class c"
                            + " join pg_trigger g on g.tgrelid = c.oid where not g.tgisinternal"),
                    relation("p.inhparent::regclass::text from pg_class c join pg_inherits p on p.inhrelid = c.oid"),
                    query("n.nspname as s, t.typname as t, e.enumlabel, e.enumsortorder from pg_enum e"
                            + " join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace"),
                    new View("information_schema.sequences", "sequence_schema", "sequence_name"),
                    new View(
                            query("n.nspname as s, p.proname, pg_get_functiondef(p.oid) from pg_proc p"
                                            + " join pg_namespace n on n.oid = p.pronamespace"
                                            + " where p.prokind in ('f', 'p')")
                                    .name(),
                            "s",
                            null)),
            Set.of(),
            "select nspname from pg_namespace",
            Optional.empty());

    private PostgresCatalog() {}

    /** A view on relations; the query refers to {@code pg_class} as {@code c}. */
    private static View relation(String columnsAndRest) {
        return query("c.relnamespace::regnamespace::text as s, c.relname as t, " + columnsAndRest);
    }

    private static View query(String text) {
        return new View("(select " + text + ") x", "s", "t");
    }
}
