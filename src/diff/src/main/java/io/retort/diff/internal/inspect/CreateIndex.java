package io.retort.diff.internal.inspect;

import io.retort.dialect.Identifiers;
import io.retort.schema.Index;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code create index} statements. */
final class CreateIndex {

    private CreateIndex() {}

    /**
     * Parses a statement.
     *
     * @param sql the statement, as SQLite stores it
     * @param identifiers the rules for names
     */
    public static Index read(String sql, Identifiers identifiers) {
        StatementCursor cursor = new StatementCursor(sql, identifiers);
        cursor.take("create");
        boolean unique = cursor.take("unique");
        cursor.skipPast("index");
        cursor.take("if", "not", "exists");
        String name = cursor.name();
        cursor.skipPast("on");
        cursor.name();
        cursor.take("(");
        List<Index.Part> parts = new ArrayList<>();
        while (!cursor.take(")")) {
            parts.add(part(cursor.upToComma(), identifiers));
            cursor.take(",");
        }
        String condition = cursor.take("where") ? cursor.rest() : null;
        return new Index(name, parts, unique, condition, null);
    }

    private static Index.Part part(String text, Identifiers identifiers) {
        List<StatementWord> words = new ArrayList<>(StatementWord.of(text));
        StatementWord last = words.get(words.size() - 1);
        boolean descending = last.is("desc");
        String what = text;
        if (words.size() > 1 && (descending || last.is("asc"))) {
            words.remove(last);
            what = text.substring(0, words.get(words.size() - 1).end());
        }
        boolean column = words.size() == 1
                && (words.get(0).kind() == StatementWord.Kind.PLAIN
                        || words.get(0).kind() == StatementWord.Kind.QUOTED);
        return column
                ? new Index.Part(identifiers.typed(words.get(0).text()), false, descending, Index.Nulls.UNSPECIFIED)
                : new Index.Part(StatementCursor.bare(what), true, descending, Index.Nulls.UNSPECIFIED);
    }
}
