package io.retort.diff.internal.inspect;

import static java.util.Map.entry;
import static schemacrawler.schemacrawler.InformationSchemaKey.SCHEMATA;
import static schemacrawler.schemacrawler.InformationSchemaKey.SEQUENCES;
import static schemacrawler.schemacrawler.InformationSchemaKey.TABLES;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Default;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * MariaDB, from 10.5, where a schema is a database. A unique index over whole columns is a unique constraint. The index
 * that the server adds for a foreign key is left out, and the parts of a {@code json} column become that type.
 */
class MariaDbQuirks extends Quirks {

    private static final String SCHEMAS = """
            select cast(null as char) as catalog_name, schema_name
            from information_schema.schemata where schema_name in (%s)""";

    private static final String TABLE_ROWS = """
            select t.table_schema as table_schem, t.table_name, 'TABLE' as table_type, t.table_comment as comment_text,
              case when t.table_collation <> s.default_collation_name then t.table_collation end as table_collation
            from information_schema.tables t join information_schema.schemata s on s.schema_name = t.table_schema
            where t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and t.table_schema in (%s)""";

    private static final String COLUMN_ROWS = """
            select c.table_schema, c.table_name, c.column_name, c.ordinal_position,
              case c.is_nullable when 'YES' then 1 else 0 end as nullable, c.column_type as full_type,
              lower(c.data_type) as base_type, c.column_default as default_text, c.extra as extra_text,
              nullif(c.generation_expression, '') as computed_text,
              c.extra like '%%STORED%%' or c.extra like '%%PERSISTENT%%' as is_stored,
              case when c.extra like '%%auto_increment%%' then 'BY DEFAULT' end as identity_kind,
              case when c.collation_name <> coalesce(t.table_collation, s.default_collation_name)
                then c.collation_name end as collation_text,
              c.column_comment as comment_text
            from information_schema.columns c join information_schema.schemata s on s.schema_name = c.table_schema
              join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema in (%s)""";

    /** A unique index over a prefix of a column, or in descending order, is not a constraint. */
    private static final String CONSTRAINT_ROWS = """
            select table_schema, table_schema as constraint_schema, index_name as constraint_name, table_name,
              case index_name when 'PRIMARY' then 'PRIMARY KEY' else 'UNIQUE' end as constraint_type,
              'NO' as is_deferrable, 'NO' as initially_deferred, null as check_text
            from information_schema.statistics where non_unique = 0 and table_schema in (%1$s)
            group by table_schema, table_name, index_name
            having max(sub_part) is null and max(coalesce(collation, 'A')) = 'A' and count(column_name) = count(*)""";

    /** The check constraint of a {@code json} column keeps the former name of a renamed column. */
    private static final String CHECK_ROWS = """

            union all
            select constraint_schema, constraint_schema,
              case when level = 'Column' and check_clause regexp '^json_valid[(]`.*`[)]$'
                then replace(substring(check_clause, 13, char_length(check_clause) - 14), '``', '`')
                else constraint_name end,
              table_name, 'CHECK', 'NO', 'NO', check_clause
            from information_schema.check_constraints where constraint_schema in (%s)""";

    private static final String CONSTRAINT_COLUMN_ROWS = """
            select table_schema, index_name as constraint_name, table_name, column_name
            from information_schema.statistics where non_unique = 0 and table_schema in (%s)
            order by table_schema, table_name, index_name, seq_in_index""";

    private static final String KEY_ROWS = """
            select table_schema, table_name, constraint_name, column_name, referenced_table_schema as referenced_schema,
              referenced_table_name as referenced_table, referenced_column_name as referenced_column,
              'NO' as is_deferrable, 'NO' as initially_deferred
            from information_schema.key_column_usage where referenced_table_name is not null and table_schema in (%s)
            order by table_schema, table_name, constraint_name, ordinal_position""";

    private static final String RULE_ROWS = """
            select constraint_schema as table_schema, table_name, constraint_name, delete_rule, update_rule
            from information_schema.referential_constraints where constraint_schema in (%s)""";

    private static final String INDEX_ROWS = """
            select table_schema, table_name, index_name, %2$s as is_expression,
              case when sub_part is null then %3$s else concat(column_name, '(', sub_part, ')') end as part,
              coalesce(collation, 'A') = 'D' as is_descending, non_unique = 0 as is_unique,
              nullif(lower(index_type), 'btree') as method
            from information_schema.statistics
            where index_name <> 'PRIMARY' and table_schema in (%1$s)
            order by table_schema, table_name, index_name, seq_in_index""";

