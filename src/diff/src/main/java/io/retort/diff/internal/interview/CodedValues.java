package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.ValueType;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.internal.model.JavaColumn.Kind;
import io.retort.operation.ColumnOperation.Alter;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stored values of constants, before and after a change.
 *
 * @param before the stored value of each constant before the change
 * @param after the stored value of each constant after the change
 * @param certain whether the old values are known to represent these constants; true for names, but not for ordinals,
 *     because the order of the constants may have changed
 */
record CodedValues(Map<String, Object> before, Map<String, Object> after, boolean certain) {

    /** The usual text encodings of booleans, true first. */
    static final List<List<String>> LETTERS =
            List.of(List.of("Y", "N"), List.of("T", "F"), List.of("1", "0"), List.of("true", "false"));

    /**
     * Derives the stored values of an enum or boolean from the old type of its column.
     *
     * @param alter the change of the column
     * @param java the Java side of the column
     * @param held the texts that a check constraint allowed before, or that all rows contain; empty if neither is known
     * @param dialect the dialect of the database
     * @return the values; empty for another Java type, or if the stored values do not change
     */
    static Optional<CodedValues> of(Alter alter, JavaColumn java, List<String> held, Dialect dialect) {
        Map<String, Object> after = java.stored();
        boolean coded = java.kind() == Kind.ENUM || java.kind() == Kind.BOOLEAN;
        if (!coded || after.isEmpty()) {
            return Optional.empty();
        }
        ValueType was = dialect.conversions().valueType(alter.before().type());
        Map<String, Object> before = java.kind() == Kind.ENUM ? constants(java, was) : truths(was, held);
        boolean same = before.isEmpty() || texts(before).equals(texts(after));
        boolean numbers = before.values().stream().allMatch(Number.class::isInstance);
        return same
                ? Optional.empty()
                : Optional.of(new CodedValues(before, after, java.kind() == Kind.BOOLEAN || !numbers));
    }

    private static List<String> texts(Map<String, Object> values) {
        return values.values().stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> constants(JavaColumn java, ValueType was) {
        Map<String, Object> before = new LinkedHashMap<>();
        List<String> constants = java.constants();
        for (int i = 0; i < constants.size(); i++) {
            if (ValueType.INTEGERS.contains(was)) {
                before.put(constants.get(i), i);
            } else if (isText(was)) {
                before.put(constants.get(i), constants.get(i));
            }
        }
        return before;
    }

    private static boolean isText(ValueType type) {
        return List.of(ValueType.TEXT, ValueType.CHAR, ValueType.ENUM, ValueType.OTHER)
                .contains(type);
    }

    /** The encoding of a text column is only known from a check constraint or from the rows. */
    private static Map<String, Object> truths(ValueType was, List<String> held) {
        Map<String, Object> before = new LinkedHashMap<>();
        if (was == ValueType.BOOLEAN) {
            before.put("true", true);
            before.put("false", false);
        } else if (ValueType.INTEGERS.contains(was) || was == ValueType.NUMERIC) {
            before.put("true", 1);
            before.put("false", 0);
        } else if (isText(was)) {
            LETTERS.stream()
                    .filter(pair -> held.size() == 2 && pair.containsAll(held))
                    .findFirst()
                    .ifPresent(pair -> {
                        before.put("true", pair.get(0));
                        before.put("false", pair.get(1));
                    });
        }
        return before;
    }

    /** Returns the values for ordinals that follow another order of the constants. */
    CodedValues inOrder(List<String> order) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        order.forEach(constant -> ordered.put(constant, ordered.size()));
        ordered.keySet().retainAll(after.keySet());
        return new CodedValues(ordered, after, true);
    }

    /** Returns the expression that converts old values into new ones. */
    String expression(SqlType from, SqlType to, Dialect dialect) {
        return expression(before, after, from, to, dialect);
    }

    /** Returns the expression that converts new values into old ones. */
    String back(SqlType from, SqlType to, Dialect dialect) {
        return expression(after, before, from, to, dialect);
    }

    private static String expression(
            Map<String, Object> was, Map<String, Object> is, SqlType from, SqlType to, Dialect dialect) {
        StringBuilder sql = new StringBuilder("case ").append(compared(from, dialect));
        was.forEach((constant, old) -> {
            if (is.containsKey(constant)) {
                sql.append(" when ").append(dialect.literal(old));
                sql.append(" then ").append(dialect.literal(is.get(constant)));
            }
        });
        sql.append(" end");
        boolean texts = is.values().stream().allMatch(String.class::isInstance);
        String whole = texts ? dialect.trimPadding(sql.toString()) : sql.toString();
        return dialect.conversions().valueType(to) == ValueType.OTHER
                ? "cast(" + whole + " as " + dialect.typeName(to) + ")"
                : whole;
    }

    /** A value of a named type is compared as text, because the type may lack some of the constants. */
    private static String compared(SqlType type, Dialect dialect) {
        return dialect.conversions().valueType(type) == ValueType.OTHER ? "cast(%s as varchar(255))" : "%s";
    }

    /** To an application, a text in other letters is not the constant. */
    private static String exactly(SqlType type, Dialect dialect) {
        ValueType text = dialect.conversions().valueType(type);
        return text == ValueType.TEXT || text == ValueType.CHAR ? dialect.caseSensitive("%s") : compared(type, dialect);
    }

    /** Returns the predicate for old values that represent no constant. */
    String others(SqlType from, Dialect dialect) {
        return others(before, from, dialect);
    }

    /** Returns the predicate for new values that represented no constant before. */
    String othersBack(SqlType from, Dialect dialect) {
        Map<String, Object> back = new LinkedHashMap<>(after);
        back.keySet().retainAll(before.keySet());
        return others(back, from, dialect);
    }

    private static String others(Map<String, Object> known, SqlType from, Dialect dialect) {
        return known.values().stream()
                .map(dialect::literal)
                .collect(Collectors.joining(", ", exactly(from, dialect) + " not in (", ")"));
    }

    /** Returns the constant of each old value, such as {@code 0 is NEW}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        before.forEach((constant, old) -> lines.add(old + " is " + constant));
        return lines;
    }
}
