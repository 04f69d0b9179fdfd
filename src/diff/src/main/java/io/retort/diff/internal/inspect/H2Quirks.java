package io.retort.diff.internal.inspect;

import static java.util.Map.entry;
import static schemacrawler.schemacrawler.InformationSchemaKey.SCHEMATA;
import static schemacrawler.schemacrawler.InformationSchemaKey.SEQUENCES;
import static schemacrawler.schemacrawler.InformationSchemaKey.TABLES;

import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * H2, from 2.0. Its INFORMATION_SCHEMA is computed on each use, so the cost of a join grows with the square of the
 * number of tables. Every query here therefore reads a single view, and the rows are joined in Java.
 */
final class H2Quirks extends DomainQuirks {

    private static final String SCHEMAS = """
            select cast(null as varchar) as catalog_name, schema_name
            from information_schema.schemata where schema_name in (%s)""";

    private static final String TABLE_ROWS = """
            select table_schema as table_schem, table_name, 'TABLE' as table_type, coalesce(remarks, '') as comment_text
            from information_schema.tables where table_type = 'BASE TABLE' and table_schema in (%s)""";

    private static final String COLUMN_ROWS = """
            select table_schema, table_name, column_name, ordinal_position,
              case is_nullable when 'YES' then 1 else 0 end as nullable,
              data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) as full_type,
              domain_schema as domain_schema_text, domain_name as domain_text,
              column_default as default_text, column_on_update as on_update_text,
              generation_expression as computed_text, 'YES' as is_stored,
              case is_identity when 'YES' then identity_generation end as identity_kind,
              identity_start, identity_increment as identity_step, coalesce(remarks, '') as comment_text
            from information_schema.columns where table_schema in (%s)""";

    private static final String CONSTRAINT_ROWS = """
            select table_schema, table_name, constraint_schema, constraint_name, constraint_type, is_deferrable, initially_deferred,
              case nulls_distinct when 'NO' then 'YES' else 'NO' end as nulls_equal
            from information_schema.table_constraints
            where constraint_type <> 'FOREIGN KEY' and table_schema in (%s)""";

    private static final String CHECK_ROWS = """
            select constraint_schema, constraint_name, check_clause
            from information_schema.check_constraints where constraint_schema in (%s)""";

    private static final String REFERENCE_ROWS = """
            select constraint_schema, constraint_name, unique_constraint_schema, unique_constraint_name,
              update_rule, delete_rule
            from information_schema.referential_constraints where constraint_schema in (%s)""";

    private static final String SEQUENCE_ROWS = """
            select sequence_schema, sequence_name, start_value, minimum_value, maximum_value, increment, cycle_option,
              case when cache > 0 then cache end as cache_size
            from information_schema.sequences where sequence_schema in (%s)""";

    private static final String INDEX_ROWS = """
            select index_schema, index_name, index_type_name
            from information_schema.indexes where not is_generated and table_schema in (%s)""";

    private static final String INDEX_PART_ROWS = """
            select index_schema, table_schema, table_name, index_name, column_name as part, 'NO' as is_expression,
              case ordering_specification when 'DESC' then 'YES' else 'NO' end as is_descending,
              case when null_ordering = case ordering_specification when 'DESC' then 'LAST' else 'FIRST' end then null
                else null_ordering end as nulls_place, is_unique
            from information_schema.index_columns where table_schema in (%s)
            order by table_schema, table_name, index_name, ordinal_position""";

