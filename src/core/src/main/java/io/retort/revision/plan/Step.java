package io.retort.revision.plan;

import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;

/**
 * One revision in one direction.
 *
 * @param revision the revision
 * @param direction whether it is applied or reverted
 */
public record Step(RevisionInfo revision, Direction direction) {}
