package io.retort.diff.internal.model;

import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The statements that create one object of a model.
 *
 * @param statements the statements; for a table its {@code create table} comes first, then its comments
 * @param table the table that the object is or belongs to; null for a type or sequence
 * @param isTable whether the object is the table itself
 * @param columns the columns of a key or index; otherwise empty
 */
public record ObjectDdl(List<String> statements, @Nullable Table table, boolean isTable, List<Column> columns) {

    /** Copies the lists. */
    public ObjectDdl {
        statements = List.copyOf(statements);
        columns = List.copyOf(columns);
    }

    static ObjectDdl of(List<String> statements) {
        return new ObjectDdl(statements, null, false, List.of());
    }

    static ObjectDdl on(Table table, List<String> statements, List<Column> columns) {
        return new ObjectDdl(statements, table, false, columns);
    }
}
