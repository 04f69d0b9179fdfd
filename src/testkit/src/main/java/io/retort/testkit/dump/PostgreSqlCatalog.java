package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** PostgreSQL's catalog, through the functions that {@code psql} and {@code pg_dump} use. */
final class PostgreSqlCatalog implements DumpTool {

    private static final Pattern NAME = Pattern.compile(
            "(?:^constraint \\S+?(?:\"[^\"]+\")?|^index \\S+?(?:\"[^\"]+\")? CREATE (?:UNIQUE )?INDEX) (\"[^\"]+\"|\\S+) ");

    private static final String OURS = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    private static final List<String> QUERIES =
            List.of("""
            select 'schema ' || n.nspname from pg_namespace n where %s order by 1
            """, """
            select 'type ' || n.nspname || '.' || t.typname || ' ' || t.typtype::text || ' '
                || coalesce((select string_agg(e.enumlabel, ',' order by e.enumsortorder)
                    from pg_enum e where e.enumtypid = t.oid), format_type(t.typbasetype, t.typtypmod))
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where t.typtype in ('e', 'd') and %s order by 1
            """, """
            select 'sequence ' || n.nspname || '.' || s.sequencename || ' ' || s.data_type || ' start ' || s.start_value
                || ' min ' || s.min_value || ' max ' || s.max_value || ' by ' || s.increment_by || ' cache ' || s.cache_size
                || ' cycle ' || s.cycle || ' last ' || coalesce(s.last_value::text, '-')
            from pg_sequences s join pg_namespace n on n.nspname = s.schemaname where %s order by 1
            """, """
            select 'relation ' || n.nspname || '.' || c.relname || ' ' || c.relkind::text || ' ' || c.relpersistence::text
                || ' ' || coalesce(c.reloptions::text, '') || ' ' || coalesce(quote_literal(obj_description(c.oid, 'pg_class')), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind <> 'i' and %s order by 1
            """, """
            select 'column ' || n.nspname || '.' || quote_ident(c.relname) || ' ' || a.attnum || ' ' || a.attname || ' '
                || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                || ' identity:' || a.attidentity::text || ' generated:' || a.attgenerated::text || ' storage:' || a.attstorage::text
                || coalesce(' grants:' || a.attacl::text, '') || coalesce(' target:' || nullif(to_jsonb(a) ->> 'attstattarget', '-1'), '')
                || coalesce(' collate ' || (select l.collname from pg_collation l where l.oid = a.attcollation), '')
                || coalesce(' ' || quote_literal(col_description(c.oid, a.attnum)), '')
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and %s
            order by n.nspname, c.relname, a.attnum
            """, """
            select 'constraint ' || n.nspname || '.' || quote_ident(c.relname) || ' ' || quote_ident(o.conname) || ' ' || pg_get_constraintdef(o.oid)
                || case when o.convalidated then '' else ' not valid' end
                || coalesce(' ' || quote_literal(obj_description(o.oid, 'pg_constraint')), '')
            from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
            where %s order by 1
            """, """
            select 'index ' || n.nspname || '.' || quote_ident(c.relname) || ' ' || pg_get_indexdef(i.indexrelid)
                || case when i.indisvalid then '' else ' not valid' end
                || coalesce(' ' || quote_literal(obj_description(i.indexrelid, 'pg_class')), '')
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            where %s order by 1
            """, """
            select 'owned ' || n.nspname || '.' || c.relname || ' by ' || d.refobjid::regclass || ' ' || d.refobjsubid
            from pg_depend d join pg_class c on c.oid = d.objid join pg_namespace n on n.oid = c.relnamespace
            where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and c.relkind = 'S'
                and d.deptype in ('a', 'i') and %s order by 1
            """, """
            select 'trigger ' || n.nspname || '.' || c.relname || ' ' || pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text
            from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not g.tgisinternal and %s order by 1
            """, """
            select 'policy ' || n.nspname || '.' || c.relname || ' ' || p.polname || ' ' || p.polcmd::text || ' '
                || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where %s order by 1
            """, """
            select 'statistics ' || n.nspname || '.' || x.stxname || ' ' || pg_get_statisticsobjdef(x.oid)
            from pg_statistic_ext x join pg_namespace n on n.oid = x.stxnamespace where %s order by 1
            """, """
            select 'rule ' || n.nspname || '.' || c.relname || ' ' || r.rulename || ' ' || pg_get_ruledef(r.oid)
            from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
            where %s order by 1
            """, """
            select 'more ' || n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where %s order by 1
            """);

    @Override
    public List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : QUERIES) {
            lines.addAll(TestDb.query(connection, query.formatted(OURS)));
        }
        String tables = "select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and %s order by 1";
        for (String table : TestDb.query(connection, tables.formatted(OURS))) {
            lines.addAll(TableRows.of(connection, table));
        }
        return lines;
    }

    @Override
    public Pattern name() {
        return NAME;
    }
}
