package io.retort.diff;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Table;
import java.util.Objects;
import java.util.Optional;

/** The objects within a table that an adopting revision found and did not create. */
final class AdoptedObjects {

    private AdoptedObjects() {}

    /**
     * Returns a table without what it had when it was adopted, except for plain columns.
     *
     * @param table the table as the revisions leave it
     * @param adopted the table as the first revision describes it
     */
    static Table without(Table table, Table adopted) {
        return table.withIndexes(table.indexes().stream()
                        .filter(index -> !adopted.indexes().contains(index))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .filter(constraint -> !adopted.constraints().contains(constraint))
                        .toList())
                .withColumns(table.columns().stream()
                        .filter(column -> !isComputed(column, adopted.column(column.name())))
                        .map(column -> adopted.column(column.name())
                                .map(found -> without(column, found))
                                .orElse(column))
                        .toList())
                .withComment(Objects.equals(table.comment(), adopted.comment()) ? null : table.comment());
    }

    private static boolean isComputed(Column column, Optional<Column> found) {
        return column.generation() instanceof Computed
                && found.map(Column::generation)
                        .filter(column.generation()::equals)
                        .isPresent();
    }

    private static Column without(Column column, Column found) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                Objects.equals(column.defaultValue(), found.defaultValue()) ? null : column.defaultValue(),
                Objects.equals(column.generation(), found.generation()) ? null : column.generation(),
                Objects.equals(column.collation(), found.collation()) ? null : column.collation(),
                Objects.equals(column.comment(), found.comment()) ? null : column.comment());
    }
}
