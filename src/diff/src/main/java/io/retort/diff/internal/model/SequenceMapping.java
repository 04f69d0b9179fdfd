package io.retort.diff.internal.model;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Sequence;
import io.retort.sql.SqlSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Maps a sequence. The options are read from Hibernate's statement, because the metadata lacks product-specific ones.
 */
final class SequenceMapping {

    private SequenceMapping() {}

    /** Returns the sequence. */
    public static Sequence sequence(
            org.hibernate.boot.model.relational.Sequence sequence, ModelDdl ddl, ModelNames names) {
        TokenCursor options = options(String.join(" ", ddl.create(sequence)));
        return new Sequence(names.of(sequence.getName()))
                .startWith(sequence.getInitialValue())
                .incrementBy(sequence.getIncrementSize())
                .minimum(number("minvalue", options))
                .maximum(number("maxvalue", options))
                .cache(options.has("nocache") ? Long.valueOf(0) : number("cache", options));
    }

    /** What follows the name, which can be any word. */
    private static TokenCursor options(String sql) {
        TokenCursor cursor = new TokenCursor(sql, SqlSyntax.STANDARD);
        while (!cursor.atEnd() && !cursor.take("sequence")) {
            cursor.take();
        }
        cursor.take("if", "not", "exists");
        cursor.written();
        return cursor;
    }

    private static @Nullable Long number(String word, TokenCursor options) {
        TokenCursor cursor = options.copy();
        while (!cursor.atEnd()) {
            if (!cursor.take(word)) {
                cursor.take();
                continue;
            }
            String sign = cursor.take("-") ? "-" : "";
            return cursor.peek().kind() == Kind.NUMBER
                    ? Long.valueOf(sign + cursor.take().text())
                    : null;
        }
        return null;
    }
}
