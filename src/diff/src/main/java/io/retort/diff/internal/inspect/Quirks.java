package io.retort.diff.internal.inspect;

import io.retort.schema.Constraint.Action;
import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * The catalog queries of a product, and how their results are read.
 *
 * <p>The {@code schemas} of a query is a list of SQL strings for an {@code in} predicate. Queries for SchemaCrawler
 * return the columns that it requires. Additional columns become attributes: {@code CACHE_SIZE} of a sequence,
 * {@code COMMENT_TEXT} of a table.
 */
abstract class Quirks {

    /** Runs a catalog query, each distinct one once. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Runs a query.
         *
         * @param what what is read, for the error message
         * @param sql the query
         */
        List<CatalogRow> read(String what, String sql);
    }

    /**
     * The defaults of a sequence for which Retort sets no options.
     *
     * @param minimum the minimum of an ascending sequence
     * @param maximum the maximum of an ascending sequence
     * @param lowest the minimum of a descending sequence
     * @param highest the maximum of a descending sequence
     * @param cache the number of cached values
     */
    public record UsualSequence(long minimum, long maximum, long lowest, long highest, long cache) {}

    private static final Pattern TYPE =
            Pattern.compile("([a-z0-9 ]*?[a-z0-9]) *(?:\\((\\d{1,9})(?:, ?(\\d{1,9}))?\\))?( [a-z ]+)?");

    /** Kinds whose catalog text must contain a length or precision. */
    private static final Set<Kind> MEASURED = Set.of(
            Kind.FLOAT,
            Kind.NUMERIC,
            Kind.CHAR,
            Kind.VARCHAR,
            Kind.BINARY,
            Kind.VARBINARY,
            Kind.TIME,
            Kind.TIME_WITH_TIME_ZONE,
            Kind.TIMESTAMP,
            Kind.TIMESTAMP_WITH_TIME_ZONE);

    /** Returns the query for the name of the connection's current schema. */
    public abstract String currentSchema();

    /** Returns the queries for SchemaCrawler: schemas, tables and sequences. */
    public abstract Map<InformationSchemaKey, String> catalog(String schemas, Rows rows);

    /**
     * Reads the columns of tables, in any order: {@code TABLE_SCHEMA}, {@code TABLE_NAME}, {@code COLUMN_NAME},
     * {@code ORDINAL_POSITION}, {@code NULLABLE}, {@code FULL_TYPE}, {@code DEFAULT_TEXT}, {@code COMPUTED_TEXT},
     * {@code IS_STORED}, {@code IDENTITY_KIND}, {@code IDENTITY_START}, {@code IDENTITY_STEP}, {@code COLLATION_TEXT},
     * {@code COMMENT_TEXT}, and what else {@link #type} and {@link #defaultValue} read.
     */
    public abstract List<CatalogRow> columns(String schemas, Rows rows);

    /**
     * Reads primary keys, unique and check constraints, in any order: {@code TABLE_SCHEMA}, {@code TABLE_NAME},
     * {@code CONSTRAINT_NAME}, {@code CONSTRAINT_TYPE}, {@code IS_DEFERRABLE}, {@code INITIALLY_DEFERRED},
     * {@code NULLS_EQUAL}, {@code CHECK_TEXT}.
     */
    public abstract List<CatalogRow> constraints(String schemas, Rows rows);

    /**
     * Reads the columns of primary keys and unique constraints, those of a constraint in order: {@code TABLE_SCHEMA},
     * {@code TABLE_NAME}, {@code CONSTRAINT_NAME}, {@code COLUMN_NAME}.
     */
    public abstract List<CatalogRow> keyColumns(String schemas, Rows rows);

    /**
     * Reads the columns of foreign keys, those of a key in order: {@code TABLE_SCHEMA}, {@code TABLE_NAME},
     * {@code CONSTRAINT_NAME}, {@code COLUMN_NAME}, {@code REFERENCED_SCHEMA}, {@code REFERENCED_TABLE},
     * {@code REFERENCED_COLUMN}, {@code DELETE_RULE}, {@code UPDATE_RULE}, {@code IS_DEFERRABLE},
     * {@code INITIALLY_DEFERRED}.
     */
    public abstract List<CatalogRow> foreignKeys(String schemas, Rows rows);

    /**
     * Reads the parts of indexes, those of an index in order, without indexes that implement a constraint:
     * {@code TABLE_SCHEMA}, {@code TABLE_NAME}, {@code INDEX_NAME}, {@code PART}, {@code IS_EXPRESSION},
     * {@code IS_DESCENDING}, {@code NULLS_PLACE}, {@code IS_UNIQUE}, {@code PREDICATE}, {@code METHOD}.
     */
    public abstract List<CatalogRow> indexParts(String schemas, Rows rows);

    /**
     * The indexes that {@link #indexParts} reads only in part, such as those with included columns: {@code TABLE_SCHEMA},
     * {@code TABLE_NAME}, {@code INDEX_NAME}, {@code DEFINITION}, which is the statement that creates one.
     */
    public List<CatalogRow> indexDefinitions(String schemas, Rows rows) {
        return List.of();
    }

    /**
     * Reads the constants of enum types, those of a type in order: {@code TYPE_SCHEMA}, {@code TYPE_NAME},
     * {@code LABEL}.
     */
    public List<CatalogRow> enumValues(String schemas, Rows rows) {
        return List.of();
    }

    /** Returns the type of a column. Two catalog texts become equal types only if they mean the same type. */
    public abstract SqlType type(CatalogRow column);

    /** Returns the default of a column; null if the column has no default. */
    public abstract @Nullable Default defaultValue(CatalogRow column);

    /** Returns the name of the current schema as expressions of the catalog spell it. */
    public abstract String inExpressions(String schema);

    /**
     * Returns an expression in its stable spelling: the one that the server keeps when its own spelling is sent back to
     * it.
     */
    public String stableSpelling(String expression) {
        return expression;
    }

    /** Returns the defaults of a sequence. */
    public abstract UsualSequence usualSequence();

    /** Removes what the product adds to a table by itself. */
    public Table tidied(Table table) {
        return table;
    }

    /** Returns the name of a primary key; null if the product generated it. */
    @Nullable
    public String primaryKeyName(String stored) {
        return stored;
    }

    /** Returns the action for the rule text of a foreign key. */
    public Action action(String rule) {
        return Action.valueOf(rule.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Adds the expressions of check constraints, which some catalogs store in another view. */
    static List<CatalogRow> withChecks(List<CatalogRow> constraints, List<CatalogRow> checks) {
        Map<List<String>, String> texts = checks.stream()
                .collect(Collectors.toMap(Quirks::constraint, check -> check.needed("CHECK_CLAUSE"), (a, b) -> a));
        return constraints.stream()
                .map(row -> row.with("CHECK_TEXT", texts.get(constraint(row))))
                .toList();
    }

    private static List<String> constraint(CatalogRow row) {
        return List.of(row.needed("CONSTRAINT_SCHEMA"), row.needed("CONSTRAINT_NAME"));
    }

    /**
     * Returns the portable type for a catalog text. It is null if the product's names do not contain it, or if a
     * required length or precision is missing and the product has no default for it. Each name maps to one kind and
     * every number is kept, so two texts become one type only if they mean the same.
     *
     * @param text the type as the catalog has it
     * @param kinds the product's names of types
     * @param usual the lengths and precisions that the product uses where none is written, unless they are unlimited
     */
    static @Nullable SqlType portable(String text, Map<String, Kind> kinds, Map<Kind, List<Integer>> usual) {
        Matcher shape = TYPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!shape.matches()) {
            return null;
        }
        String after = shape.group(4);
        Kind kind = kinds.get(after == null ? shape.group(1) : shape.group(1) + after);
        if (kind == null) {
            return null;
        }
        List<Integer> numbers = numbers(kind, shape, usual);
        return MEASURED.contains(kind) == numbers.isEmpty()
                ? null
                : SqlType.of(kind).withArguments(numbers);
    }

    private static List<Integer> numbers(Kind kind, Matcher shape, Map<Kind, List<Integer>> usual) {
        List<Integer> written = Stream.of(2, 3)
                .map(shape::group)
                .filter(n -> n != null)
                .map(Integer::valueOf)
                .toList();
        if (written.isEmpty()) {
            return usual.getOrDefault(kind, List.of());
        }
        return kind == Kind.NUMERIC && written.size() == 1 ? List.of(written.get(0), 0) : written;
    }
}
