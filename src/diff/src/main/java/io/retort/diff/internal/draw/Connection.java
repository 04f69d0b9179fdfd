package io.retort.diff.internal.draw;

import java.util.Comparator;

/**
 * A directed line between two boxes, or from a box to itself.
 *
 * @param from the key of the box where it begins
 * @param fromOffset where it begins, in pixels below the upper edge of the box
 * @param to the key of the box where it ends
 * @param toOffset where it ends, in pixels below the upper edge of the box
 */
record Connection(String from, int fromOffset, String to, int toOffset) implements Comparable<Connection> {

    private static final Comparator<Connection> ORDER = Comparator.comparing(Connection::from)
            .thenComparing(Connection::fromOffset)
            .thenComparing(Connection::to)
            .thenComparing(Connection::toOffset);

    @Override
    public int compareTo(Connection other) {
        return ORDER.compare(this, other);
    }
}
