package io.retort.diff.model.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table's comments fit for export: Hibernate puts a comment between quotes as it is, so that an apostrophe in it
 * makes its statement invalid.
 */
final class EscapedComments {

    private final List<Runnable> undo = new ArrayList<>();

    private EscapedComments() {}

    /** Exports a table while its comments are escaped; afterwards it has its own again. */
    static <T> T during(Table table, Supplier<T> export) {
        EscapedComments comments = new EscapedComments();
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
        if (comment != null && hasLoneApostrophe(comment)) {
            setter.accept(comment.replace("'", "''"));
            undo.add(() -> setter.accept(comment));
        }
    }

    /** False where a person has doubled each apostrophe already. */
    static boolean hasLoneApostrophe(String comment) {
        return comment.replace("''", "").contains("'");
    }
}
