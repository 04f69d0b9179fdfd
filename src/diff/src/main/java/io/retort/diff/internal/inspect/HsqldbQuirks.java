package io.retort.diff.internal.inspect;

import static java.util.Map.entry;
import static schemacrawler.schemacrawler.InformationSchemaKey.SCHEMATA;
import static schemacrawler.schemacrawler.InformationSchemaKey.SEQUENCES;
import static schemacrawler.schemacrawler.InformationSchemaKey.TABLES;

import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlToken;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import schemacrawler.schemacrawler.InformationSchemaKey;

/** HSQLDB, from 2.7. It also reports not-null columns as check constraints, and does not keep how an index is sorted. */
final class HsqldbQuirks extends DomainQuirks {

    private static final String SCHEMAS = """
            select cast(null as varchar(1)) as catalog_name, schema_name
            from information_schema.schemata where schema_name in (%s)""";

    private static final String TABLE_ROWS = """
            select t.table_schema as table_schem, t.table_name, 'TABLE' as table_type, coalesce(c.comment, '') as comment_text
            from information_schema.tables t left join information_schema.system_comments c
              on c.object_schema = t.table_schema and c.object_name = t.table_name and c.object_type = 'TABLE'
            where t.table_type = 'BASE TABLE' and t.table_schema in (%s)""";

    private static final String COLUMN_ROWS = """
            select t.table_schema, t.table_name, t.column_name, t.ordinal_position,
              case t.is_nullable when 'YES' then 1 else 0 end as nullable, t.dtd_identifier as full_type,
              t.domain_schema as domain_schema_text, t.domain_name as domain_text, t.column_default as default_text,
              t.generation_expression as computed_text, 'YES' as is_stored,
              case t.is_identity when 'YES' then t.identity_generation end as identity_kind,
              t.identity_start, t.identity_increment as identity_step,
              case when t.collation_name <> 'SQL_TEXT' then '"' || t.collation_name || '"' end as collation_text,
              coalesce(c.comment, '') as comment_text
            from information_schema.columns t left join information_schema.system_comments c
              on c.object_schema = t.table_schema and c.object_name = t.table_name and c.column_name = t.column_name
            where t.table_schema in (%s)""";

    /** Check constraints named by HSQLDB that only repeat the nullability of a column. */
    private static final String NOT_NULLS = """
            select constraint_schema || '.' || constraint_name from information_schema.check_constraints
            where constraint_name like 'SYS\\_CT\\_%' escape '\\' and regexp_matches(check_clause,
              '(("[^"]*"|[^ ".]+)[.])*("[^"]*"|[^ ".]+) IS NOT NULL')""";

    private static final String CONSTRAINT_ROWS = """
            select table_schema, table_name, constraint_schema, constraint_name, constraint_type, is_deferrable, initially_deferred
            from information_schema.table_constraints
            where constraint_type <> 'FOREIGN KEY' and table_schema in (%s)
              and constraint_schema || '.' || constraint_name not in (""" + NOT_NULLS.replace("%", "%%") + ")";

    private static final String CHECK_ROWS = """
            select constraint_schema, constraint_name, check_clause
            from information_schema.check_constraints where constraint_schema in (%s)""";

    private static final String KEY_ROWS = """
            select constraint_schema, constraint_name, table_schema, table_name, column_name, ordinal_position
            from information_schema.key_column_usage where table_schema in (%s)
            order by constraint_schema, constraint_name, ordinal_position""";

    private static final String REFERENCE_ROWS = """
            select fktable_schem as table_schema, fktable_name as table_name, fk_name as constraint_name,
              fkcolumn_name as column_name, pktable_schem as referenced_schema, pktable_name as referenced_table,
              pkcolumn_name as referenced_column, delete_rule, update_rule, 'NO' as is_deferrable,
              'NO' as initially_deferred
            from information_schema.system_crossreference where fktable_schem in (%s)
            order by fktable_schem, fktable_name, fk_name, key_seq""";

    private static final String SEQUENCE_ROWS = """
            select sequence_schema, sequence_name, start_value, increment, cycle_option,
              case minimum_value when '-2147483648' then '-9223372036854775808' else minimum_value end as minimum_value,
              case maximum_value when '2147483647' then '9223372036854775807' else maximum_value end as maximum_value
            from information_schema.sequences where sequence_schema in (%s)""";

