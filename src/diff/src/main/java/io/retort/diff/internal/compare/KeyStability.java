package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
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
 * Decides whether the columns and the key that a foreign key references remain unchanged during all operations. If they
 * do, the foreign key can be created and dropped together with its table.
 *
 * @param live the schema of the database
 * @param wanted the model as the database spells it
 */
record KeyStability(Snapshot live, Snapshot wanted) {

    /** Whether the referenced columns, and a key over them, exist before and after and do not change in between. */
    boolean of(ForeignKey key) {
        Optional<Table> before = live.table(key.referencedTable());
        Optional<Table> after = wanted.table(key.referencedTable());
        return before.isPresent()
                && after.isPresent()
                && sameColumns(before.get(), after.get(), key.referencedColumns())
                && sameKey(before.get(), after.get(), Set.copyOf(key.referencedColumns()));
    }

    /** Whether a primary key or unique constraint of the table covers these columns; indexes do not count. */
    static boolean hasKey(Table table, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return primary(table, wanted) || unique(table, wanted);
    }

    /** Whether a foreign key can use an index. MySQL, MariaDB and H2 then refuse to drop the index first. */
    static boolean needsIndexOn(ForeignKey key, List<String> indexed) {
        int many = key.columns().size();
        return indexed.size() >= many && indexed.subList(0, many).equals(key.columns());
    }

    /** Whether a foreign key can use one of its table's indexes. */
    static boolean needsIndex(ForeignKey key, Table table) {
        return table.indexes().stream().anyMatch(index -> needsIndexOn(key, columns(index)));
    }

    /** The leading columns of an index, up to its first expression. */
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
                            .filter(is -> sameValues(was.get(), is) && sameIdentity(was.get(), is))
                            .isPresent();
        });
    }

    /** Whether values of the column can be compared before and after without a conversion. */
    static boolean sameValues(Column was, Column is) {
        return was.type().equals(is.type()) && Objects.equals(was.collation(), is.collation());
    }

    /** Whether the column counts before and after, or neither. MySQL does not change that in a referenced column. */
    static boolean sameIdentity(Column was, Column is) {
        return was.generation() instanceof Identity == is.generation() instanceof Identity;
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
