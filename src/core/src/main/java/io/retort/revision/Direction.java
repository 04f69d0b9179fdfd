package io.retort.revision;

/** Which way a step goes. */
public enum Direction {
    /** The revision is applied. */
    UP,
    /** The revision is taken back. */
    DOWN
}
