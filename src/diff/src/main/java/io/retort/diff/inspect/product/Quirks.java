package io.retort.diff.inspect.product;

import io.retort.error.RetortException;
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
 * How one product's catalog is asked, and how its answers are read.
 *
 * <p>A query's {@code schemas} is a list of SQL strings, to stand after {@code in}. Queries for SchemaCrawler give the
 * columns that it asks for; columns besides come back as attributes: {@code CACHE_SIZE} of a sequence,
 * {@code COMMENT_TEXT} of a table.
 */
public abstract class Quirks {

    /** Asks a query of our own, once; the first argument says what is read, for when it fails. */
    @FunctionalInterface
    public interface Rows {
        List<Facts> read(String what, String sql);
    }

    /**
     * What a sequence gets when Retort says nothing.
     *
     * @param minimum of one that counts up
     * @param maximum of one that counts up
     * @param lowest minimum of one that counts down
     * @param highest maximum of one that counts down
     */
    public record UsualSequence(long minimum, long maximum, long lowest, long highest, long cache) {}

    private static final Pattern TYPE =
            Pattern.compile("([a-z0-9 ]*?[a-z0-9]) *(?:\\((\\d{1,9})(?:, ?(\\d{1,9}))?\\))?( [a-z ]+)?");

    /** Kinds that are one type only together with their numbers. */
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

    public static Quirks of(String product) {
        return switch (product) {
            case "postgresql" -> new PostgresQuirks();
            case "mariadb" -> new MariaDbQuirks();
            case "mysql" -> new MySqlQuirks();
            case "h2" -> new H2Quirks();
            case "hsqldb" -> new HsqldbQuirks();
            default ->
                throw new RetortException(
                        "Retort cannot read the schema of a " + product + " database yet.",
                        "Write the revision by hand: mvn migrate:revision -Dempty -Dmessage=...");
        };
    }

    /** The query for the name of the connection's current schema. */
    public abstract String currentSchema();

    /** The queries for SchemaCrawler: schemas, tables and sequences. */
    public abstract Map<InformationSchemaKey, String> catalog(String schemas, Rows rows);

    /**
     * The columns of tables, in any order: {@code TABLE_SCHEMA}, {@code TABLE_NAME}, {@code COLUMN_NAME},
     * {@code ORDINAL_POSITION}, {@code NULLABLE}, {@code FULL_TYPE}, {@code DEFAULT_TEXT}, {@code COMPUTED_TEXT},
     * {@code IS_STORED}, {@code IDENTITY_KIND}, {@code IDENTITY_START}, {@code IDENTITY_STEP}, {@code COLLATION_TEXT},
     * {@code COMMENT_TEXT}, and what else {@link #type} and {@link #defaultValue} read.
     */
    public abstract List<Facts> columns(String schemas, Rows rows);

    /**
     * Primary keys, unique and check constraints, in any order: {@code TABLE_SCHEMA}, {@code TABLE_NAME},
     * {@code CONSTRAINT_NAME}, {@code CONSTRAINT_TYPE}, {@code IS_DEFERRABLE}, {@code INITIALLY_DEFERRED},
     * {@code NULLS_EQUAL}, {@code CHECK_TEXT}.
     */
    public abstract List<Facts> constraints(String schemas, Rows rows);

    /**
     * The columns of primary keys and unique constraints, those of one constraint in order: {@code TABLE_SCHEMA},
     * {@code TABLE_NAME}, {@code CONSTRAINT_NAME}, {@code COLUMN_NAME}.
     */
    public abstract List<Facts> keyColumns(String schemas, Rows rows);

    /**
     * The columns of foreign keys, those of one key in order: {@code TABLE_SCHEMA}, {@code TABLE_NAME},
     * {@code CONSTRAINT_NAME}, {@code COLUMN_NAME}, {@code REFERENCED_SCHEMA}, {@code REFERENCED_TABLE},
     * {@code REFERENCED_COLUMN}, {@code DELETE_RULE}, {@code UPDATE_RULE}, {@code IS_DEFERRABLE},
     * {@code INITIALLY_DEFERRED}.
     */
    public abstract List<Facts> foreignKeys(String schemas, Rows rows);

    /**
     * The parts of indexes that are more than the inside of a constraint, those of one index in order:
     * {@code TABLE_SCHEMA}, {@code TABLE_NAME}, {@code INDEX_NAME}, {@code PART}, {@code IS_EXPRESSION},
     * {@code IS_DESCENDING}, {@code NULLS_PLACE}, {@code IS_UNIQUE}, {@code PREDICATE}, {@code METHOD}.
     */
    public abstract List<Facts> indexParts(String schemas, Rows rows);

    /** The labels of enum types, those of one type in order: {@code TYPE_SCHEMA}, {@code TYPE_NAME}, {@code LABEL}. */
    public List<Facts> enumLabels(String schemas, Rows rows) {
        return List.of();
    }

    /** A column's type. Two texts of the catalog become one value only if they mean one type. */
    public abstract SqlType type(Facts column);

    /** A column's default; null for none. */
    public abstract @Nullable Default defaultValue(Facts column);

    /** The current schema's name as expressions of the catalog spell it. */
    public abstract String inExpressions(String schema);

    /** An expression in the spelling that the server keeps when its own spelling is sent back to it. */
    public String settled(String expression) {
        return expression;
    }

    public abstract UsualSequence usualSequence();

    /** Takes away what the product adds by itself to a table. */
    public Table tidied(Table table) {
        return table;
    }

    /** A primary key's name; null where the product gives every one the same. */
    @Nullable
    public String primaryKeyName(String stored) {
        return stored;
    }

    /** What a foreign key's rule means. */
    public Action action(String rule) {
        return Action.valueOf(rule.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Constraints together with the expressions of checks, which some catalogs keep apart. */
    static List<Facts> withChecks(List<Facts> constraints, List<Facts> checks) {
        Map<List<String>, String> texts = checks.stream()
                .collect(Collectors.toMap(Quirks::constraint, check -> check.needed("CHECK_CLAUSE"), (a, b) -> a));
        return constraints.stream()
                .map(row -> row.with("CHECK_TEXT", texts.get(constraint(row))))
                .toList();
    }

    private static List<String> constraint(Facts row) {
        return List.of(row.needed("CONSTRAINT_SCHEMA"), row.needed("CONSTRAINT_NAME"));
    }

    /**
     * The type of the kind that a product calls by a text's words, with the text's numbers; null if it calls none so, or
     * if the numbers are missing that make the kind one type. The words mean one kind each and every number is kept, so
     * two texts never become one type.
     */
    static @Nullable SqlType portable(String text, Map<String, Kind> kinds) {
        Matcher shape = TYPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!shape.matches()) {
            return null;
        }
        String after = shape.group(4);
        Kind kind = kinds.get(after == null ? shape.group(1) : shape.group(1) + after);
        Integer[] numbers = numbers(shape);
        return kind == null || MEASURED.contains(kind) == (numbers.length == 0) ? null : SqlType.of(kind, numbers);
    }

    private static Integer[] numbers(Matcher shape) {
        return Stream.of(2, 3)
                .map(shape::group)
                .filter(n -> n != null)
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
    }
}
