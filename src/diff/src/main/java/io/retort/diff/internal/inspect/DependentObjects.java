package io.retort.diff.internal.inspect;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the views, triggers and other objects that depend on tables of the current schema. */
public final class DependentObjects {

    /** Result columns: kind, name, table, column, text. */
    private static final String POSTGRES = """
            select case when v.relkind = 'm' then 'materialized view' when v.relkind = 'v' then 'view' when r.oid is not null
                then 'rule' when g.oid is not null then 'trigger' when p.oid is not null then 'policy'
                when x.oid is not null then 'statistics' when f.oid is not null then 'function'
                when d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass then 'publication' end,
              case when v.relkind in ('m', 'v') then v.relname else coalesce(r.rulename, g.tgname, p.polname, x.stxname,
                f.proname, b.pubname) end,
              c.relname, a.attname, ''
            from pg_catalog.pg_depend d
            join pg_catalog.pg_class c on c.oid = d.refobjid and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
              and c.relkind in ('r', 'p') and c.relnamespace = current_schema()::pg_catalog.regnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid and d.refobjsubid > 0
            left join pg_catalog.pg_rewrite r on r.oid = d.objid and d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
            left join pg_catalog.pg_class v on v.oid = r.ev_class and v.relkind in ('m', 'v')
            left join pg_catalog.pg_trigger g on g.oid = d.objid and not g.tgisinternal
              and d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
            left join pg_catalog.pg_policy p on p.oid = d.objid and d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass
            left join pg_catalog.pg_statistic_ext x on x.oid = d.objid
              and d.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass and d.refobjsubid > 0
            left join pg_catalog.pg_proc f on f.oid = d.objid and d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            left join pg_catalog.pg_publication_rel q on q.oid = d.objid
              and d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass and d.refobjsubid > 0
            left join pg_catalog.pg_publication b on b.oid = q.prpubid
            where coalesce(r.oid, g.oid, p.oid, x.oid, f.oid, q.oid) is not null
            union
            select 'grants', 'on ' || a.attname, c.relname, a.attname, a.attacl::text
            from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
            where a.attacl is not null and c.relkind in ('r', 'p')
              and c.relnamespace = current_schema()::pg_catalog.regnamespace
            union
            select s.kind, 'of ' || a.attname, c.relname, a.attname, ''
            from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_type t on t.oid = a.atttypid
            cross join lateral (values ('statistics target', coalesce(a.attstattarget, -1) >= 0),
              ('storage', a.attstorage <> t.typstorage)) s(kind, is_set)
            where s.is_set and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
              and c.relnamespace = current_schema()::pg_catalog.regnamespace
            order by 1, 2, 3, 4""";

    private static final String MYSQL = """
            select 'view', v.table_name, t.table_name, null, v.view_definition
            from information_schema.views v join information_schema.tables t on t.table_schema = v.table_schema
              and t.table_type <> 'VIEW' and v.view_definition like concat('%`', t.table_name, '`%')
            where v.table_schema = database()
            union all
            select 'trigger', trigger_name, event_object_table, null, action_statement
            from information_schema.triggers where trigger_schema = database()
            order by 1, 2, 3""";

    private static final String H2 = """
            select 'view', v.table_name, t.table_name, null, v.view_definition
            from information_schema.views v join information_schema.tables t on t.table_schema = v.table_schema
              and t.table_type = 'BASE TABLE' and locate('"' || t.table_name || '"', v.view_definition) > 0
            where v.table_schema = current_schema order by 1, 2, 3""";

    /** HSQLDB refuses every change to the columns of a table that a view or trigger uses. */
    private static final String HSQLDB = """
            select 'view' as k, view_name as n, table_name as t, cast(null as varchar(1)) as c, '*' as x
            from information_schema.view_table_usage where view_schema = current_schema
            union all
            select 'trigger', trigger_name, event_object_table, cast(null as varchar(1)), '*'
            from information_schema.triggers where trigger_schema = current_schema
            union all
            select 'check', u.constraint_name, u.table_name, u.column_name, ''
            from information_schema.constraint_column_usage u join information_schema.check_constraints k
              on k.constraint_schema = u.constraint_schema and k.constraint_name = u.constraint_name
            where u.table_schema = current_schema and k.check_clause not like '%IS NOT NULL'
            order by 1, 2, 3""";

    private static final String SQLITE = """
            select v.type, v.name, t.name, null, v.sql from sqlite_master v join sqlite_master t on t.type = 'table'
            where v.type in ('view', 'trigger') and (v.tbl_name = t.name or v.sql like '%' || t.name || '%')
            order by 1, 2, 3""";

    private static final Map<String, String> QUERIES = Map.of(
            "postgresql", POSTGRES,
            "mariadb", MYSQL,
            "mysql", MYSQL,
            "h2", H2,
            "hsqldb", HSQLDB,
            "sqlite", SQLITE);

    private DependentObjects() {}

    /**
     * Reads the dependent objects of all tables in the current schema.
     *
     * @param connection a connection to the database
     * @param dialect the dialect of the database
     * @return the objects, sorted by kind and name; empty for a product without a query here
     * @throws RetortException if the catalog cannot be read
     */
    public static List<DependentObject> read(Connection connection, Dialect dialect) {
        String query = QUERIES.get(dialect.name());
        if (query == null) {
            return List.of();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<DependentObject> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new DependentObject(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        Objects.requireNonNullElse(rows.getString(5), "")));
            }
            return all;
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read which views and triggers the database has. It says: " + e.getMessage(),
                    "Check that the user may read the catalog.",
                    e);
        }
    }
}
