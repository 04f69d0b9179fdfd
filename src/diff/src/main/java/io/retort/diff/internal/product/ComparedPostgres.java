package io.retort.diff.internal.product;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Inspectors;
import io.retort.diff.internal.scratch.ScratchDatabase;
import io.retort.diff.internal.scratch.ScratchSchema;
import io.retort.internal.state.SchemaObject;
import io.retort.internal.state.SchemaObject.Kind;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL. */
public final class ComparedPostgres implements ComparedProduct {

    private static final Set<Kind> GUARDED = Set.of(Kind.TABLE, Kind.COLUMN, Kind.INDEX, Kind.SEQUENCE);

    private static final String DEPENDENT_OBJECTS = """
            select case when v.relkind = 'm' then 'materialized view' when v.relkind = 'v' then 'view' when r.oid is not null
                then 'rule' when g.oid is not null then 'trigger' when p.oid is not null then 'policy'
                when x.oid is not null then 'statistics' when f.oid is not null then 'function'
                when d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass then 'publication' end,
              case when v.relkind in ('m', 'v') then v.relname else coalesce(r.rulename, g.tgname, p.polname, x.stxname,
                f.proname, b.pubname) end,
              c.relname, a.attname, '',
              case when v.relacl is null and v.reloptions is null and not v.relhastriggers and not v.relhasindex
                and pg_catalog.obj_description(v.oid, 'pg_class') is null
                and not exists (select 1 from pg_catalog.pg_depend o join pg_catalog.pg_rewrite w on w.oid = o.objid
                  where o.refobjid = v.oid and w.ev_class <> v.oid)
                then 'create ' || case v.relkind when 'm' then 'materialized ' else '' end || 'view '
                  || pg_catalog.quote_ident(v.relname) || ' as '
                  || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(v.oid), ';') end
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
            select 'grants', 'on ' || a.attname, c.relname, a.attname, a.attacl::text, null
            from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
            where a.attacl is not null and c.relkind in ('r', 'p')
              and c.relnamespace = current_schema()::pg_catalog.regnamespace
            union
            select s.kind, 'of ' || a.attname, c.relname, a.attname, '', null
            from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_type t on t.oid = a.atttypid
            cross join lateral (values ('statistics target', coalesce(a.attstattarget, -1) >= 0),
              ('storage', a.attstorage <> t.typstorage)) s(kind, is_set)
            where s.is_set and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
              and c.relnamespace = current_schema()::pg_catalog.regnamespace
            order by 1, 2, 3, 4""";

    /** Sequences of {@code serial} columns; those of identity columns are part of the column. */
    private static final String OWNED_SEQUENCES = """
            select n.name, s.relname, t.relname, a.attname,
              pg_catalog.format('alter sequence %s%I %sowned by %s%I.%I', n.prefix, s.relname, case when q.seqtypid <> 'bigint'::pg_catalog.regtype
                then 'as ' || pg_catalog.format_type(q.seqtypid, null) || ' ' end, n.prefix, t.relname, a.attname),
              pg_catalog.format('alter sequence %s%I owned by none', n.prefix, s.relname)
            from pg_catalog.pg_depend d
            join pg_catalog.pg_class s on s.oid = d.objid and s.relkind = 'S'
              and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            join pg_catalog.pg_sequence q on q.seqrelid = s.oid
            join pg_catalog.pg_class t on t.oid = d.refobjid and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
            join (select oid, nullif(nspname, current_schema()) as name, case when nspname <> current_schema()
                then pg_catalog.quote_ident(nspname) || '.' end as prefix from pg_catalog.pg_namespace) n on n.oid = s.relnamespace
            where d.deptype = 'a' and t.relnamespace = s.relnamespace
            order by n.name nulls first, s.relname""";

    private static final String INVALID_INDEXES = """
            select i.relname, c.relname from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_class c on c.oid = x.indrelid
            where not x.indisvalid and c.relnamespace = current_schema()::pg_catalog.regnamespace
            order by 2, 1""";

