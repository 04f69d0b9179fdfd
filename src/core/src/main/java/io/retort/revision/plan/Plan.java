package io.retort.revision.plan;

import io.retort.revision.Direction;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ordered steps from some heads to a target.
 *
 * <p>A plan to stamp may hold steps in both directions: those taken back come first. Its steps say which revisions
 * leave and enter the applied ones; nothing of them is run.
 *
 * @param direction where the plan leads as a whole
 * @param steps what happens, in order; empty when there is nothing to do
 * @param before the current heads when the plan was made
 * @param after the current heads when all steps are done
 */
public record Plan(Direction direction, List<Step> steps, Set<String> before, Set<String> after) {

    public Plan {
        steps = List.copyOf(steps);
        before = Collections.unmodifiableSet(new LinkedHashSet<>(before));
        after = Collections.unmodifiableSet(new LinkedHashSet<>(after));
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
