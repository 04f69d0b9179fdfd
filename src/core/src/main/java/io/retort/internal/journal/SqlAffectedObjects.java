package io.retort.internal.journal;

import io.retort.internal.sql.TokenCursor;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the table of a handwritten statement in the usual forms about one table; otherwise everything. */
final class SqlAffectedObjects {

    private static final int LOOKED_AT = 24;

    private SqlAffectedObjects() {}

    static AffectedObjects guess(String sql, SqlSyntax syntax) {
        QualifiedName table = table(new TokenCursor(sql, syntax, LOOKED_AT));
        return table == null ? AffectedObjects.EVERYTHING : new AffectedObjects(List.of(table), null);
    }

    private static @Nullable QualifiedName table(TokenCursor cursor) {
        if (cursor.take("create", "table")) {
            cursor.take("if", "not", "exists");
            return cursor.name();
        }
        if (cursor.take("alter", "table")) {
            cursor.take("if", "exists");
            cursor.take("only");
            return cursor.name();
        }
        if (cursor.take("drop", "table")) {
            cursor.take("if", "exists");
            QualifiedName dropped = cursor.name();
            cursor.take("cascade");
            return cursor.atEnd() ? dropped : null;
        }
        return cursor.take("create") ? indexed(cursor) : null;
    }

    private static @Nullable QualifiedName indexed(TokenCursor cursor) {
        cursor.take("unique");
        if (!cursor.take("index")) {
            return null;
        }
        cursor.take("concurrently");
        cursor.take("if", "not", "exists");
        if (!cursor.peek().is("on")) {
            cursor.name();
        }
        if (!cursor.take("on")) {
            return null;
        }
        cursor.take("only");
        QualifiedName table = cursor.name();
        return cursor.peek().is("(") ? table : null;
    }
}
