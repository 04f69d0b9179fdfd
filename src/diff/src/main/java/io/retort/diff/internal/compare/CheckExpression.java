package io.retort.diff.internal.compare;

import io.retort.schema.Constraint.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression of a check constraint, split into code and values.
 *
 * <p>Databases rewrite expressions in a form that only they accept: {@code status in ('A', 'B')} becomes {@code
 * ((status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))}.
 *
 * @param code the text around the values, one element more than there are lists
 * @param lists the values as spelled; adjacent values are in one list
 * @param commas the separator between the values of each list
 */
record CheckExpression(List<String> code, List<List<String>> lists, List<String> commas) {

    private static final Pattern VALUE = Pattern.compile("'[^']*+(?:''[^']*+)*+'|(?<![\\w.'])\\d+(?![\\w.'])");
    private static final Pattern COMMA = Pattern.compile("\\)*(?:::[a-z ]+\\)*)*\\s*,\\s*\\(*");

    /**
     * Rewrites a live check constraint in the declared spelling of a wanted one, with the values of the live one. This
     * is possible where the database spells both alike apart from the values. Otherwise, and where the database keeps
     * the declared spelling, the constraint is returned unchanged.
     *
     * @param live the check constraint in the database
     * @param wanted the wanted constraint as the database spells it
     * @param declared the wanted constraint as declared
     */
    static Check declaredLike(Check live, Check wanted, Check declared) {
        if (wanted.expression().equals(declared.expression())) {
            return live;
        }
        CheckExpression was = of(live.expression());
        CheckExpression spelled = of(wanted.expression());
        CheckExpression said = of(declared.expression());
        boolean alike = was.code.equals(spelled.code) && spelled.lists.equals(said.lists);
        boolean whole = said.with(said.lists).equals(declared.expression());
        return alike && whole ? new Check(live.name(), said.with(was.lists)) : live;
    }

    /** The code before a list of values whose order does not matter. */
    private static final Pattern MEMBERS =
            Pattern.compile("(?is).*(?:\\bin\\s*\\(+|\\b(?:any|all)\\s*\\(+array\\s*\\[\\(*)$");

    /** Whether two check constraints differ at most in the order of the members of a set. */
    static boolean alike(Check one, Check other) {
        CheckExpression first = of(one.expression());
        CheckExpression second = of(other.expression());
        if (!first.code.equals(second.code)) {
            return false;
        }
        for (int i = 0; i < first.lists.size(); i++) {
            if (!sameMembers(first.code.get(i), first.lists.get(i), second.lists.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMembers(String before, List<String> one, List<String> other) {
        return MEMBERS.matcher(before).matches()
                ? one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other))
                : one.equals(other);
    }

    /** Whether two check constraints contain the same values in the same order, and at least one. */
    static boolean sameValues(Check one, Check other) {
        CheckExpression words = of(one.expression());
        return !words.lists.isEmpty() && words.lists.equals(of(other.expression()).lists);
    }

    static CheckExpression of(String condition) {
        List<String> code = new ArrayList<>();
        List<List<String>> lists = new ArrayList<>();
        List<String> commas = new ArrayList<>();
        Matcher value = VALUE.matcher(condition);
        int end = 0;
        while (value.find()) {
            String between = condition.substring(end, value.start());
            int last = lists.size() - 1;
            if (last < 0 || !COMMA.matcher(between).matches()) {
                code.add(between);
                lists.add(new ArrayList<>(List.of(value.group())));
                commas.add(", ");
            } else {
                lists.get(last).add(value.group());
                commas.set(last, between);
            }
            end = value.end();
        }
        code.add(condition.substring(end));
        return new CheckExpression(code, lists, commas);
    }

    /** Returns the expression with other values. */
    String with(List<List<String>> values) {
        StringBuilder text = new StringBuilder(code.get(0));
        for (int i = 0; i < values.size(); i++) {
            text.append(String.join(commas.get(i), values.get(i))).append(code.get(i + 1));
        }
        return text.toString();
    }
}
