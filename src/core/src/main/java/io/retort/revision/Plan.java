package io.retort.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps from the current heads to a target, in order.
 *
 * <p>The plan of a stamp can have steps in both directions, downgrades first. Its steps say which rows of the history
 * table are deleted and inserted; no migration runs.
 *
 * @param direction the direction of the whole plan
 * @param steps the steps, in order; empty if there is nothing to do
 * @param before the ids of the current heads before the plan
 * @param after the ids of the current heads after the plan
 */
public record Plan(Direction direction, List<Step> steps, Set<String> before, Set<String> after) {

    public Plan {
        steps = List.copyOf(steps);
        before = Collections.unmodifiableSet(new LinkedHashSet<>(before));
        after = Collections.unmodifiableSet(new LinkedHashSet<>(after));
    }

    /** Returns whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * One revision in one direction.
     *
     * @param revision the revision
     * @param direction whether it is applied or reverted
     */
    public record Step(RevisionInfo revision, Direction direction) {}
}
