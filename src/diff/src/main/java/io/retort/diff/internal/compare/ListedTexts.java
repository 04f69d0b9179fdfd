package io.retort.diff.internal.compare;

import io.retort.schema.Constraint.Check;
import java.util.List;

/**
 * A check constraint that lists texts, such as the constants of an enum.
 *
 * @param check the check, in any product's words
 * @param texts the texts, in their order
 */
record ListedTexts(Check check, List<String> texts) {

    public ListedTexts {
        texts = List.copyOf(texts);
    }

    /** Reads a check; without texts if it is no single list of them. */
    public static ListedTexts of(Check check) {
        List<List<String>> lists = CheckExpression.of(check.expression()).lists();
        boolean single = lists.size() == 1 && lists.get(0).stream().allMatch(value -> value.startsWith("'"));
        return new ListedTexts(
                check, single ? lists.get(0).stream().map(ListedTexts::text).toList() : List.of());
    }

    private static String text(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }

    /** The check in the same words, with other texts. */
    public Check with(List<String> others) {
        List<String> literals =
                others.stream().map(text -> "'" + text.replace("'", "''") + "'").toList();
        return new Check(check.name(), CheckExpression.of(check.expression()).with(List.of(literals)));
    }
}
