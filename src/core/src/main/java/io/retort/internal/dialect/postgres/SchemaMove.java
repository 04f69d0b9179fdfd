package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statements that rename a table or a sequence, and move it to another schema first where the names differ in it.
 *
 * @param kind {@code table} or {@code sequence}
 * @param words spells names
 */
record SchemaMove(String kind, SqlNaming words) {

    List<Statement> of(QualifiedName before, QualifiedName after) {
        List<Statement> statements = new ArrayList<>();
        QualifiedName moved = new QualifiedName(after.schema(), before.name());
        if (!Objects.equals(before.schema(), after.schema())) {
            statements.add(new Statement.Sql(move(before, after.schema())));
        }
        if (!moved.equals(after)) {
            statements.add(new Statement.Sql(
                    "alter " + kind + " " + words.name(moved) + " rename to " + words.name(after.name())));
        }
        return statements;
    }

    /** The current schema has no name in a revision, so the session gives it. */
    private String move(QualifiedName before, @Nullable String schema) {
        String move = "alter " + kind + " " + words.name(before) + " set schema ";
        return schema == null
                ? "do $retort$ begin execute format('" + move.replace("'", "''").replace("%", "%%")
                        + "%I', current_schema()); end $retort$"
                : move + words.name(schema);
    }
}
