package io.retort.diff.question;

import io.retort.internal.sql.ColumnReferences;
import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlToken;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a check constraint allows in a column: enum constants or ordinals.
 *
 * @param column the column
 * @param values the values as in the check constraint, without quotes
 * @param texts whether the values are texts
 * @param several whether a row contains an array of values
 */
record CheckedValues(String column, List<String> values, boolean texts, boolean several) {

    private static final Pattern TEXT = Pattern.compile("'([^']*+(?:''[^']*+)*+)'");
    private static final Pattern RANGE = Pattern.compile("(?i)(?:between|>=)\\D*(\\d+)\\D*(?:and|<=)\\D*(\\d+)");
    private static final Pattern LIST = Pattern.compile("(?i)\\bin\\b|\\bany\\b|=");

    /** What makes more of a condition than a comparison with one value. */
    private static final List<String> OTHERS = List.of("and", "or", "not", "<", ">", "+", "-", "*", "/", "%");

    CheckedValues(String column, List<String> values, boolean texts) {
        this(column, values, texts, false);
    }

    CheckedValues inArray() {
        return new CheckedValues(column, values, texts, true);
    }

    /**
     * Returns the predicate for rows that contain a value. The value is in SQL; the result has {@code %s} for the
     * column.
     */
    String holds(String value) {
        return several ? value + " = any(%s)" : "%s = " + value;
    }

    /** Returns the column value with one constant replaced, in the form of {@link #holds}. */
    String replaced(String value, String other) {
        return several ? "array_replace(%s, " + value + ", " + other + ")" : other;
    }

    /** Parses a check constraint; the result has no values if the constraint is not a list of them. */
    static CheckedValues of(Check check, Table table) {
        String code = TEXT.matcher(check.expression()).replaceAll("''");
        List<String> columns = table.columns().stream()
                .map(column -> column.name())
                .filter(name -> ColumnReferences.of(name, code))
                .toList();
        if (columns.size() != 1) {
            return new CheckedValues("", List.of(), true);
        }
        List<String> texts = TEXT.matcher(check.expression())
                .results()
                .map(found -> found.group(1).replace("''", "'"))
                .toList();
        boolean list = !texts.isEmpty() && LIST.matcher(code).find() && !code.contains("<") && !code.contains(">");
        return list ? new CheckedValues(columns.get(0), texts, true) : range(columns.get(0), code);
    }

    /** Returns the values that the other list lacks. */
    List<String> without(CheckedValues other) {
        boolean alike = column.equals(other.column) && texts == other.texts && !other.values.isEmpty();
        return alike
                ? values.stream().filter(value -> !other.values.contains(value)).toList()
                : List.of();
    }

    /** The number in {@code n = 0}, which H2 makes of {@code n between 0 and 0}. */
    private static Optional<String> single(String code) {
        List<SqlToken> tokens = SqlToken.of(code, SqlSyntax.STANDARD);
        boolean other = tokens.stream().anyMatch(token -> OTHERS.stream().anyMatch(token::is));
        List<String> numbers = tokens.stream()
                .filter(token -> token.kind() == SqlLexer.Kind.NUMBER)
                .map(SqlToken::text)
                .toList();
        boolean equal = tokens.stream().filter(token -> token.is("=")).count() == 1;
        return equal && !other && numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    private static CheckedValues range(String column, String code) {
        List<String> numbers = new ArrayList<>();
        Matcher range = RANGE.matcher(code);
        if (range.find()) {
            for (long i = Long.parseLong(range.group(1)); i <= Math.min(Long.parseLong(range.group(2)), 999); i++) {
                numbers.add(String.valueOf(i));
            }
        } else {
            single(code).ifPresent(numbers::add);
        }
        return new CheckedValues(column, numbers, false);
    }
}
