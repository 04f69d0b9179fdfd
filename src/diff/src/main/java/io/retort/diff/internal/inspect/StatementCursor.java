package io.retort.diff.internal.inspect;

import io.retort.dialect.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A position in a statement, which advances as tokens are consumed. */
final class StatementCursor {

    private final String sql;
    private final List<StatementWord> words;
    private final Identifiers identifiers;
    private int next;

    StatementCursor(String sql, Identifiers identifiers) {
        this.sql = sql;
        this.words = StatementWord.of(sql);
        this.identifiers = identifiers;
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** Whether these tokens come next, ignoring case. */
    boolean at(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (next + i >= words.size() || !words.get(next + i).is(expected[i])) {
                return false;
            }
        }
        return true;
    }

    /** Consumes these tokens if they come next. */
    boolean take(String... expected) {
        boolean there = at(expected);
        next += there ? expected.length : 0;
        return there;
    }

    /** Advances past the next occurrence of a token, which must exist. */
    void skipPast(String word) {
        while (!take(word)) {
            word();
        }
    }

    StatementWord word() {
        if (!hasNext()) {
            throw new IllegalStateException("the statement ends too soon: " + sql);
        }
        return words.get(next++);
    }

    /** Consumes a name, as typed, without its schema. */
    String name() {
        String first = part();
        return take(".") ? part() : first;
    }

    /** Consumes a name or one part of it, as typed. SQLite also accepts string literals as names. */
    String part() {
        StatementWord word = word();
        return switch (word.kind()) {
            case STRING ->
                identifiers.typed(
                        word.text().substring(1, word.text().length() - 1).replace("''", "'"));
            case QUOTED -> identifiers.typed(word.text());
            default -> identifiers.canonical(word.text());
        };
    }

    /** Consumes names in parentheses, without their sort order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        take("(");
        while (!take(")")) {
            names.add(name());
            while (!at(",") && !at(")")) {
                word();
            }
            take(",");
        }
        return names;
    }

    /** The names of a key's columns in parentheses, which are added to a list; with how each is sorted and collated. */
    String keyParts(List<String> names) {
        List<String> parts = new ArrayList<>();
        take("(");
        while (!take(")")) {
            String name = name();
            int start = position();
            boolean more = !at(",") && !at(")");
            while (!at(",") && !at(")")) {
                word();
            }
            names.add(name);
            parts.add(name + (more ? " " + textFrom(start) : ""));
            take(",");
        }
        return String.join(", ", parts);
    }

    /** What happens to rows that break a constraint, with a blank in front; empty if the statement does not declare it. */
    String conflict() {
        return take("on", "conflict") ? " on conflict " + word().text().toLowerCase(Locale.ROOT) : "";
    }

    /** Consumes an expression in parentheses and returns it without them. */
    String parenthesized() {
        take("(");
        int from = next < words.size() ? words.get(next).start() : sql.length();
        int depth = 1;
        int to = from;
        while (depth > 0) {
            StatementWord word = word();
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            to = word.start();
        }
        return bare(sql.substring(from, to).strip());
    }

    /** Consumes the text up to a comma or closing parenthesis at the current nesting level, or the end. */
    String upToComma() {
        int from = words.get(next).start();
        int to = from;
        while (hasNext() && !at(",") && !at(")")) {
            if (at("(")) {
                parenthesized();
            } else {
                word();
            }
            to = words.get(next - 1).end();
        }
        return sql.substring(from, to);
    }

    /** Consumes the remaining text. */
    String rest() {
        String rest = hasNext() ? sql.substring(words.get(next).start()) : "";
        next = words.size();
        return rest.strip();
    }

    /** The start of the next token. */
    int position() {
        return hasNext() ? words.get(next).start() : sql.length();
    }

    /** The text from a position to the end of the last consumed token. */
    String textFrom(int start) {
        return sql.substring(start, words.get(next - 1).end());
    }

    /** Removes parentheses around the whole of an expression. */
    static String bare(String expression) {
        List<StatementWord> inside = StatementWord.of(expression);
        int depth = 0;
        for (int i = 0; i < inside.size() - 1; i++) {
            depth += inside.get(i).is("(") ? 1 : inside.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return expression;
            }
        }
        boolean enclosed = inside.size() > 1 && inside.get(0).is("(");
        return enclosed ? bare(expression.substring(1, expression.length() - 1).strip()) : expression;
    }
}
