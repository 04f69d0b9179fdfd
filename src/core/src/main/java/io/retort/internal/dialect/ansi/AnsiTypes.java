package io.retort.internal.dialect.ansi;

import io.retort.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type names of standard SQL. A product overrides what differs. A type without arguments gets those that Hibernate
 * uses by default: {@code varchar(255)}, {@code numeric(38,2)}, {@code timestamp(6)}.
 */
public class AnsiTypes {

    private static final int LENGTH = 255;
    private static final int BINARY_DIGITS = 53;
    private static final int DIGITS = 38;
    private static final int DIGITS_AFTER_POINT = 2;
    private static final int SECOND_DIGITS = 6;
    private static final int DURATION_DIGITS = 18;
    private static final int DURATION_SECOND_DIGITS = 9;

    /** Returns the product's name of a type. */
    public String name(SqlType type) {
        return switch (type.kind()) {
            case DOUBLE -> "double precision";
            case FLOAT -> "float(" + type.argumentOr(BINARY_DIGITS) + ")";
            case NUMERIC -> "numeric" + digits(type);
            case CHAR, NCHAR -> "char(" + type.argumentOr(1) + ")";
            case VARCHAR, NVARCHAR -> varchar(type.argumentOr(LENGTH));
            case BINARY -> "binary(" + type.argumentOr(LENGTH) + ")";
            case VARBINARY -> varbinary(type.argumentOr(LENGTH));
            case TEXT -> varchar(Integer.MAX_VALUE);
            case NCLOB -> name(SqlType.of(SqlType.Kind.CLOB).withArguments(type.arguments()));
            case TIME -> "time(" + type.argumentOr(0) + ")";
            case TIME_WITH_TIME_ZONE -> "time(" + type.argumentOr(0) + ") with time zone";
            case TIMESTAMP -> "timestamp(" + type.argumentOr(SECOND_DIGITS) + ")";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp(" + type.argumentOr(SECOND_DIGITS) + ") with time zone";
            case INTERVAL -> interval(type);
            case ENUM -> values(type.values());
            case ARRAY -> name(Objects.requireNonNull(type.element(), "an array has an element type")) + " array";
            case OTHER -> Objects.requireNonNull(type.text(), "a type of kind OTHER has a text");
            default -> type.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Whether a column can have the constants of an enum in its type; if not, a check constraint lists them. */
    public boolean hasEnums() {
        return true;
    }

    /** The name of a text type for the constants of an enum, on products without enum types in columns. */
    protected final String enumText(SqlType type) {
        return varchar(type.argumentOr(LENGTH));
    }

    /** Parses a type name; empty unless exactly one type has it. */
    public final Optional<SqlType> read(String name) {
        return new TypeReader(this).read(name);
    }

    /** Returns the type of texts with a maximum length in characters. */
    protected String varchar(int length) {
        return "varchar(" + length + ")";
    }

    /** Returns the type of byte strings with a maximum length in bytes. */
    protected String varbinary(int length) {
        return "varbinary(" + length + ")";
    }

    /** Returns an enum value as a literal. */
    protected String enumValue(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Returns the type of durations; the arguments are the precision and the number of fractional digits. */
    protected String interval(SqlType type) {
        return "interval second(" + type.argumentOr(DURATION_DIGITS) + "," + fraction(type) + ")";
    }

    /** Returns the number of fractional digits of a duration: the last argument. */
    protected static int fraction(SqlType interval) {
        List<Integer> arguments = interval.arguments();
        return arguments.isEmpty() ? DURATION_SECOND_DIGITS : arguments.get(arguments.size() - 1);
    }

    /** Returns precision and scale in parentheses. */
    protected static String digits(SqlType numeric) {
        List<Integer> arguments = numeric.arguments();
        return switch (arguments.size()) {
            case 0 -> "(" + DIGITS + "," + DIGITS_AFTER_POINT + ")";
            case 1 -> "(" + arguments.get(0) + ",0)";
            default -> "(" + arguments.get(0) + "," + arguments.get(1) + ")";
        };
    }

    private String values(List<String> values) {
        return values.stream().map(this::enumValue).collect(Collectors.joining(",", "enum (", ")"));
    }
}
