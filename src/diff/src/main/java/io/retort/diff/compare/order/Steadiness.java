package io.retort.diff.compare.order;

import io.retort.schema.Column;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether what a foreign key references is the same from the first operation to the last, so that the foreign key
 * may come and go together with its table.
 *
 * @param live what the database has
 * @param wanted the model as the database spells it
 */
public record Steadiness(Snapshot live, Snapshot wanted) {

    /** Whether the referenced columns, and a key over them, are there before and after, and not changed in between. */
    boolean of(ForeignKey key) {
        Optional<Table> before = live.table(key.referencedTable());
        Optional<Table> after = wanted.table(key.referencedTable());
        return before.isPresent()
                && after.isPresent()
                && sameColumns(before.get(), after.get(), key.referencedColumns())
                && sameKey(before.get(), after.get(), Set.copyOf(key.referencedColumns()));
    }

    /** Whether a table's own constraints make these columns a key, without the help of an index. */
    static boolean hasKey(Table table, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return primary(table, wanted) || unique(table, wanted);
    }

    /** Whether a foreign key leans on an index: MySQL, MariaDB and H2 then do not let the index go first. */
    static boolean leansOn(ForeignKey key, List<String> indexed) {
        int many = key.columns().size();
        return indexed.size() >= many && indexed.subList(0, many).equals(key.columns());
    }

    /** Whether a foreign key leans on one of its table's indexes. */
    static boolean leansOnIndex(ForeignKey key, Table table) {
        return table.indexes().stream().anyMatch(index -> leansOn(key, columns(index)));
    }

    /** The columns that an index begins with; none where it begins with an expression. */
    static List<String> columns(Index index) {
        return index.parts().stream()
                .takeWhile(part -> !part.expression())
                .map(Index.Part::text)
                .toList();
    }

    private static boolean sameColumns(Table before, Table after, List<String> columns) {
        return columns.stream().allMatch(name -> {
            Optional<Column> was = before.column(name);
            return was.isPresent()
                    && after.column(name)
                            .filter(is -> sameValues(was.get(), is))
                            .isPresent();
        });
    }

    /** Whether a column's values can be compared with those of another without a conversion. */
    static boolean sameValues(Column was, Column is) {
        return was.type().equals(is.type()) && Objects.equals(was.collation(), is.collation());
    }

    private static boolean sameKey(Table before, Table after, Set<String> columns) {
        return (primary(before, columns) && primary(after, columns))
                || (unique(before, columns) && unique(after, columns))
                || (indexed(before, columns) && indexed(after, columns));
    }

    private static boolean primary(Table table, Set<String> columns) {
        return table.primaryKey().filter(key -> isOver(key.columns(), columns)).isPresent();
    }

    private static boolean unique(Table table, Set<String> columns) {
        return table.constraintsOf(Unique.class).anyMatch(key -> isOver(key.columns(), columns));
    }

    private static boolean indexed(Table table, Set<String> columns) {
        return table.indexes().stream().anyMatch(index -> index.unique() && isOver(columns(index), columns));
    }

    private static boolean isOver(List<String> columns, Set<String> wanted) {
        return Set.copyOf(columns).equals(wanted);
    }
}
