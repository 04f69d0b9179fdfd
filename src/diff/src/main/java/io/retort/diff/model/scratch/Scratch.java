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

    public Scratch {
        failures = List.copyOf(failures);
    }
}
