package io.retort.diff.compare.table;

import io.retort.schema.Constraint.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition taken apart. A database spells conditions in its own way, which runs nowhere else: {@code status in ('A', 'B')}
 * becomes {@code ((status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))}.
 *
 * @param code what stands around the values; one piece more than there are lists
 * @param lists the values in between, those next to each other in one list, as they are spelled
 */
record ConditionWords(List<String> code, List<List<String>> lists) {

    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.'])\\d+(?![\\w.'])");
    private static final Pattern COMMA = Pattern.compile("\\)*(?:::[a-z ]+\\)*)*\\s*,\\s*\\(*");

    /**
     * A live condition in the words in which a wanted one was declared, its values put in their place. That is done where the
     * database spells both alike but for the values; otherwise the condition stays as the database spells it.
     *
     * @param wanted the wanted condition as the database spells it
     * @param declared the same as it was declared
     */
    static Check declaredLike(Check live, Check wanted, Check declared) {
        ConditionWords was = of(live.expression());
        ConditionWords spelled = of(wanted.expression());
        ConditionWords said = of(declared.expression());
        boolean alike = was.code.equals(spelled.code) && spelled.lists.equals(said.lists);
        boolean whole = close(said.text()).equals(close(declared.expression()));
        return alike && whole ? new Check(live.name(), new ConditionWords(said.code, was.lists).text()) : live;
    }

    /** Whether two conditions hold the same values, at least one, in the same order. */
    static boolean sameValues(Check one, Check other) {
        ConditionWords words = of(one.expression());
        return !words.lists.isEmpty() && words.lists.equals(of(other.expression()).lists);
    }

    private static ConditionWords of(String condition) {
        List<String> code = new ArrayList<>();
        List<List<String>> lists = new ArrayList<>();
        Matcher value = VALUE.matcher(condition);
        int end = 0;
        while (value.find()) {
            String between = condition.substring(end, value.start());
            if (lists.isEmpty() || !COMMA.matcher(between).matches()) {
                code.add(between);
                lists.add(new ArrayList<>());
            }
            lists.get(lists.size() - 1).add(value.group());
            end = value.end();
        }
        code.add(condition.substring(end));
        return new ConditionWords(code, lists);
    }

    private static String close(String condition) {
        return condition.replaceAll(",\\s*", ",");
    }

    private String text() {
        StringBuilder text = new StringBuilder(code.get(0));
        for (int i = 0; i < lists.size(); i++) {
            text.append(lists.get(i).stream().collect(Collectors.joining(", "))).append(code.get(i + 1));
        }
        return text.toString();
    }
}