    private static final String INDEX_ROWS = """
            select table_schem as table_schema, table_name, index_name, column_name as part, 'NO' as is_expression,
              case asc_or_desc when 'D' then 'YES' else 'NO' end as is_descending,
              case when non_unique then 'NO' else 'YES' end as is_unique
            from information_schema.system_indexinfo where table_schem in (%s)
              and table_schem || '.' || index_name not in (
                select index_schema || '.' || index_name from information_schema.system_key_index_usage)
            order by table_schem, table_name, index_name, ordinal_position""";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("boolean", Kind.BOOLEAN),
            entry("tinyint", Kind.TINYINT),
            entry("smallint", Kind.SMALLINT),
            entry("integer", Kind.INTEGER),
            entry("bigint", Kind.BIGINT),
            entry("double", Kind.DOUBLE),
            entry("numeric", Kind.NUMERIC),
            entry("decimal", Kind.NUMERIC),
            entry("character", Kind.CHAR),
            entry("varchar", Kind.VARCHAR),
            entry("binary", Kind.BINARY),
            entry("varbinary", Kind.VARBINARY),
            entry("date", Kind.DATE),
            entry("time", Kind.TIME),
            entry("timestamp", Kind.TIMESTAMP));

    private static final Map<Kind, List<Integer>> USUAL = Map.of(Kind.TIME, List.of(0), Kind.TIMESTAMP, List.of(6));

    /** Type texts in which HSQLDB adds a default length. */
    private static final Map<String, SqlType> PLAIN = Map.of(
            "CLOB(1G)", SqlType.of(Kind.CLOB),
            "BLOB(1G)", SqlType.of(Kind.BLOB));

    @Override
    public String currentSchema() {
        return "values (current_schema)";
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
        return withChecks(
                rows.read("constraints", CONSTRAINT_ROWS.formatted(schemas)),
                rows.read("checks", CHECK_ROWS.formatted(schemas)));
    }

    @Override
    public List<CatalogRow> keyColumns(String schemas, Rows rows) {
        return rows.read("columns of keys", KEY_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> foreignKeys(String schemas, Rows rows) {
        return rows.read("foreign keys", REFERENCE_ROWS.formatted(schemas));
    }

    /** HSQLDB reports the numeric codes of the JDBC metadata. */
    @Override
    public Action action(String rule) {
        return switch (rule) {
            case "0" -> Action.CASCADE;
            case "1" -> Action.RESTRICT;
            case "2" -> Action.SET_NULL;
            case "4" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    @Override
    public List<CatalogRow> indexParts(String schemas, Rows rows) {
        return rows.read("indexes", INDEX_ROWS.formatted(schemas));
    }

    /** The columns of a primary key hold no null, although the catalog says that they can. */
    @Override
    public Table tidied(Table table) {
        return table.primaryKey()
                .map(key -> table.withColumns(table.columns().stream()
                        .map(column -> key.columns().contains(column.name()) ? column.withNullable(false) : column)
                        .toList()))
                .orElse(table);
    }

    @Override
    SqlType single(String text) {
        SqlType known = PLAIN.getOrDefault(text, portable(text, KINDS, USUAL));
        return known == null ? SqlType.other(text.toLowerCase(Locale.ROOT)) : known;
    }

    @Override
    @Nullable
    public Default defaultValue(CatalogRow column) {
        String text = column.text("DEFAULT_TEXT");
        return text == null ? null : plain(text);
    }

    /** HSQLDB keeps the quotes of column and table names as written; here they are always quoted. */
    @Override
    public String stableSpelling(String expression) {
        List<SqlToken> tokens = CatalogSqlText.tokens(expression);
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.kind() == SqlLexer.Kind.WORD && isQualifiedColumn(tokens, at)) {
                result.append(expression, from, token.start()).append('"' + token.text() + '"');
                from = token.end();
            }
        }
        return result.append(expression, from, expression.length()).toString();
    }

    private static boolean isQualifiedColumn(List<SqlToken> tokens, int at) {
        int end = at;
        while (is(tokens, end + 1, ".")
                && end + 2 < tokens.size()
                && tokens.get(end + 2).isName()) {
            end += 2;
        }
        boolean first =
                !is(tokens, at - 1, ".") || at < 2 || !tokens.get(at - 2).isName();
        return (end > at || !first) && !is(tokens, end + 1, "(");
    }

    private static boolean is(List<SqlToken> tokens, int at, String symbol) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(symbol);
    }

    /** HSQLDB quotes a name only where necessary. */
    @Override
    public String inExpressions(String name) {
        return name.matches("[A-Z][A-Z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A generated name differs in every database, so it is ignored. */
    @Override
    @Nullable
    public String primaryKeyName(String stored) {
        return stored.startsWith("SYS_PK_") ? null : stored;
    }

    @Override
    public UsualSequence usualSequence() {
        return new UsualSequence(Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0);
    }
}
