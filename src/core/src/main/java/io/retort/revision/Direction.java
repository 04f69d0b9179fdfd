package io.retort.revision;

/** The direction of a step. */
public enum Direction {
    /** Upgrade: the revision is applied. */
    UP,
    /** Downgrade: the revision is reverted. */
    DOWN
}
