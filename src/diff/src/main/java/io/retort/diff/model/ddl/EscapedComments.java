package io.retort.diff.model.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table whose comments can be exported: Hibernate puts a comment between quotes as it is, so that an apostrophe in it
 * makes its statement invalid. Closing it gives the table its comments back.
 */
final class EscapedComments implements AutoCloseable {

    private final List<Runnable> undo = new ArrayList<>();

    EscapedComments(Table table) {
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

    @Override
    public void close() {
        undo.forEach(Runnable::run);
    }
}
