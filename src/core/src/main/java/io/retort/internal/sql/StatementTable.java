package io.retort.internal.sql;

import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import org.jspecify.annotations.Nullable;

/** Finds the table of a handwritten statement in the usual forms about one table. */
public final class StatementTable {

    private static final int LOOKED_AT = 24;

    private StatementTable() {}

    /** Returns the table that a statement creates, alters, drops or indexes; null for any other statement. */
    public static @Nullable QualifiedName of(String sql, SqlSyntax syntax) {
        return table(new TokenCursor(sql, syntax, LOOKED_AT));
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
