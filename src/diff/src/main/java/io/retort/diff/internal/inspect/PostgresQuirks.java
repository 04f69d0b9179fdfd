package io.retort.diff.internal.inspect;

import static java.util.Map.entry;
import static schemacrawler.schemacrawler.InformationSchemaKey.SCHEMATA;
import static schemacrawler.schemacrawler.InformationSchemaKey.SEQUENCES;
import static schemacrawler.schemacrawler.InformationSchemaKey.TABLES;

import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * PostgreSQL, from 14. The server renders expressions for the search path of the connection, so names in the current
 * schema are unqualified. The search path is not changed. Objects of extensions are left out.
 */
final class PostgresQuirks extends Quirks {

    private static final String SCHEMAS = """
            select null::text as catalog_name, nspname::text as schema_name
            from pg_catalog.pg_namespace where nspname in (%s)""";

    private static final String TABLE_ROWS = """
            select n.nspname::text as table_schem, c.relname::text as table_name, 'TABLE' as table_type,
              pg_catalog.obj_description(c.oid, 'pg_class') as comment_text
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in (%s)
              and not exists (select from pg_catalog.pg_depend e where e.objid = c.oid and e.deptype = 'e'
                and e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)""";

    private static final String COLUMN_ROWS = """
            select n.nspname::text as table_schema, c.relname::text as table_name, a.attname::text as column_name,
              a.attnum::int as ordinal_position,
              case when a.attnotnull then 0 else 1 end as nullable,
              pg_catalog.format_type(a.atttypid, a.atttypmod) as full_type,
              case when a.attgenerated = '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end as default_text,
              case when a.attgenerated <> '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end as computed_text,
              a.attgenerated = 's' as is_stored,
              case a.attidentity when 'a' then 'ALWAYS' when 'd' then 'BY DEFAULT' end as identity_kind,
              q.seqstart as identity_start, q.seqincrement as identity_step,
              case when a.attcollation <> t.typcollation
                then a.attcollation::pg_catalog.regcollation::text end as collation_text,
              pg_catalog.col_description(c.oid, a.attnum) as comment_text
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join (
              select o.refobjid, o.refobjsubid, s.seqstart, s.seqincrement
              from pg_catalog.pg_sequence s join pg_catalog.pg_depend o on o.objid = s.seqrelid and o.deptype = 'i'
                and o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass) q
              on q.refobjid = a.attrelid and q.refobjsubid = a.attnum
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in (%s)
              and a.attnum > 0 and not a.attisdropped""";

    private static final String CONSTRAINT_ROWS = """
            select n.nspname::text as table_schema, k.conname::text as constraint_name,
              c.relname::text as table_name,
              case k.contype when 'p' then 'PRIMARY KEY' when 'u' then 'UNIQUE' else 'CHECK' end as constraint_type,
              k.condeferrable as is_deferrable, k.condeferred as initially_deferred,
              pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' as nulls_equal,
              pg_catalog.pg_get_expr(k.conbin, k.conrelid) as check_text
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_index i on i.indexrelid = k.conindid
            where k.contype in ('p', 'u', 'c') and n.nspname in (%s)""";

    private static final String CONSTRAINT_COLUMN_ROWS = """
            select n.nspname::text as table_schema, k.conname::text as constraint_name,
              c.relname::text as table_name, a.attname::text as column_name
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join lateral pg_catalog.unnest(k.conkey) with ordinality part(attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum
            where k.contype in ('p', 'u') and n.nspname in (%s)
            order by 1, 2, 3, part.place""";

    private static final String SEQUENCE_ROWS = """
            select n.nspname::text as sequence_schema, c.relname::text as sequence_name, s.seqstart as start_value,
              s.seqmin as minimum_value, s.seqmax as maximum_value, s.seqincrement as increment,
              s.seqcycle as cycle_option, s.seqcache as cache_size
            from pg_catalog.pg_sequence s
            join pg_catalog.pg_class c on c.oid = s.seqrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname in (%s)
              and not exists (select from pg_catalog.pg_depend e where e.objid = c.oid and e.deptype in ('i', 'e')
                and e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)""";

    private static final String FOREIGN_KEY_ROWS = """
            select n.nspname::text as table_schema, c.relname::text as table_name, k.conname::text as constraint_name,
              a.attname::text as column_name, rn.nspname::text as referenced_schema,
              rc.relname::text as referenced_table, ra.attname::text as referenced_column,
              case k.confdeltype when 'r' then 'RESTRICT' when 'c' then 'CASCADE' when 'n' then 'SET NULL'
                when 'd' then 'SET DEFAULT' else 'NO ACTION' end as delete_rule,
              case k.confupdtype when 'r' then 'RESTRICT' when 'c' then 'CASCADE' when 'n' then 'SET NULL'
                when 'd' then 'SET DEFAULT' else 'NO ACTION' end as update_rule,
              k.condeferrable as is_deferrable, k.condeferred as initially_deferred
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_class rc on rc.oid = k.confrelid
            join pg_catalog.pg_namespace rn on rn.oid = rc.relnamespace
            cross join lateral rows from (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey))
              with ordinality part(attnum, refnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum
            join pg_catalog.pg_attribute ra on ra.attrelid = rc.oid and ra.attnum = part.refnum
            where k.contype = 'f' and k.conparentid = 0 and n.nspname in (%s)
            order by 1, 2, 3, part.place""";

