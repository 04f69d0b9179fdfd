package io.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Computes the heads after a stamp. A head on the branch of a target is replaced by it; other heads stay. The target
 * base removes the heads of its branches.
 */
final class StampedHeads {

    private final Dag needs;
    private final BitSet current;
    private final BitSet eligible = new BitSet();
    private final List<BitSet> places = new ArrayList<>();

    /**
     * Creates a computation.
     *
     * @param needs the links of the history
     * @param current the current heads
     */
    public StampedHeads(Dag needs, BitSet current) {
        this.needs = needs;
        this.current = current;
    }

    /**
     * Marks the current heads on the branches of some nodes as replaceable.
     *
     * @param lines the nodes; none for all heads
     */
    public void release(BitSet lines) {
        eligible.or(lines.isEmpty() ? current : currentOn(lines));
    }

    /**
     * Adds the revisions of a target.
     *
     * @param wanted the revisions; none for the base
     */
    public void add(BitSet wanted) {
        places.add(wanted);
    }

    private BitSet currentOn(BitSet lines) {
        BitSet on = needs.ancestors(lines);
        on.or(needs.descendants(lines));
        on.and(current);
        return on;
    }

    /** Returns the heads after the stamp. They overlap if the targets do. */
    public BitSet heads() {
        BitSet wanted = new BitSet();
        places.forEach(wanted::or);
        BitSet entering = (BitSet) wanted.clone();
        entering.andNot(eligible);
        long moves = entering.stream()
                .filter(place -> needs.line(place).intersects(eligible))
                .count();
        BitSet heads = (BitSet) current.clone();
        if (moves > 0 || wanted.isEmpty()) {
            heads.andNot(eligible);
        }
        // A single move removes all replaceable heads, even those that are targets themselves. Alembic does so, and the
        // conformance corpus requires it. Several moves keep the heads that are targets.
        heads.or(moves > 1 ? wanted : entering);
        return heads;
    }
}
