package io.retort.diff.internal.interview;

import io.retort.internal.sql.ColumnReferences;
import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a check constraint allows in a column: enum constants or ordinals.
 *
 * @param column the column
 * @param values the values as in the check constraint, without quotes
 * @param texts whether the values are texts
 * @param several whether a row contains an array of values
 */
record CheckedValues(String column, List<String> values, boolean texts, boolean several) {

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
        List<String> columns = table.columns().stream()
                .map(column -> column.name())
                .filter(name -> ColumnReferences.of(name, check.expression()))
                .toList();
        if (columns.size() != 1) {
            return new CheckedValues("", List.of(), true);
        }
        List<SqlToken> tokens = SqlValues.tokens(check.expression());
        List<String> texts = tokens.stream()
                .filter(token -> token.kind() == Kind.STRING)
                .map(SqlValues::text)
                .toList();
        return !texts.isEmpty() && isList(tokens)
                ? new CheckedValues(columns.get(0), texts, true)
                : range(columns.get(0), tokens);
    }

    private static boolean isList(List<SqlToken> tokens) {
        return tokens.stream().anyMatch(token -> token.is("in") || token.is("any") || token.is("="))
                && tokens.stream().noneMatch(token -> token.is("<") || token.is(">"));
    }

    /** Returns the values that the other list lacks. */
    List<String> without(CheckedValues other) {
        boolean alike = column.equals(other.column) && texts == other.texts && !other.values.isEmpty();
        return alike
                ? values.stream().filter(value -> !other.values.contains(value)).toList()
                : List.of();
    }

    /** The number in {@code n = 0}, which H2 makes of {@code n between 0 and 0}. */
    private static Optional<String> single(List<SqlToken> tokens) {
        boolean other = tokens.stream().anyMatch(token -> OTHERS.stream().anyMatch(token::is));
        List<String> numbers = tokens.stream()
                .filter(token -> token.kind() == Kind.NUMBER)
                .map(SqlToken::text)
                .toList();
        boolean equal = tokens.stream().filter(token -> token.is("=")).count() == 1;
        return equal && !other && numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    private static CheckedValues range(String column, List<SqlToken> tokens) {
        List<String> numbers = new ArrayList<>();
        Optional<long[]> bounds = bounds(tokens);
        if (bounds.isPresent()) {
            for (long i = bounds.get()[0]; i <= Math.min(bounds.get()[1], 999); i++) {
                numbers.add(String.valueOf(i));
            }
        } else {
            single(tokens).ifPresent(numbers::add);
        }
        return new CheckedValues(column, numbers, false);
    }

    /** The numbers in {@code n between 0 and 3} or {@code n >= 0 and n <= 3}. */
    private static Optional<long[]> bounds(List<SqlToken> tokens) {
        int begin = 0;
        while (begin < tokens.size() && !tokens.get(begin).is("between") && !isAtLeast(tokens, begin)) {
            begin++;
        }
        List<SqlToken> rest = tokens.subList(begin, tokens.size());
        List<SqlToken> upper =
                rest.stream().dropWhile(token -> !isNumber(token)).skip(1).toList();
        Optional<SqlToken> least = rest.stream().filter(CheckedValues::isNumber).findFirst();
        Optional<SqlToken> most = upper.stream().filter(CheckedValues::isNumber).findFirst();
        boolean joined =
                upper.stream().takeWhile(token -> !isNumber(token)).anyMatch(token -> token.is("and") || token.is("<"));
        return joined && least.isPresent() && most.isPresent()
                ? Optional.of(new long[] {
                    Long.parseLong(least.get().text()),
                    Long.parseLong(most.get().text())
                })
                : Optional.empty();
    }

    private static boolean isAtLeast(List<SqlToken> tokens, int i) {
        return tokens.get(i).is(">")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).is("=");
    }

    private static boolean isNumber(SqlToken token) {
        return token.kind() == Kind.NUMBER && token.text().chars().allMatch(Character::isDigit);
    }
}