    private static final String INDEX_ROWS = """
            select n.nspname::text as table_schema, c.relname::text as table_name, ic.relname::text as index_name,
              case when part.attnum = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, part.place::int, false)
                else a.attname::text end as part,
              part.attnum = 0 as is_expression, (i.indoption[part.place - 1] & 1) = 1 as is_descending,
              case i.indoption[part.place - 1] when 1 then 'LAST' when 2 then 'FIRST' end as nulls_place,
              i.indisunique as is_unique, pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
              nullif(am.amname::text, 'btree') as method
            from pg_catalog.pg_index i
            join pg_catalog.pg_class ic on ic.oid = i.indexrelid
            join pg_catalog.pg_am am on am.oid = ic.relam
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join lateral pg_catalog.unnest(i.indkey::int2[]) with ordinality part(attnum, place)
            left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum
            where n.nspname in (%s) and part.place <= i.indnkeyatts
              and not exists (select from pg_catalog.pg_constraint k
                where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            order by 1, 2, 3, part.place""";

    /** What an index has besides the columns and expressions of its key, their order, its condition and its method. */
    private static final String INDEX_DEFINITIONS = """
            select n.nspname::text as table_schema, c.relname::text as table_name, ic.relname::text as index_name,
              pg_catalog.pg_get_indexdef(i.indexrelid) as definition
            from pg_catalog.pg_index i
            join pg_catalog.pg_class ic on ic.oid = i.indexrelid
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname in (%s)
              and not exists (select from pg_catalog.pg_constraint k
                where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
              and (ic.reloptions is not null or i.indnatts <> i.indnkeyatts or i.indnullsnotdistinct
                or exists (select from pg_catalog.unnest(i.indclass::oid[]) part(class)
                  join pg_catalog.pg_opclass o on o.oid = part.class where not o.opcdefault)
                or exists (select from rows from (pg_catalog.unnest(i.indcollation::oid[]),
                    pg_catalog.unnest(i.indkey::int2[])) part(coll, attnum)
                  left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum and part.attnum > 0
                  where part.coll <> 0 and part.coll <> coalesce(a.attcollation, 100))
                or exists (select from pg_catalog.pg_attribute a
                  where a.attrelid = i.indexrelid and a.attoptions is not null))
            order by 1, 2, 3""";

