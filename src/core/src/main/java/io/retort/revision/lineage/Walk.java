package io.retort.revision.lineage;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a number of steps along the links led. A walk never chooses: at a fork it stops and tells the choices.
 *
 * @param at the node where it stopped, or {@link #GROUND}
 * @param walked how many steps were made
 * @param choices the nodes among which it did not choose; empty unless it stopped at a fork
 */
public record Walk(int at, int walked, int[] choices) {

    /** The place below all roots. */
    public static final int GROUND = -1;

    private static final int[] NONE = {};

    /**
     * Walks up, from the ground to the roots.
     *
     * @param within the only nodes to step on, or null for all
     */
    public static Walk up(Links links, int start, int steps, @Nullable BitSet within) {
        int at = start;
        for (int walked = 0; walked < steps; walked++) {
            int[] above = at == GROUND ? links.roots().stream().toArray() : links.up(at);
            int[] choices = within == null
                    ? above
                    : Arrays.stream(above).filter(within::get).toArray();
            if (choices.length != 1) {
                return new Walk(at, walked, choices);
            }
            at = choices[0];
        }
        return new Walk(at, steps, NONE);
    }

    /** Walks down; the ground is one step below a root. */
    public static Walk down(Links links, int start, int steps) {
        int at = start;
        for (int walked = 0; walked < steps; walked++) {
            if (at == GROUND) {
                return new Walk(at, walked, NONE);
            }
            int[] below = links.down(at);
            if (below.length > 1) {
                return new Walk(at, walked, below);
            }
            at = below.length == 0 ? GROUND : below[0];
        }
        return new Walk(at, steps, NONE);
    }
}
