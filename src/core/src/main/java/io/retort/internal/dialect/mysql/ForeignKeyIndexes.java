package io.retort.internal.dialect.mysql;

import io.retort.dialect.Identifiers;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The indexes of a table after operations that the database does not have yet. The database creates an index with the name
 * of a foreign key if no other index begins with its columns, and drops it when such an index is created.
 */
final class ForeignKeyIndexes {

    private final QualifiedName table;
    private final Identifiers identifiers;
    private final Map<String, List<String>> indexes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param shown the table in the database; without lines if it does not exist
     * @param table the table as typed
     * @param identifiers how the product treats names
     */
    ForeignKeyIndexes(ShownTable shown, QualifiedName table, Identifiers identifiers) {
        this.table = table;
        this.identifiers = identifiers;
        shown.indexes().forEach((name, columns) -> indexes.put(name, folded(columns)));
        shown.foreignKeys().forEach((name, columns) -> keys.put(name, folded(columns)));
    }

    /** Changes the indexes as an operation does. */
    void apply(Operation operation) {
        if (operation.alteredTable().filter(table::equals).isPresent()) {
            operation.accept(new Change());
        }
    }

    /** Returns whether the database created the index of a foreign key, and no other foreign key needs it. */
    boolean hasOwnIndex(String name, ForeignKey key) {
        String stored = identifiers.stored(name);
        return stored(key.columns()).equals(indexes.get(stored))
                && keys.entrySet().stream()
                        .allMatch(
                                other -> other.getKey().equalsIgnoreCase(stored) || isServed(other.getValue(), stored));
    }

    /**
     * Returns the foreign keys that no index serves without one of them, by name, with their columns. Of keys over the same
     * columns, it returns one.
     */
    Map<String, List<String>> missingWithout(String index) {
        Map<String, List<String>> missing = new TreeMap<>(keys);
        missing.values().removeIf(columns -> isServed(columns, index));
        Set<List<String>> seen = new HashSet<>();
        missing.values().removeIf(columns -> !seen.add(columns));
        return missing;
    }

    private boolean isServed(List<String> columns, String without) {
        return indexes.entrySet().stream()
                .anyMatch(index -> !index.getKey().equalsIgnoreCase(without) && begins(index.getValue(), columns));
    }

    private final class Change implements OperationVisitor.Selective<Boolean> {

        @Override
        public Boolean createIndex(IndexOperation.Create create) {
            return add(
                    create.index().name(),
                    create.index().parts().stream().map(Index.Part::text).toList());
        }

        @Override
        public Boolean dropIndex(IndexOperation.Drop drop) {
            return remove(drop.index().name());
        }

        @Override
        public Boolean addColumn(ColumnOperation.Add add) {
            return add.key() != null && add(add.key());
        }

        @Override
        public Boolean addConstraint(ConstraintOperation.Add add) {
            return add(add.constraint());
        }

        @Override
        public Boolean dropConstraint(ConstraintOperation.Drop drop) {
            String name = drop.name();
            if (drop.constraint() instanceof PrimaryKey || name == null) {
                return remove(ShownTable.PRIMARY);
            }
            if (drop.constraint() instanceof ForeignKey key) {
                boolean own = hasOwnIndex(name, key);
                keys.remove(identifiers.stored(name));
                return own && remove(name);
            }
            return remove(name);
        }

        @Override
        public Boolean other(Operation operation) {
            return false;
        }
    }

    private boolean add(Constraint constraint) {
        String name = constraint.name();
        if (constraint instanceof PrimaryKey key) {
            return add(ShownTable.PRIMARY, key.columns());
        }
        if (constraint instanceof Unique unique) {
            return add(name == null ? unique.columns().get(0) : name, unique.columns());
        }
        if (!(constraint instanceof ForeignKey key) || name == null) {
            return false;
        }
        List<String> columns = stored(key.columns());
        keys.put(identifiers.stored(name), columns);
        if (indexes.values().stream().noneMatch(index -> begins(index, columns))) {
            indexes.put(identifiers.stored(name), columns);
        }
        return true;
    }

    private boolean add(String name, List<String> typed) {
        List<String> columns = stored(typed);
        indexes.entrySet()
                .removeIf(index ->
                        index.getValue().equals(keys.get(index.getKey())) && begins(columns, index.getValue()));
        indexes.put(identifiers.stored(name), columns);
        return true;
    }

    private boolean remove(String name) {
        return indexes.remove(identifiers.stored(name)) != null;
    }

    private static boolean begins(List<String> index, List<String> columns) {
        return index.size() >= columns.size() && new ArrayList<>(index.subList(0, columns.size())).equals(columns);
    }

    private List<String> stored(List<String> typed) {
        return folded(typed.stream().map(identifiers::stored).toList());
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
