package io.retort.internal.state;

/**
 * An object that the history creates and drops.
 *
 * @param origin the revisions that created and last changed it
 * @param revision the id of the revision that dropped it
 */
public record Dropped(Origin origin, String revision) {}
