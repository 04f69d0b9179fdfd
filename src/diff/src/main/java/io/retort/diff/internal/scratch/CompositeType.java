package io.retort.diff.internal.scratch;

import java.util.List;

/**
 * A composite type, mapped by {@code @Struct}.
 *
 * @param name its name as the catalog stores it
 * @param wanted its attributes in the model, each with its type
 * @param live its attributes in the database; empty if the type does not exist
 */
public record CompositeType(String name, List<String> wanted, List<String> live) {

    /** Copies the lists. */
    public CompositeType {
        wanted = List.copyOf(wanted);
        live = List.copyOf(live);
    }

    /** Whether the type exists in the database. */
    public boolean isThere() {
        return !live.isEmpty();
    }

    /**
     * Whether the database has a different type of this name. The order of the attributes matters, because values
     * depend on it.
     */
    public boolean isDifferent() {
        return isThere() && !live.equals(wanted);
    }

    /** Returns a sentence that describes the difference. */
    public String describe() {
        return "type " + name + ": it has the attributes (" + String.join(", ", live) + "), but the entities require ("
                + String.join(", ", wanted) + "); Retort does not change attributes: write alter type " + name
                + " by hand";
    }
}
