package io.retort.revision;

/**
 * One revision in one direction.
 *
 * @param revision what is applied or taken back
 * @param direction which of the two
 */
public record Step(RevisionInfo revision, Direction direction) {}
