package io.retort.diff.internal.inspect;

import static java.util.Map.entry;

import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MySQL, from 8.0.13, where it differs from MariaDB. Defaults are unquoted, {@code json} is a type, indexes can contain
 * expressions, and there are no sequences. Names of check constraints (from 8.0.16) are unique within a schema.
 */
final class MySqlQuirks extends MariaDbQuirks {

    private static final String HAS_CHECKS = """
            select table_name from information_schema.tables
            where table_schema = 'information_schema' and table_name = 'CHECK_CONSTRAINTS'""";

    private static final String CHECK_NAMES = """

            union all
            select constraint_schema, constraint_schema, constraint_name, table_name, 'CHECK', 'NO', 'NO', null
            from information_schema.table_constraints where constraint_type = 'CHECK' and constraint_schema in (%1$s)""";

    private static final String CHECK_ROWS = """
            select constraint_schema, constraint_name, replace(check_clause, '\\\\''', '''') as check_clause
            from information_schema.check_constraints where constraint_schema in (%s)""";

    /** The server reports display widths before 8.0.19 but not from then on. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("tinyint", Kind.TINYINT),
            entry("smallint", Kind.SMALLINT),
            entry("int", Kind.INTEGER),
            entry("bigint", Kind.BIGINT),
            entry("json", Kind.JSON));

    @Override
    public List<CatalogRow> constraints(String schemas, Rows rows) {
        List<CatalogRow> all = super.constraints(schemas, rows);
        return hasChecks(rows) ? withChecks(all, rows.read("checks", CHECK_ROWS.formatted(schemas))) : all;
    }

    @Override
    public String checks(Rows rows) {
        return hasChecks(rows) ? CHECK_NAMES : "";
    }

    private static boolean hasChecks(Rows rows) {
        return !rows.read("views of the catalog", HAS_CHECKS).isEmpty();
    }

    @Override
    public Optional<String> sequences(String schemas, Rows rows) {
        return Optional.empty();
    }

    @Override
    public List<CatalogRow> indexParts(String schemas, Rows rows) {
        String isExpression = "sub_part is not null or expression is not null";
        return rows.read("indexes", indexRows(schemas, isExpression, "coalesce(column_name, expression)"));
    }

    @Override
    public SqlType type(CatalogRow column) {
        Kind kind = KINDS.get(column.needed("FULL_TYPE"));
        return kind == null ? super.type(column) : SqlType.of(kind);
    }

    /**
     * The catalog marks expressions. Any other default is a plain value, and the column type decides whether to quote
     * it.
     */
    @Override
    public Default written(String text, CatalogRow column) {
        if (column.needed("EXTRA_TEXT").contains("DEFAULT_GENERATED")) {
            return new Default.Expression(isTime(text) ? text : "(" + text.replace("\\'", "'") + ")");
        }
        return switch (column.needed("BASE_TYPE")) {
            case "char", "varchar", "enum", "set" -> new Default.Literal(text);
            default -> number(text);
        };
    }

    @Override
    public boolean isNone(String text) {
        return false;
    }

    private static Default number(String text) {
        Number value = CatalogSqlText.integer(text);
        return value == null ? new Default.Expression(quotedIfNeeded(text)) : new Default.Literal(value);
    }

    private static String quotedIfNeeded(String text) {
        boolean stands = isTime(text) || text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|b'[01]*'");
        return stands ? text : CatalogSqlText.string(text);
    }

    private static boolean isTime(String text) {
        return text.regionMatches(true, 0, "current_timestamp", 0, "current_timestamp".length());
    }
}
