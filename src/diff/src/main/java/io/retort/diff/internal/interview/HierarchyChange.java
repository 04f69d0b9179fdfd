package io.retort.diff.internal.interview;

import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.EntityHierarchy.Storage;
import io.retort.diff.internal.model.EntityHierarchy.Type;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy of entities whose rows are stored in another way from now on.
 *
 * @param hierarchy the hierarchy as the entities declare it
 * @param before how the database stores its rows
 * @param names the table of each class, in the order of the hierarchy: the one that it has or had for itself
 * @param live the schema of the database
 * @param wanted the model as the database spells it
 * @param discriminator the column with the class of a row in a table for all classes; null if it is unknown
 */
record HierarchyChange(
        EntityHierarchy hierarchy,
        Storage before,
        List<QualifiedName> names,
        Snapshot live,
        Snapshot wanted,
        @Nullable String discriminator) {

    HierarchyChange {
        names = List.copyOf(names);
    }

    Storage after() {
        return hierarchy.storage();
    }

    QualifiedName root() {
        return names.get(0);
    }

    /** Whether the class of each row is known, which a formula does not say. */
    boolean isMovable() {
        return !concerns(Storage.SINGLE_TABLE) || discriminator != null;
    }

    /** Whether either storage is the given one. */
    boolean concerns(Storage storage) {
        return before == storage || after() == storage;
    }

    /** The schema in which the hierarchy is stored in the given way. */
    Snapshot schema(Storage storage) {
        return before == storage ? live : wanted;
    }

    /** The table of a class where the hierarchy is stored in the given way; empty if it has none. */
    Optional<Table> table(int type, Storage storage) {
        return schema(storage).table(names.get(type));
    }

    /** The classes other than the root that have a table of their own under the given storage. */
    List<Integer> subclasses(Storage storage) {
        return IntStream.range(1, names.size())
                .filter(type -> !names.get(type).equals(root()))
                .filter(type -> table(type, storage).isPresent())
                .boxed()
                .toList();
    }

    Type type(int index) {
        return hierarchy.types().get(index);
    }

    /** The columns of the primary key of a class's table. */
    List<String> key(int type) {
        return wanted.table(names.get(type))
                .or(() -> live.table(names.get(type)))
                .flatMap(Table::primaryKey)
                .map(key -> key.columns())
                .orElse(List.of());
    }

    /** The names of the columns that two tables share, apart from their keys. */
    static List<String> shared(Table one, Table other, List<String> key) {
        return one.columns().stream()
                .filter(column -> column.generation() == null)
                .map(Column::name)
                .filter(name -> !key.contains(name) && other.column(name).isPresent())
                .toList();
    }
}
