package io.retort.diff.model.scratch;

import io.retort.schema.Snapshot;
import java.util.List;

/**
 * What a scratch schema had in it.
 *
 * @param snapshot the model as the database spells it, under the names of the real schemas
 * @param failures what Hibernate could not create; empty if all is well
 */
public record Scratch(Snapshot snapshot, List<Failure> failures) {

    /** What a scratch schema has that nothing was created in. */
    public static final Scratch EMPTY = new Scratch(Snapshot.EMPTY, List.of());

    public Scratch {
        failures = List.copyOf(failures);
    }

    /**
     * A statement of Hibernate's that the database refused.
     *
     * @param statement as it would run in the real schema
     * @param words what the database said
     */
    public record Failure(String statement, String words) {}
}
