package io.retort.diff.internal.compare;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.schema.Constraint.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
        CheckExpression mapped = of(declared.expression());
        boolean alike = was.code.equals(spelled.code) && spelled.lists.equals(mapped.lists);
        boolean whole = mapped.with(mapped.lists).equals(declared.expression());
        return alike && whole ? new Check(live.name(), mapped.with(was.lists)) : live;
    }

    /** Whether two check constraints differ at most in the order of the members of a set and the case of unquoted words. */
    static boolean alike(Check one, Check other) {
        CheckExpression first = of(one.expression());
        CheckExpression second = of(other.expression());
        if (!folded(first.code).equals(folded(second.code))) {
            return false;
        }
        for (int i = 0; i < first.lists.size(); i++) {
            if (!sameMembers(first.code.get(i), first.lists.get(i), second.lists.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether two check constraints are the same text, however a product adds quotes and parentheses, converts names to
     * upper case and writes the table before its columns.
     */
    static boolean spelledAlike(Check one, Check other) {
        return letters(one).equals(letters(other));
    }

    private static List<String> letters(Check check) {
        List<SqlToken> tokens = SqlValues.tokens(check.expression());
        List<String> letters = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            boolean qualifier = token.isName() && isWord(tokens, at + 2, ".");
            if (qualifier) {
                at++;
            } else if (!token.is("(") && !token.is(")")) {
                letters.add(token.isName() ? SqlValues.word(token) : token.text());
            }
        }
        return letters;
    }

    private static List<String> folded(List<String> code) {
        return code.stream()
                .map(text -> SqlValues.tokens(text).stream()
                        .map(token -> token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.text())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static boolean sameMembers(String before, List<String> one, List<String> other) {
        return isBeforeMembers(before)
                ? one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other))
                : one.equals(other);
    }

    /** Whether code ends before a list whose order does not matter: {@code x in (}, {@code x = any (array[}. */
    private static boolean isBeforeMembers(String code) {
        List<SqlToken> tokens = SqlValues.tokens(code);
        int end = before(tokens, tokens.size(), "(");
        if (end < tokens.size() && isWord(tokens, end, "in")) {
            return true;
        }
        if (!isWord(tokens, end, "[") || !isWord(tokens, end - 1, "array")) {
            return false;
        }
        int array = end - 2;
        int quantifier = before(tokens, array, "(");
        return quantifier < array && (isWord(tokens, quantifier, "any") || isWord(tokens, quantifier, "all"));
    }

    /** Returns the number of tokens without these at the end. */
    private static int before(List<SqlToken> tokens, int end, String skipped) {
        int to = end;
        while (isWord(tokens, to, skipped)) {
            to--;
        }
        return to;
    }

    private static boolean isWord(List<SqlToken> tokens, int end, String word) {
        return end > 0 && end <= tokens.size() && tokens.get(end - 1).is(word);
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
        int end = 0;
        for (SqlToken value : SqlValues.of(condition)) {
            String between = condition.substring(end, value.start());
            int last = lists.size() - 1;
            if (last < 0 || !isSeparator(between)) {
                code.add(between);
                lists.add(new ArrayList<>(List.of(value.text())));
                commas.add(", ");
            } else {
                lists.get(last).add(value.text());
                commas.set(last, between);
            }
            end = value.end();
        }
        code.add(condition.substring(end));
        return new CheckExpression(code, lists, commas);
    }

    /** Whether only a comma separates two values, with casts and parentheses around each: {@code ::text), (}. */
    private static boolean isSeparator(String between) {
        boolean comma = false;
        boolean cast = false;
        for (SqlToken token : SqlValues.tokens(between)) {
            boolean known = comma
                    ? token.is("(")
                    : token.is(",") || token.is(")") || token.is(":") || cast && token.kind() == Kind.WORD;
            if (!known) {
                return false;
            }
            comma |= token.is(",");
            cast = token.is(":") || token.kind() == Kind.WORD;
        }
        return comma;
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