    /** What {@code show create table} leaves out. */
    private static final String DEFAULT_ACTION = "RESTRICT";

    private static final String SEQUENCE_NAMES = """
            select table_schema, table_name from information_schema.tables
            where table_type = 'SEQUENCE' and table_schema in (%s)""";

    private static final String SEQUENCE_ROW = """
            select %s as sequence_schema, %s as sequence_name, start_value, minimum_value, maximum_value, increment,
              cycle_option, cache_size from %s.%s""";

    /** Type texts that match a type exactly. The server omits a fractional second precision of zero. */
    private static final Map<String, SqlType> EXACT = Map.ofEntries(
            entry("bit(1)", SqlType.of(Kind.BOOLEAN)),
            entry("tinyint(4)", SqlType.of(Kind.TINYINT)),
            entry("smallint(6)", SqlType.of(Kind.SMALLINT)),
            entry("int(11)", SqlType.of(Kind.INTEGER)),
            entry("bigint(20)", SqlType.of(Kind.BIGINT)),
            entry("float", SqlType.floating(24)),
            entry("double", SqlType.of(Kind.DOUBLE)),
            entry("longtext", SqlType.of(Kind.CLOB)),
            entry("longblob", SqlType.of(Kind.BLOB)),
            entry("date", SqlType.of(Kind.DATE)),
            entry("time", SqlType.time(0)),
            entry("datetime", SqlType.timestamp(0)),
            entry("uuid", SqlType.of(Kind.UUID)));

    /** Without {@code char}, because the portable type of that name becomes a {@code varchar} here, as in Hibernate. */
    private static final Map<String, Kind> KINDS = Map.of(
            "decimal", Kind.NUMERIC,
            "varchar", Kind.VARCHAR,
            "binary", Kind.BINARY,
            "varbinary", Kind.VARBINARY,
            "time", Kind.TIME,
            "datetime", Kind.TIMESTAMP);

    private static final Map<Kind, List<Integer>> USUAL = Map.of();

    /** Integers with the display width that the server gives them; another one has no meaning. */
    private static final Map<String, String> INTEGERS = Map.ofEntries(
            entry("tinyint", "tinyint(4)"),
            entry("tinyint unsigned", "tinyint(3) unsigned"),
            entry("smallint", "smallint(6)"),
            entry("smallint unsigned", "smallint(5) unsigned"),
            entry("mediumint", "mediumint(9)"),
            entry("mediumint unsigned", "mediumint(8) unsigned"),
            entry("int", "int(11)"),
            entry("int unsigned", "int(10) unsigned"),
            entry("bigint", "bigint(20)"),
            entry("bigint unsigned", "bigint(20) unsigned"));

    @Override
    public String currentSchema() {
        return "select database()";
    }

    @Override
    public Map<InformationSchemaKey, String> catalog(String schemas, Rows rows) {
        Map<InformationSchemaKey, String> all = new EnumMap<>(InformationSchemaKey.class);
        all.put(SCHEMATA, SCHEMAS.formatted(schemas));
        all.put(TABLES, TABLE_ROWS.formatted(schemas));
        sequences(schemas, rows).ifPresent(sql -> all.put(SEQUENCES, sql));
        return all;
    }

    @Override
    public List<CatalogRow> columns(String schemas, Rows rows) {
        return rows.read("columns", COLUMN_ROWS.formatted(schemas));
    }

    @Override
    public List<CatalogRow> constraints(String schemas, Rows rows) {
        return rows.read("constraints", (CONSTRAINT_ROWS + checks(rows)).formatted(schemas));
    }

    /** The part of the constraint query that reads check constraints. */
    String checks(Rows rows) {
        return CHECK_ROWS.replace("%s", "%1$s");
    }

    @Override
    public List<CatalogRow> keyColumns(String schemas, Rows rows) {
        return rows.read("columns of keys", CONSTRAINT_COLUMN_ROWS.formatted(schemas));
    }

    /** The options of a sequence are stored in the sequence itself; one query reads them all. */
    Optional<String> sequences(String schemas, Rows rows) {
        return rows.read("sequences", SEQUENCE_NAMES.formatted(schemas)).stream()
                .map(MariaDbQuirks::sequence)
                .reduce((a, b) -> a + "\nunion all\n" + b);
    }

