package io.retort.revision;

import java.util.BitSet;

/**
 * The nodes between some nodes and others above them, both included.
 *
 * @param nodes the nodes between: above the start by parent links, and needed by the end
 * @param outside start nodes that no end needs; if there are any, the range is invalid
 * @param detour nodes between that an end needs only by a path that leaves the range
 */
record RevisionInterval(BitSet nodes, BitSet outside, BitSet detour) {

    /**
     * Computes a range.
     *
     * @param parents the parent links
     * @param needs the links to parents and dependencies
     * @param start the start; none for the base
     * @param end the end
     */
    public static RevisionInterval between(Dag parents, Dag needs, BitSet start, BitSet end) {
        BitSet nodes = needs.ancestors(end);
        BitSet outside = minus(start, nodes);
        if (start.isEmpty()) {
            return new RevisionInterval(nodes, outside, new BitSet());
        }
        nodes.andNot(needs.ancestors(start));
        nodes.or(start);
        nodes.and(parents.descendants(start));
        BitSet ends = (BitSet) end.clone();
        ends.and(nodes);
        return new RevisionInterval(nodes, outside, minus(nodes, needs.ancestors(ends, nodes)));
    }

    private static BitSet minus(BitSet set, BitSet without) {
        BitSet left = (BitSet) set.clone();
        left.andNot(without);
        return left;
    }

    /**
     * Returns the nodes of the branch that starts at a node. These are all nodes above it. If there is only one tip,
     * they include the nodes below the tip down to a branch point or a merge.
     */
    public static BitSet branch(Dag parents, Dag needs, int node) {
        BitSet branch = parents.descendants(Dag.single(node));
        BitSet tips = parents.tips();
        tips.and(branch);
        int at = tips.cardinality() == 1 ? tips.nextSetBit(0) : RelativeSteps.GROUND;
        while (at != RelativeSteps.GROUND && needs.up(at).length < 2 && parents.down(at).length < 2) {
            branch.set(at);
            at = parents.down(at).length == 0 ? RelativeSteps.GROUND : parents.down(at)[0];
        }
        return branch;
    }
}
