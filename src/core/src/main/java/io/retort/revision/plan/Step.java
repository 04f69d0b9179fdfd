package io.retort.revision.plan;

import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;

/**
 * One revision in one direction.
 *
 * @param revision what is applied or taken back
 * @param direction which of the two
 */
public record Step(RevisionInfo revision, Direction direction) {}