    private static String sequence(CatalogRow row) {
        String schema = row.needed("TABLE_SCHEMA");
        String name = row.needed("TABLE_NAME");
        return SEQUENCE_ROW.formatted(
                CatalogSqlText.string(schema), CatalogSqlText.string(name), quoted(schema), quoted(name));
    }

    @Override
    public List<CatalogRow> foreignKeys(String schemas, Rows rows) {
        Map<List<String>, CatalogRow> rules = rows.read("rules of foreign keys", RULE_ROWS.formatted(schemas)).stream()
                .collect(Collectors.toMap(MariaDbQuirks::constraint, Function.identity()));
        return rows.read("foreign keys", KEY_ROWS.formatted(schemas)).stream()
                .map(row -> joined(row, rules.computeIfAbsent(constraint(row), any -> shownRule(row, rows))))
                .toList();
    }

    /** The catalog hides the rules from a user who can only select; {@code show create table} does not. */
    private static CatalogRow shownRule(CatalogRow key, Rows rows) {
        String start = "CONSTRAINT " + quoted(key.needed("CONSTRAINT_NAME")) + " FOREIGN KEY ";
        String rule = rows.read("tables", "show create table " + table(key))
                .get(0)
                .needed("CREATE TABLE")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(line.lastIndexOf("`)") + 2))
                .findFirst()
                .orElse("");
        return new CatalogRow(Map.of(
                "DELETE_RULE", action(rule, "ON DELETE "),
                "UPDATE_RULE", action(rule, "ON UPDATE ")));
    }

    private static String action(String rule, String event) {
        int start = rule.indexOf(event);
        String rest = start < 0 ? DEFAULT_ACTION : rule.substring(start + event.length());
        return Stream.of("CASCADE", "SET NULL", "SET DEFAULT", "NO ACTION")
                .filter(rest::startsWith)
                .findFirst()
                .orElse(DEFAULT_ACTION);
    }

    private static String table(CatalogRow row) {
        return quoted(row.needed("TABLE_SCHEMA")) + "." + quoted(row.needed("TABLE_NAME"));
    }

    private static List<String> constraint(CatalogRow row) {
        return List.of(row.needed("TABLE_SCHEMA"), row.needed("TABLE_NAME"), row.needed("CONSTRAINT_NAME"));
    }

    private static CatalogRow joined(CatalogRow column, CatalogRow rule) {
        Map<String, @Nullable Object> all = new HashMap<>(rule.values());
        all.putAll(column.values());
        return new CatalogRow(all);
    }

    /** An index is complete if {@code show create table} shows only its parts. */
    @Override
    public List<CatalogRow> indexDefinitions(String schemas, Rows rows) {
        Map<List<String>, List<CatalogRow>> indexes = new LinkedHashMap<>();
        for (CatalogRow part : indexParts(schemas, rows)) {
            indexes.computeIfAbsent(
                            List.of(part.needed("TABLE_SCHEMA"), part.needed("TABLE_NAME"), part.needed("INDEX_NAME")),
                            any -> new ArrayList<>())
                    .add(part);
        }
        List<CatalogRow> all = new ArrayList<>();
        for (List<CatalogRow> parts : indexes.values()) {
            CatalogRow index = parts.get(0);
            String shown = rows.read("tables", "show create table " + table(index))
                    .get(0)
                    .needed("CREATE TABLE");
            String plain = plain(parts);
            String start = plain.substring(0, plain.indexOf(" ("));
            shown.lines()
                    .map(line -> line.strip().replaceFirst(",$", ""))
                    .filter(line -> line.startsWith(start + " (") && !line.equals(plain))
                    .forEach(line -> all.add(index.with(
                            "DEFINITION", "alter table " + quoted(index.needed("TABLE_NAME")) + " add " + line)));
        }
        return all;
    }

    /** The catalog escapes apostrophes in an expression. */
    private static String shown(CatalogRow part) {
        String text = part.needed("PART");
        return part.flag("IS_EXPRESSION") ? "(" + text.replace("\\'", "'") + ")" : quoted(text);
    }

    /** The line of {@code show create table} for an index with nothing more than its parts. */
    private static String plain(List<CatalogRow> parts) {
        CatalogRow index = parts.get(0);
        String method = index.text("METHOD");
        String kind = method != null && (method.equals("fulltext") || method.equals("spatial"))
                ? method.toUpperCase(Locale.ROOT) + " "
                : index.flag("IS_UNIQUE") ? "UNIQUE " : "";
        return kind + "KEY "
                + quoted(index.needed("INDEX_NAME"))
                + parts.stream()
                        .map(part -> shown(part) + (part.flag("IS_DESCENDING") ? " DESC" : ""))
                        .collect(Collectors.joining(",", " (", ")"));
    }

    @Override
    public List<CatalogRow> indexParts(String schemas, Rows rows) {
        return rows.read("indexes", indexRows(schemas, "sub_part is not null", "column_name"));
    }

    /** The query for the parts of indexes, with the product's expressions for the type and the text of a part. */
    static String indexRows(String schemas, String isExpression, String part) {
        return INDEX_ROWS.formatted(schemas, isExpression, part);
    }

    @Override
    public SqlType type(CatalogRow column) {
        String text = withUsualWidth(column.needed("FULL_TYPE"));
        if (text.startsWith("enum(")) {
            List<String> labels = CatalogSqlText.strings(text.substring("enum(".length(), text.length() - 1));
            return labels == null ? SqlType.other(text) : SqlType.enumOf(labels);
        }
        SqlType known = EXACT.containsKey(text) ? EXACT.get(text) : portable(text, KINDS, USUAL);
        return known == null ? SqlType.other(text) : known;
    }

    /** Keeps {@code tinyint(1)}, which is the driver's boolean, and the digits of a {@code zerofill}. */
    private static String withUsualWidth(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        return open < 0 || close < open || text.startsWith("tinyint(1)")
                ? text
                : INTEGERS.getOrDefault(text.substring(0, open) + text.substring(close + 1), text);
    }

    @Override
    @Nullable
    public Default defaultValue(CatalogRow column) {
        String text = column.text("DEFAULT_TEXT");
        String extra = column.needed("EXTRA_TEXT");
        int update = extra.toLowerCase(Locale.ROOT).indexOf("on update ");
        if (update >= 0) {
            return new Default.Expression((text == null ? "NULL" : text) + " " + extra.substring(update));
        }
        return text == null || isNone(text) ? null : written(text, column);
    }

    /** Whether a default text means that the column has no default. */
    boolean isNone(String text) {
        return text.equals("NULL");
    }

    /** Parses a default text; strings are quoted. */
    Default written(String text, CatalogRow column) {
        Object value = CatalogSqlText.literal(text);
        return value == null ? new Default.Expression(text) : new Default.Literal(value);
    }

    @Override
    public Table tidied(Table table) {
        return withoutKeyIndexes(withJson(table));
    }

    /**
     * The {@code json} of MariaDB is a {@code longtext} with a binary collation and a check constraint named like the
     * column.
     */
    private static Table withJson(Table table) {
        List<String> json = table.constraintsOf(Constraint.Check.class)
                .filter(MariaDbQuirks::isJson)
                .map(Constraint.Check::name)
                .toList();
        return table.mapColumns(column -> json.contains(column.name()) ? asJson(column) : column)
                .withConstraints(table.constraints().stream()
                        .filter(c -> !(c instanceof Constraint.Check check && isJson(check)))
                        .toList());
    }

    private static boolean isJson(Constraint.Check check) {
        String column = Identifier.parse(check.name()).text();
        return check.expression().equals("json_valid(" + quoted(column) + ")");
    }

    private static Column asJson(Column column) {
        return column.withType(SqlType.of(Kind.JSON)).collation(null);
    }

    /** Leaves out unique indexes that are constraints, and the index that a foreign key created. */
    private static Table withoutKeyIndexes(Table table) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> table.constraints().stream().noneMatch(key -> carries(index, key)))
                .toList());
    }

    private static boolean carries(Index index, Constraint key) {
        if (!index.name().equals(key.name())) {
            return false;
        }
        return key instanceof Constraint.Unique
                || key instanceof Constraint.ForeignKey foreign
                        && index.equals(new Index(index.name(), foreign.columns()));
    }

    /** InnoDB treats both alike. */
    @Override
    public Action action(String rule) {
        Action action = super.action(rule);
        return action == Action.RESTRICT ? Action.NO_ACTION : action;
    }

    /** Every primary key is named PRIMARY. */
    @Override
    @Nullable
    public String primaryKeyName(String stored) {
        return null;
    }

    @Override
    public String inExpressions(String schema) {
        return quoted(schema);
    }

    private static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** A cache of zero means that Retort, like Hibernate, generates no cache clause. */
    @Override
    public UsualSequence usualSequence() {
        return new UsualSequence(1, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1, -1, 0);
    }
}