    private static final String DOMAIN_ROWS = """
            select d.domain_schema as type_schema, d.domain_name as type_name, c.check_clause
            from information_schema.domain_constraints d join information_schema.check_constraints c
              on c.constraint_schema = d.constraint_schema and c.constraint_name = d.constraint_name
            where d.domain_schema in (%s) order by 1, 2""";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("boolean", Kind.BOOLEAN),
            entry("tinyint", Kind.TINYINT),
            entry("smallint", Kind.SMALLINT),
            entry("integer", Kind.INTEGER),
            entry("bigint", Kind.BIGINT),
            entry("real", Kind.REAL),
            entry("double precision", Kind.DOUBLE),
            entry("float", Kind.FLOAT),
            entry("numeric", Kind.NUMERIC),
            entry("decimal", Kind.NUMERIC),
            entry("character", Kind.CHAR),
            entry("character varying", Kind.VARCHAR),
            entry("character large object", Kind.CLOB),
            entry("binary", Kind.BINARY),
            entry("binary varying", Kind.VARBINARY),
            entry("binary large object", Kind.BLOB),
            entry("date", Kind.DATE),
            entry("time", Kind.TIME),
            entry("time with time zone", Kind.TIME_WITH_TIME_ZONE),
            entry("timestamp", Kind.TIMESTAMP),
            entry("timestamp with time zone", Kind.TIMESTAMP_WITH_TIME_ZONE),
            entry("uuid", Kind.UUID),
            entry("json", Kind.JSON));

    /** The portable types of longer texts and bytes are large objects, as in Hibernate. */
    private static final int LONGEST = 1_048_576;

    private static final Map<Kind, List<Integer>> USUAL = Map.ofEntries(
            entry(Kind.NUMERIC, List.of(100_000, 0)),
            entry(Kind.CHAR, List.of(1)),
            entry(Kind.BINARY, List.of(1)),
            entry(Kind.TIME, List.of(0)),
            entry(Kind.TIME_WITH_TIME_ZONE, List.of(0)),
            entry(Kind.TIMESTAMP, List.of(6)),
            entry(Kind.TIMESTAMP_WITH_TIME_ZONE, List.of(6)));

    @Override
    public String currentSchema() {
        return "select current_schema";
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
        return H2KeyNames.columns(rows);
    }

    /** The referenced key can be in a schema outside the scope, so the columns of all keys are read. */
    @Override
    public List<CatalogRow> foreignKeys(String schemas, Rows rows) {
        Map<List<String>, List<CatalogRow>> columns =
                H2KeyNames.columns(rows).stream().collect(Collectors.groupingBy(key -> constraint(key, "")));
        return rows.read("foreign keys", REFERENCE_ROWS.formatted(schemas)).stream()
                .flatMap(reference -> columns.getOrDefault(constraint(reference, ""), List.of()).stream()
                        .map(column -> joined(column, reference, columns.get(constraint(reference, "UNIQUE_")))))
                .toList();
    }

    private static List<String> constraint(CatalogRow row, String label) {
        return List.of(row.needed(label + "CONSTRAINT_SCHEMA"), row.needed(label + "CONSTRAINT_NAME"));
    }

    private static CatalogRow joined(CatalogRow column, CatalogRow reference, @Nullable List<CatalogRow> key) {
        int position = (int) column.numberOr("POSITION_IN_UNIQUE_CONSTRAINT", 1);
        CatalogRow referenced =
                Objects.requireNonNull(key, "a foreign key references a key").get(position - 1);
        Map<String, @Nullable Object> all = new HashMap<>(reference.values());
        all.putAll(column.values());
        all.put("REFERENCED_SCHEMA", referenced.text("TABLE_SCHEMA"));
        all.put("REFERENCED_TABLE", referenced.text("TABLE_NAME"));
        all.put("REFERENCED_COLUMN", referenced.text("COLUMN_NAME"));
        return new CatalogRow(all);
    }

    /** Indexes that H2 creates itself implement a constraint or a foreign key, and are left out. */
    @Override
    public List<CatalogRow> indexParts(String schemas, Rows rows) {
        Map<List<String>, CatalogRow> own = rows.read("indexes", INDEX_ROWS.formatted(schemas)).stream()
                .collect(Collectors.toMap(H2Quirks::index, Function.identity()));
        return rows.read("columns of indexes", INDEX_PART_ROWS.formatted(schemas)).stream()
                .filter(part -> own.containsKey(index(part)))
                .map(part -> withMethod(part, Objects.requireNonNull(own.get(index(part)))))
                .toList();
    }

    private static List<String> index(CatalogRow row) {
        return List.of(row.needed("INDEX_SCHEMA"), row.needed("INDEX_NAME"));
    }

    private static CatalogRow withMethod(CatalogRow part, CatalogRow index) {
        String type = index.needed("INDEX_TYPE_NAME");
        Map<String, @Nullable Object> all = new HashMap<>(part.values());
        all.put("METHOD", type.contains("HASH") ? "hash" : type.contains("SPATIAL") ? "spatial" : null);
        return new CatalogRow(all);
    }

    /** On H2, Hibernate maps a named enum type to a domain with a check constraint. */
    @Override
    public List<CatalogRow> enumValues(String schemas, Rows rows) {
        return rows.read("domains", DOMAIN_ROWS.formatted(schemas)).stream()
                .filter(H2Quirks::listsValues)
                .flatMap(H2Quirks::labels)
                .toList();
    }

    private static boolean listsValues(CatalogRow domain) {
        TokenCursor check = new TokenCursor(CatalogSqlText.tokens(domain.needed("CHECK_CLAUSE")));
        return check.take("value")
                && (check.take("in", "(") || check.take("=") && check.peek().kind() == SqlLexer.Kind.STRING);
    }

    private static Stream<CatalogRow> labels(CatalogRow domain) {
        return CatalogSqlText.tokens(domain.needed("CHECK_CLAUSE")).stream()
                .filter(token -> token.kind() == SqlLexer.Kind.STRING)
                .map(SqlValues::text)
                .map(label -> {
                    Map<String, @Nullable Object> all = new HashMap<>(domain.values());
                    all.put("LABEL", label);
                    return new CatalogRow(all);
                });
    }

    @Override
    SqlType single(String text) {
        if (text.startsWith("ENUM(")) {
            List<String> labels = CatalogSqlText.strings(text.substring("ENUM(".length(), text.length() - 1));
            return labels == null ? SqlType.other(text) : SqlType.enumOf(labels);
        }
        SqlType portable = portable(text, KINDS, USUAL);
        if (portable == null) {
            return SqlType.other(text.startsWith("INTERVAL ") ? interval(text) : text);
        }
        return switch (portable.kind()) {
            case VARCHAR, VARBINARY ->
                portable.argumentOr(0) > LONGEST ? SqlType.other(text.replace("(1000000000)", "")) : portable;
            default -> portable;
        };
    }

    /** An interval has two digits before its first unit and six fractional digits where no number is written. */
    private static String interval(String text) {
        int to = text.indexOf(" TO ");
        return to < 0
                ? text.replace(", 6)", ")").replace("(2)", "")
                : text.substring(0, to).replace("(2)", "") + text.substring(to).replace("(6)", "");
    }

    @Override
    @Nullable
    public Default defaultValue(CatalogRow column) {
        String text = column.text("DEFAULT_TEXT");
        String update = column.text("ON_UPDATE_TEXT");
        if (update != null) {
            return new Default.Expression((text == null ? "NULL" : text) + " ON UPDATE " + update);
        }
        return text == null ? null : plain(text);
    }

    @Override
    public String inExpressions(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public UsualSequence usualSequence() {
        return new UsualSequence(1, Long.MAX_VALUE, Long.MIN_VALUE, -1, 32);
    }
}
