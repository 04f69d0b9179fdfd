package io.retort.run;

import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one step.
 *
 * @param revision the revision
 * @param direction whether it was applied or reverted
 * @param statements the number of statements, without those on the history table
 * @param duration the duration of the step
 * @param reason why the revision was recorded as applied instead of run, for example {@code adopted from Flyway 41}; null
 *     otherwise
 */
public record StepReport(
        RevisionInfo revision,
        Direction direction,
        int statements,
        Duration duration,
        @Nullable String reason) {

    /** Creates the result of a step that ran. */
    public StepReport(RevisionInfo revision, Direction direction, int statements, Duration duration) {
        this(revision, direction, statements, duration, null);
    }
}
