package io.retort;

import io.retort.run.AppliedRevision;
import io.retort.run.StepReport;
import java.time.Duration;
import java.util.List;

/**
 * The result of an upgrade, a downgrade or a stamp.
 *
 * @param database product, version and URL of the database, without secrets
 * @param before the ids of the current heads before the run; empty at the base
 * @param after the ids of the current heads after the run; empty at the base
 * @param steps the steps that ran, in order; empty if there was nothing to do
 * @param unknown the applied revisions that the history does not contain and the options accept
 * @param backfills whether backfills of applied revisions are not complete; {@link Retort#backfill} runs them
 */
public record RunReport(
        String database,
        List<String> before,
        List<String> after,
        List<StepReport> steps,
        List<AppliedRevision> unknown,
        boolean backfills) {

    public RunReport {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        unknown = List.copyOf(unknown);
    }

    /** Returns the total duration of the steps. */
    public Duration duration() {
        return steps.stream().map(StepReport::duration).reduce(Duration.ZERO, Duration::plus);
    }

    RunReport backfills(boolean areLeft) {
        return new RunReport(database, before, after, steps, unknown, areLeft);
    }
}
