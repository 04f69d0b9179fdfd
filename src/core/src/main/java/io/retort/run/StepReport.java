package io.retort.run;

import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import java.time.Duration;

/**
 * The result of one step.
 *
 * @param revision the revision
 * @param direction whether it was applied or reverted
 * @param statements the number of statements, without those on the history table
 * @param duration the duration of the step
 */
public record StepReport(RevisionInfo revision, Direction direction, int statements, Duration duration) {}
