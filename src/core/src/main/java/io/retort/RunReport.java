package io.retort;

import io.retort.run.StepReport;
import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param database product, version and URL, without secrets
 * @param before the ids of the current heads before; empty for the base
 * @param after the ids of the current heads after
 * @param steps what ran, in order; empty if there was nothing to do
 */
public record RunReport(String database, List<String> before, List<String> after, List<StepReport> steps) {

    public RunReport {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }

    /** How long the steps took together. */
    public Duration duration() {
        return steps.stream().map(StepReport::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
