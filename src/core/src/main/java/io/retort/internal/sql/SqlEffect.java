package io.retort.internal.sql;

import io.retort.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to the rows, the columns or the name of a table.
 *
 * @param kind what it does
 * @param table the table, as typed; null if it is not known
 * @param columns the columns, as typed; empty for a whole table, or if they are not known
 * @param selection the rows
 * @param after the new name of a table or column; null without one
 */
public record SqlEffect(
        Kind kind,
        @Nullable QualifiedName table,
        List<String> columns,
        RowSelection selection,
        @Nullable String after) {

    /** What a statement does. */
    public enum Kind {
        /** It deletes rows. */
        DELETE,
        /** It overwrites values. */
        UPDATE,
        /** It drops a table. */
        DROP_TABLE,
        /** It drops a column. */
        DROP_COLUMN,
        /** It renames a table. */
        RENAME_TABLE,
        /** It renames a column. */
        RENAME_COLUMN,
        /** It changes the constraints of a table. */
        CONSTRAINT,
        /** It changes the schema in a way that is not read. */
        OTHER_SCHEMA,
        /** Its effect is not known. */
        UNREAD;

        /** Returns whether it is about rows and not about the schema. */
        public boolean isAboutRows() {
            return this == DELETE || this == UPDATE;
        }
    }

    public SqlEffect {
        columns = List.copyOf(columns);
    }

    static SqlEffect of(Kind kind, @Nullable QualifiedName table, String... columns) {
        return new SqlEffect(kind, table, List.of(columns), RowSelection.UNKNOWN, null);
    }

    static SqlEffect rows(Kind kind, QualifiedName table, List<String> columns, RowSelection selection) {
        return new SqlEffect(kind, table, columns, selection, null);
    }
}
