package io.retort.diff.model.ddl;

import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The statements that create one object of a model.
 *
 * @param statements of a table its own first, then those that comment on it
 * @param table the table that the object is or belongs to; null for a type or a sequence
 * @param isTable whether the object is the table itself
 * @param columns of a key or an index, the columns that it is over
 */
public record ObjectDdl(List<String> statements, @Nullable Table table, boolean isTable, List<Column> columns) {

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
