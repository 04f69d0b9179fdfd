package io.retort.diff.model.scratch;

import java.util.List;

/**
 * A type that is made of attributes ({@code @Struct}).
 *
 * @param name its name as the catalog stores it
 * @param wanted its attributes in the model, each with its type
 * @param live its attributes in the database; empty if there is no such type
 */
public record CompositeType(String name, List<String> wanted, List<String> live) {

    public CompositeType {
        wanted = List.copyOf(wanted);
        live = List.copyOf(live);
    }

    /** Whether the database has it. */
    public boolean isThere() {
        return !live.isEmpty();
    }

    /** Whether the database has another one of its name. The order counts: values are written in it. */
    public boolean isDifferent() {
        return isThere() && !live.equals(wanted);
    }

    /** How it is different, as a sentence. */
    public String describe() {
        return "type " + name + ": it has the attributes (" + String.join(", ", live) + "), and the entities want ("
                + String.join(", ", wanted) + "); Retort does not change attributes: write alter type " + name
                + " by hand";
    }
}
