package io.retort.revision;

/**
 * One revision in one direction.
 *
 * @param revision the revision
 * @param direction whether it is applied or reverted
 */
public record Step(RevisionInfo revision, Direction direction) {}
