package io.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds cycles in directed links and their paths. Reports at least one cycle of each strongly connected component. Of
 * cycles that share a node only the first is reported, because its correction changes the others.
 */
final class CycleFinder {

    private final int[][] down;
    private final int[] path;
    private final int[] position;
    private final int[] next;
    private final BitSet done = new BitSet();
    private final BitSet reported = new BitSet();
    private final List<int[]> found = new ArrayList<>();

    private CycleFinder(int[][] down) {
        this.down = down;
        this.path = new int[down.length];
        this.position = new int[down.length];
        this.next = new int[down.length];
        Arrays.fill(position, -1);
    }

    /**
     * Returns the cycles of links.
     *
     * @param down for each node the nodes that it points to
     * @return the nodes of each cycle, in the direction of the links; the last points to the first
     */
    public static List<int[]> in(int[][] down) {
        CycleFinder cycles = new CycleFinder(down);
        for (int node = 0; node < down.length; node++) {
            cycles.walkFrom(node);
        }
        return cycles.found;
    }

    private void walkFrom(int start) {
        if (done.get(start)) {
            return;
        }
        int depth = 0;
        enter(start, depth++);
        while (depth > 0) {
            int node = path[depth - 1];
            if (next[depth - 1] == down[node].length) {
                leave(node);
                next[--depth] = 0;
                continue;
            }
            int below = down[node][next[depth - 1]++];
            if (position[below] >= 0) {
                report(position[below], depth);
            } else if (!done.get(below)) {
                enter(below, depth++);
            }
        }
    }

    private void enter(int node, int depth) {
        path[depth] = node;
        position[node] = depth;
    }

    private void leave(int node) {
        position[node] = -1;
        done.set(node);
    }

    private void report(int from, int to) {
        int[] cycle = Arrays.copyOfRange(path, from, to);
        if (Arrays.stream(cycle).noneMatch(reported::get)) {
            Arrays.stream(cycle).forEach(reported::set);
            found.add(cycle);
        }
    }
}
