package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;

/**
 * What a comparison of entities and database found.
 *
 * @param operations what brings the database to the entities, in order
 * @param skipped differences that are not acted upon, each with its reason, in words
 * @param notOurs names of what the database has and no entity speaks of
 * @param hasEntities whether there was any entity at all
 */
public record Difference(List<Operation> operations, List<String> skipped, List<String> notOurs, boolean hasEntities) {

    public Difference {
        operations = List.copyOf(operations);
        skipped = List.copyOf(skipped);
        notOurs = List.copyOf(notOurs);
    }

    /** Nothing to compare, for a revision that is filled in by hand. */
    static Difference none() {
        return new Difference(List.of(), List.of(), List.of(), false);
    }
}
