package io.retort.diff.inspect.statement;

import io.retort.dialect.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** A place in a statement, which goes forward as words are taken. */
final class Cursor {

    private final String sql;
    private final List<Word> words;
    private final Identifiers identifiers;
    private int next;

    Cursor(String sql, Identifiers identifiers) {
        this.sql = sql;
        this.words = Word.of(sql);
        this.identifiers = identifiers;
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** Whether these words come next, in any letters. */
    boolean at(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (next + i >= words.size() || !words.get(next + i).is(expected[i])) {
                return false;
            }
        }
        return true;
    }

    /** Goes behind these words, if they come next. */
    boolean take(String... expected) {
        boolean there = at(expected);
        next += there ? expected.length : 0;
        return there;
    }

    /** Goes behind the next of these words; a statement that was run has it. */
    void goBehind(String word) {
        while (!take(word)) {
            word();
        }
    }

    Word word() {
        if (!hasNext()) {
            throw new IllegalStateException("the statement ends too soon: " + sql);
        }
        return words.get(next++);
    }

    /** A name, as typed; the schema before a dot is left out. */
    String name() {
        String first = part();
        return take(".") ? part() : first;
    }

    /** A name or one part of it, as typed; SQLite takes strings for names, too. */
    String part() {
        Word word = word();
        return switch (word.kind()) {
            case STRING ->
                identifiers.typed(
                        word.text().substring(1, word.text().length() - 1).replace("''", "'"));
            case QUOTED -> identifiers.typed(word.text());
            default -> identifiers.canonical(word.text());
        };
    }

    /** Names in parentheses; how a column is sorted there is left out. */
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

    /** What stands between an opening parenthesis, which comes next, and its closing one. */
    String parenthesized() {
        take("(");
        int from = next < words.size() ? words.get(next).start() : sql.length();
        int depth = 1;
        int to = from;
        while (depth > 0) {
            Word word = word();
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            to = word.start();
        }
        return bare(sql.substring(from, to).strip());
    }

    /** Text up to a comma or a closing parenthesis that belongs to what is around it, or the end. */
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

    /** All that is left. */
    String rest() {
        String rest = hasNext() ? sql.substring(words.get(next).start()) : "";
        next = words.size();
        return rest.strip();
    }

    /** Where the next word begins. */
    int position() {
        return hasNext() ? words.get(next).start() : sql.length();
    }

    /** The text from a place to the end of the last word taken. */
    String textFrom(int start) {
        return sql.substring(start, words.get(next - 1).end());
    }

    /** On one line, without parentheses around the whole of it. */
    static String bare(String expression) {
        List<Word> inside = Word.of(expression);
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
