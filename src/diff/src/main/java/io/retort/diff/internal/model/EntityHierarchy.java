package io.retort.diff.internal.model;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Entity classes that inherit from each other, and the tables of their rows.
 *
 * @param storage how the rows are stored
 * @param discriminator the column that contains the class of a row, as typed; null if the hierarchy has no such column
 * @param types the classes, each after its superclass; the first is the root
 */
public record EntityHierarchy(Storage storage, @Nullable String discriminator, List<Type> types) {

    /** How the rows of a hierarchy are stored. */
    public enum Storage {
        /** All classes share one table. */
        SINGLE_TABLE("one table for all classes"),
        /** Each class has a table for its own columns. */
        JOINED("one table for the columns of each class"),
        /** Each class has a table with all its columns. */
        TABLE_PER_CLASS("one table for the rows of each class");

        private final String words;

        Storage(String words) {
            this.words = words;
        }

        /** Returns the storage for people. */
        public String words() {
            return words;
        }
    }

    /**
     * A class of a hierarchy.
     *
     * @param entity the name of the entity
     * @param table its table
     * @param parent the index of its superclass; -1 for the root
     * @param value its value in the discriminator column, also where the mapping has no such column
     * @param concrete whether it can have rows of its own
     */
    public record Type(String entity, QualifiedName table, int parent, String value, boolean concrete) {}

    /** Copies the list. */
    public EntityHierarchy {
        types = List.copyOf(types);
    }

    /** Returns the root class. */
    public Type root() {
        return types.get(0);
    }

    /**
     * Returns the indexes of a class and its subclasses.
     *
     * @param type the index of the class
     */
    public Set<Integer> below(int type) {
        Set<Integer> below = new TreeSet<>(List.of(type));
        for (int i = type + 1; i < types.size(); i++) {
            if (below.contains(types.get(i).parent())) {
                below.add(i);
            }
        }
        return below;
    }

    /**
     * Returns the indexes of the superclasses of a class, the root first.
     *
     * @param type the index of the class
     */
    public Set<Integer> above(int type) {
        Set<Integer> above = new TreeSet<>();
        for (int i = types.get(type).parent(); i >= 0; i = types.get(i).parent()) {
            above.add(i);
        }
        return above;
    }
}
