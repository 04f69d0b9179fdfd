package io.retort.diff.model.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table's comments fit for export: Hibernate puts a comment between quotes as it is, so that an apostrophe in it
 * makes its statement invalid, and a backslash on MySQL and MariaDB another letter of the one behind it.
 */
final class EscapedComments {

    private final List<Runnable> undo = new ArrayList<>();
    private final boolean backslashes;

    private EscapedComments(boolean backslashes) {
        this.backslashes = backslashes;
    }

    /** Exports a table in a product's words while its comments are escaped; afterwards it has its own again. */
    static <T> T during(Table table, Dialect dialect, Supplier<T> export) {
        EscapedComments comments = new EscapedComments(dialect instanceof MySQLDialect);
        try {
            comments.escape(table);
            return export.get();
        } finally {
            comments.undo.forEach(Runnable::run);
        }
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

    /** False where a person has doubled each apostrophe already. */
    static boolean hasLoneApostrophe(String comment) {
        return comment.replace("''", "").contains("'");
    }
}