    private static final String LABEL_ROWS = """
            select n.nspname::text as type_schema, t.typname::text as type_name, l.enumlabel::text as label
            from pg_catalog.pg_enum l
            join pg_catalog.pg_type t on t.oid = l.enumtypid
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname in (%s)
              and not exists (select from pg_catalog.pg_depend e where e.objid = t.oid and e.deptype = 'e'
                and e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
            order by 1, 2, l.enumsortorder""";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("boolean", Kind.BOOLEAN),
            entry("smallint", Kind.SMALLINT),
            entry("integer", Kind.INTEGER),
            entry("bigint", Kind.BIGINT),
            entry("real", Kind.REAL),
            entry("double precision", Kind.DOUBLE),
            entry("numeric", Kind.NUMERIC),
            entry("character", Kind.CHAR),
            entry("character varying", Kind.VARCHAR),
            entry("text", Kind.TEXT),
            entry("date", Kind.DATE),
            entry("time without time zone", Kind.TIME),
            entry("time with time zone", Kind.TIME_WITH_TIME_ZONE),
            entry("timestamp without time zone", Kind.TIMESTAMP),
            entry("timestamp with time zone", Kind.TIMESTAMP_WITH_TIME_ZONE),
            entry("uuid", Kind.UUID),
            entry("jsonb", Kind.JSON),
            entry("xml", Kind.XML),
            entry("inet", Kind.INET));

    /** Without {@code numeric} and {@code varchar}, which are unlimited where no precision or length is written. */
    private static final Map<Kind, List<Integer>> USUAL = Map.of(
            Kind.TIME, List.of(6),
            Kind.TIME_WITH_TIME_ZONE, List.of(6),
            Kind.TIMESTAMP, List.of(6),
            Kind.TIMESTAMP_WITH_TIME_ZONE, List.of(6));

    private static final Set<String> WHOLE_NUMBERS = Set.of("smallint", "integer", "bigint");

    @Override
    public String currentSchema() {
        return "select current_schema()";
    }

    @Override
    public Map<InformationSchemaKey, String> catalog(String schemas, Rows rows) {
        return Map.of(
                SCHEMATA, SCHEMAS.formatted(schemas),
                TABLES, TABLE_ROWS.formatted(schemas),
                SEQUENCES, SEQUENCE_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> columns(String schemas, Rows rows) {
        return rows.read("columns", COLUMN_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> constraints(String schemas, Rows rows) {
        return rows.read("constraints", CONSTRAINT_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> keyColumns(String schemas, Rows rows) {
        return rows.read("columns of keys", CONSTRAINT_COLUMN_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> foreignKeys(String schemas, Rows rows) {
        return rows.read("foreign keys", FOREIGN_KEY_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> indexDefinitions(String schemas, Rows rows) {
        return rows.read("indexes", INDEX_DEFINITIONS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> indexParts(String schemas, Rows rows) {
        return rows.read("indexes", INDEX_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> enumValues(String schemas, Rows rows) {
        return rows.read("enum types", LABEL_ROWS.formatted(schemas));
    }

    @Override
    public SqlType type(CatalogRow column) {
        return type(column.needed("FULL_TYPE"));
    }

    private static SqlType type(String text) {
        if (text.endsWith("[]")) {
            return SqlType.arrayOf(type(text.substring(0, text.length() - 2)));
        }
        SqlType portable = portable(text, KINDS, USUAL);
        return portable == null ? SqlType.other(interval(text)) : portable;
    }

    /** An interval has six fractional digits of a second where no number is written. */
    private static String interval(String text) {
        if (text.equals("interval(6)")) {
            return "interval";
        }
        return text.startsWith("interval ") && text.endsWith("second") ? text + "(6)" : text;
    }

    @Override
    @Nullable
    public Default defaultValue(CatalogRow column) {
        String text = column.text("DEFAULT_TEXT");
        if (text == null) {
            return null;
        }
        Object value = plain(text, column.needed("FULL_TYPE"));
        return value == null ? new Default.Expression(text) : new Default.Literal(value);
    }

    /**
     * The value of a constant default; null for an expression, or for a cast to another type than that of the column.
     * The server prints the default of a text column, and a negative number, with a cast.
     */
    private static @Nullable Object plain(String text, String type) {
        TokenCursor cursor = new TokenCursor(CatalogSqlText.tokens(text));
        SqlToken value = cursor.take();
        if (value.kind() != SqlLexer.Kind.STRING || !cursor.take(":", ":")) {
            return truthOrNumber(text);
        }
        String cast = text.substring(cursor.position());
        return switch (cast) {
            case "character varying", "text" -> type.startsWith(cast) ? CatalogSqlText.literal(value.text()) : null;
            case "bpchar" -> type.startsWith("character(") ? CatalogSqlText.literal(value.text()) : null;
            default ->
                WHOLE_NUMBERS.contains(cast) && WHOLE_NUMBERS.contains(type)
                        ? CatalogSqlText.integer(SqlValues.text(value))
                        : null;
        };
    }

    private static @Nullable Object truthOrNumber(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> CatalogSqlText.integer(text);
        };
    }

    /**
     * The server renders {@code x in ('a', 'b')} in one way, and that rendering, when sent back, in another. Only the
     * second is stable.
     */
    @Override
    public String stableSpelling(String expression) {
        List<SqlToken> tokens = CatalogSqlText.tokens(expression);
        StringBuilder stable = new StringBuilder();
        int from = 0;
        for (int at = 0; at < tokens.size(); at++) {
            TokenCursor cursor = new TokenCursor(tokens.subList(at, tokens.size()));
            List<String> constants = constantsAsText(cursor);
            if (!constants.isEmpty() && tokens.get(at).start() >= from) {
                stable.append(expression, from, tokens.get(at).start())
                        .append("(ARRAY[(" + String.join("::character varying)::text, (", constants))
                        .append("::character varying)::text])");
                from = cursor.position();
            }
        }
        return stable.append(expression, from, expression.length()).toString();
    }

    /** The strings of {@code ((ARRAY['a'::character varying, …])::text[])}; none where something else comes next. */
    private static List<String> constantsAsText(TokenCursor cursor) {
        List<String> constants = new ArrayList<>();
        if (!cursor.take("(", "(", "array", "[")) {
            return List.of();
        }
        do {
            SqlToken constant = cursor.take();
            if (constant.kind() != SqlLexer.Kind.STRING || !cursor.take(":", ":", "character", "varying")) {
                return List.of();
            }
            constants.add(constant.text());
        } while (cursor.take(","));
        return cursor.take("]", ")", ":", ":", "text", "[", "]", ")") ? constants : List.of();
    }

    @Override
    public String inExpressions(String schema) {
        return schema.matches("[a-z_][a-z0-9_$]*") ? schema : '"' + schema.replace("\"", "\"\"") + '"';
    }

    @Override
    public UsualSequence usualSequence() {
        return new UsualSequence(1, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1);
    }
}
