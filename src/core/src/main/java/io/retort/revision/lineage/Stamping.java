package io.retort.revision.lineage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Sets heads to places without walking there: a head on the line of a place gives way to it, other heads stay, and the
 * ground makes the heads on its lines give way to nothing.
 */
public final class Stamping {

    private final Links needs;
    private final BitSet current;
    private final BitSet eligible = new BitSet();
    private final List<BitSet> places = new ArrayList<>();

    public Stamping(Links needs, BitSet current) {
        this.needs = needs;
        this.current = current;
    }

    /**
     * Lets the current heads on the line of some nodes give way to what is added.
     *
     * @param lines the nodes; none for all heads
     */
    public void release(BitSet lines) {
        eligible.or(lines.isEmpty() ? current : currentOn(lines));
    }

    /**
     * Adds places to set heads to.
     *
     * @param wanted the places; none for the ground
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

    /** The heads when all places are set. They overlap when the places do. */
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
        // One move takes all eligible heads along, also those that are wanted themselves: so it is in Alembic, and the
        // conformance corpus holds us to it. Several moves leave in place what is wanted.
        heads.or(moves > 1 ? wanted : entering);
        return heads;
    }
}
