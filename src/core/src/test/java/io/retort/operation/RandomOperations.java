package io.retort.operation;

import java.util.List;

/** Random operations of all families, for laws that are held elsewhere. */
public final class RandomOperations {

    private RandomOperations() {}

    /** Some operations, each made from a seed of its own. */
    public static List<Operation> some() {
        return Change.ANY.sample().stream().map(Change::operation).toList();
    }
}
