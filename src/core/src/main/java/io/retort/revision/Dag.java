package io.retort.revision;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A directed acyclic graph of the nodes 0 to n-1. Each node points down to the nodes that it needs. Immutable. */
final class Dag {

    private final int[][] down;
    private final int[][] up;

    /**
     * Creates the graph.
     *
     * @param down for each node the nodes that it points to, each at most once
     */
    public Dag(int[][] down) {
        this.down = down;
        this.up = reversed(down);
    }

    private static int[][] reversed(int[][] down) {
        int[] counts = new int[down.length];
        for (int[] targets : down) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] up = new int[down.length][];
        for (int node = 0; node < up.length; node++) {
            up[node] = new int[counts[node]];
        }
        for (int node = down.length - 1; node >= 0; node--) {
            for (int target : down[node]) {
                up[target][--counts[target]] = node;
            }
        }
        return up;
    }

    /** Returns the number of nodes. */
    public int size() {
        return down.length;
    }

    /** Returns the nodes directly below, in the order of their declaration. */
    public int[] down(int node) {
        return down[node];
    }

    /** Returns the nodes directly above, in ascending order. */
    public int[] up(int node) {
        return up[node];
    }

    /** Returns the nodes with nothing above them. */
    public BitSet tips() {
        return without(up);
    }

    /** Returns the nodes with nothing below them. */
    public BitSet roots() {
        return without(down);
    }

    private static BitSet without(int[][] links) {
        BitSet found = new BitSet(links.length);
        for (int node = 0; node < links.length; node++) {
            found.set(node, links[node].length == 0);
        }
        return found;
    }

    /** Returns these nodes and all nodes below them. */
    public BitSet ancestors(BitSet nodes) {
        return reach(nodes, down, null);
    }

    /** Returns these nodes and all nodes below them that are reachable within a set. */
    public BitSet ancestors(BitSet nodes, BitSet within) {
        return reach(nodes, down, within);
    }

    /** Returns these nodes and all nodes above them. */
    public BitSet descendants(BitSet nodes) {
        return reach(nodes, up, null);
    }

    /** Returns the node and all nodes below or above it. */
    public BitSet line(int node) {
        BitSet line = ancestors(single(node));
        line.or(descendants(single(node)));
        return line;
    }

    /** Returns the nodes of a set that are not below another node of it. */
    public BitSet maximal(BitSet nodes) {
        BitSet below = new BitSet(size());
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            for (int target : down[node]) {
                below.set(target);
            }
        }
        BitSet maximal = (BitSet) nodes.clone();
        maximal.andNot(ancestors(below));
        return maximal;
    }

    /** Returns the nodes directly below that are also below another node directly below. */
    public BitSet redundant(int node) {
        BitSet below = new BitSet(size());
        if (down[node].length > 1) {
            Arrays.stream(down[node]).forEach(below::set);
            below.andNot(maximal(below));
        }
        return below;
    }

    /** Returns a set of one node. */
    public static BitSet single(int node) {
        BitSet set = new BitSet(node + 1);
        set.set(node);
        return set;
    }

    private static BitSet reach(BitSet from, int[][] links, @Nullable BitSet within) {
        BitSet seen = (BitSet) from.clone();
        int[] todo = new int[links.length];
        int size = 0;
        for (int node = seen.nextSetBit(0); node >= 0; node = seen.nextSetBit(node + 1)) {
            todo[size++] = node;
        }
        while (size > 0) {
            for (int next : links[todo[--size]]) {
                if (!seen.get(next) && (within == null || within.get(next))) {
                    seen.set(next);
                    todo[size++] = next;
                }
            }
        }
        return seen;
    }

    /**
     * Returns all nodes in topological order, lowest first. It follows one branch down to its root before the next, so
     * that the revisions of a branch stay together in a plan.
     */
    public int[] order() {
        int[] order = new int[size()];
        int[] path = new int[size()];
        int[] next = new int[size()];
        BitSet seen = new BitSet(size());
        int placed = 0;
        BitSet tips = tips();
        for (int tip = tips.nextSetBit(0); tip >= 0; tip = tips.nextSetBit(tip + 1)) {
            int depth = 0;
            path[depth++] = tip;
            seen.set(tip);
            while (depth > 0) {
                int node = path[depth - 1];
                if (next[node] == down[node].length) {
                    order[placed++] = node;
                    depth--;
                } else {
                    int below = down[node][next[node]++];
                    if (!seen.get(below)) {
                        seen.set(below);
                        path[depth++] = below;
                    }
                }
            }
        }
        return order;
    }
}
