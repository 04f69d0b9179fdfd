package io.retort.revision;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The result of a number of steps along the links. A walk stops where it would have to choose.
 *
 * @param at the node where it stopped, or {@link #GROUND}
 * @param walked the number of completed steps
 * @param choices the possible next nodes where it stopped at a fork; otherwise empty
 */
record RelativeSteps(int at, int walked, int[] choices) {

    /** The base, below all roots. */
    public static final int GROUND = -1;

    private static final int[] NONE = {};

    /**
     * Walks up, from the base to a root and on.
     *
     * @param links the links
     * @param start the start
     * @param steps the number of steps
     * @param within the permitted nodes; null for all
     */
    public static RelativeSteps up(Dag links, int start, int steps, @Nullable BitSet within) {
        int at = start;
        for (int walked = 0; walked < steps; walked++) {
            int[] above = at == GROUND ? links.roots().stream().toArray() : links.up(at);
            int[] choices = within == null
                    ? above
                    : Arrays.stream(above).filter(within::get).toArray();
            if (choices.length != 1) {
                return new RelativeSteps(at, walked, choices);
            }
            at = choices[0];
        }
        return new RelativeSteps(at, steps, NONE);
    }

    /** Walks down; the base is one step below a root. */
    public static RelativeSteps down(Dag links, int start, int steps) {
        int at = start;
        for (int walked = 0; walked < steps; walked++) {
            if (at == GROUND) {
                return new RelativeSteps(at, walked, NONE);
            }
            int[] below = links.down(at);
            if (below.length > 1) {
                return new RelativeSteps(at, walked, below);
            }
            at = below.length == 0 ? GROUND : below[0];
        }
        return new RelativeSteps(at, steps, NONE);
    }
}