    /** On partitions they belong to the partitioned table. */
    private static final String UNVALIDATED_CONSTRAINTS = """
            select k.conname, c.relname from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
            where not k.convalidated and k.contype in ('c', 'f') and k.conparentid = 0
              and c.relnamespace = current_schema()::pg_catalog.regnamespace
            order by 2, 1""";

    private static final String OTHER_OBJECTS = """
            select case c.relkind when 'm' then 'materialized view' else 'view' end, c.relname from pg_catalog.pg_class c
            where c.relkind in ('v', 'm') and c.relnamespace = current_schema()::pg_catalog.regnamespace
              and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
            union all
            select 'trigger', t.tgname from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and c.relnamespace = current_schema()::pg_catalog.regnamespace
            union all
            select 'policy', p.polname from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
            where c.relnamespace = current_schema()::pg_catalog.regnamespace
            union all
            select 'rule', r.rulename from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
            where r.rulename <> '_RETURN' and c.relnamespace = current_schema()::pg_catalog.regnamespace
            union all
            select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, p.proname
            from pg_catalog.pg_proc p where p.pronamespace = current_schema()::pg_catalog.regnamespace
              and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select 'extension', e.extname from pg_catalog.pg_extension e where e.extname <> 'plpgsql'
            union all
            select 'foreign table', c.relname from pg_catalog.pg_class c
            where c.relkind = 'f' and c.relnamespace = current_schema()::pg_catalog.regnamespace
            union all
            select 'exclusion constraint', k.conname || ' on ' || c.relname
            from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
            where k.contype = 'x' and k.conparentid = 0 and c.relnamespace = current_schema()::pg_catalog.regnamespace
            union all
            select 'cast', pg_catalog.format_type(k.castsource, null) || ' to ' || pg_catalog.format_type(k.casttarget, null)
            from pg_catalog.pg_cast k where k.oid >= 16384
              and not exists (select 1 from pg_catalog.pg_depend d where d.objid = k.oid and d.deptype = 'e'
                and d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass)
            order by 1, 2""";

    private static final String OTHER_SCHEMAS = """
            select n.nspname from pg_catalog.pg_namespace n
            where n.nspname <> current_schema() and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
              and exists (select 1 from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p')
                and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e'))
            order by 1""";

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.postgres(dialect);
    }

    @Override
    public ScratchSchema scratchSchema(Dialect dialect) {
        return ScratchSchema.postgres(dialect);
    }

    @Override
    public ScratchDatabase scratchDatabase() {
        return ScratchDatabase.postgres();
    }

    @Override
    public Optional<String> dependentObjects() {
        return Optional.of(DEPENDENT_OBJECTS);
    }

    @Override
    public Optional<String> ownedSequences() {
        return Optional.of(OWNED_SEQUENCES);
    }

    @Override
    public Optional<String> unvalidatedConstraints() {
        return Optional.of(UNVALIDATED_CONSTRAINTS);
    }

    @Override
    public Optional<String> invalidIndexes() {
        return Optional.of(INVALID_INDEXES);
    }

    @Override
    public Optional<String> otherObjects() {
        return Optional.of(OTHER_OBJECTS);
    }

    @Override
    public Optional<String> otherSchemas() {
        return Optional.of(OTHER_SCHEMAS);
    }

    @Override
    public Set<DependentObjectEffect> dependentObjectEffects() {
        return Set.of(DependentObjectEffect.FOLLOWS_RENAMES);
    }

    @Override
    public Optional<String> unlessPresent(SchemaObject object, String statement, Dialect dialect) {
        return object.kind() == Kind.CONSTRAINT
                ? Optional.of(unlessConstrained(object, statement, dialect))
                : IfNotExists.in(object, statement, dialect, GUARDED);
    }

    private static String unlessConstrained(SchemaObject constraint, String statement, Dialect dialect) {
        return "do $retort$ begin if not exists (select 1 from pg_catalog.pg_constraint where conrelid = "
                + dialect.literal(dialect.identifiers().sql(constraint.owner()))
                + "::pg_catalog.regclass and conname = "
                + dialect.literal(dialect.identifiers().stored(constraint.name())) + ") then " + statement
                + "; end if; end $retort$";
    }
}
