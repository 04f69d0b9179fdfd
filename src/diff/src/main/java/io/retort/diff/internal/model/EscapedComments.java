package io.retort.diff.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;
import org.jspecify.annotations.Nullable;

/**
 * Escapes the comments of a table for export. Hibernate does not escape comments, so an apostrophe makes the statement
 * invalid. Where a backslash begins an escape, a single one would change the following character.
 */
final class EscapedComments {

    private final List<Runnable> undo = new ArrayList<>();
    private final boolean backslashes;

    private EscapedComments(boolean backslashes) {
        this.backslashes = backslashes;
    }

    /** Exports a table while its comments are escaped, and restores them afterwards. */
    static <T> T during(Table table, Dialect dialect, Supplier<T> export) {
        EscapedComments comments = new EscapedComments(escapesBackslashes(dialect));
        try {
            comments.escape(table);
            return export.get();
        } finally {
            comments.undo.forEach(Runnable::run);
        }
    }

    private static boolean escapesBackslashes(Dialect dialect) {
        StringBuilder literal = new StringBuilder();
        dialect.appendLiteral(new StringBuilderSqlAppender(literal), "\\");
        return literal.indexOf("\\\\") >= 0;
    }

    private void escape(Table table) {
        escape(table.getComment(), table::setComment);
        for (Column column : table.getColumns()) {
            escape(column.getComment(), column::setComment);
        }
    }

    private void escape(@Nullable String comment, Consumer<String> setter) {
        if (comment == null) {
            return;
        }
        String apostrophes = hasLoneApostrophe(comment) ? comment.replace("'", "''") : comment;
        String escaped = backslashes ? apostrophes.replace("\\", "\\\\") : apostrophes;
        if (!escaped.equals(comment)) {
            setter.accept(escaped);
            undo.add(() -> setter.accept(comment));
        }
    }

    /** False if every apostrophe is already doubled. */
    static boolean hasLoneApostrophe(String comment) {
        return comment.replace("''", "").contains("'");
    }
}
