package io.retort.revision.lineage;

import java.util.BitSet;

/**
 * What lies between some nodes and others above them, both included.
 *
 * @param nodes the nodes between: above the start by the main links, and needed by the end
 * @param outside start nodes that no end needs; when there are any, nothing lies between
 * @param detour nodes between that no end reaches without leaving the stretch: they are needed on a side way only
 */
public record Stretch(BitSet nodes, BitSet outside, BitSet detour) {

    /**
     * @param start where it begins; none for the ground
     * @param end where it ends
     */
    public static Stretch between(Links parents, Links needs, BitSet start, BitSet end) {
        BitSet nodes = needs.ancestors(end);
        BitSet outside = minus(start, nodes);
        if (start.isEmpty()) {
            return new Stretch(nodes, outside, new BitSet());
        }
        nodes.andNot(needs.ancestors(start));
        nodes.or(start);
        nodes.and(parents.descendants(start));
        BitSet ends = (BitSet) end.clone();
        ends.and(nodes);
        return new Stretch(nodes, outside, minus(nodes, needs.ancestors(ends, nodes)));
    }

    private static BitSet minus(BitSet set, BitSet without) {
        BitSet left = (BitSet) set.clone();
        left.andNot(without);
        return left;
    }

    /**
     * The nodes that belong to the branch that begins at a node: all above it, and the trunk below it as far as there is
     * neither a fork nor a merge between the trunk and the tip.
     */
    public static BitSet branch(Links parents, Links needs, int node) {
        BitSet branch = parents.descendants(Links.single(node));
        BitSet tips = parents.tips();
        tips.and(branch);
        int at = tips.cardinality() == 1 ? tips.nextSetBit(0) : Walk.GROUND;
        while (at != Walk.GROUND && needs.up(at).length < 2 && parents.down(at).length < 2) {
            branch.set(at);
            at = parents.down(at).length == 0 ? Walk.GROUND : parents.down(at)[0];
        }
        return branch;
    }
}
