package io.retort.run;

import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import java.time.Duration;

/**
 * What one step did.
 *
 * @param revision the revision
 * @param direction which way
 * @param statements how many statements were sent, those about the table of revisions not counted
 * @param duration how long they took
 */
public record StepReport(RevisionInfo revision, Direction direction, int statements, Duration duration) {}
