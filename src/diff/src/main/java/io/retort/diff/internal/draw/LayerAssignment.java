package io.retort.diff.internal.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Assigns a layer to each box, from the right. A box can be placed when all boxes that it points to are in layers to its
 * right; connections that would close a cycle do not count. Those that have waited longest come first, and of these the ones
 * that most others wait for.
 */
final class LayerAssignment {

    private final double height;
    /** By box, the boxes that it points to and that have no layer yet. */
    private final Map<String, Set<String>> missing = new TreeMap<>();
    /** By box, the boxes that point to it. */
    private final Map<String, Set<String>> pointing = new HashMap<>();

    private final Map<String, Integer> sizes = new HashMap<>();
    /** By box, the layer at which it could be placed. */
    private final Map<String, Integer> waiting = new HashMap<>();

    /**
     * @param boxes the boxes of one component, sorted
     * @param lines the connections between them, sorted
     * @param order an order in which few connections lead backwards
     * @param height the height that a layer should not exceed
     */
    LayerAssignment(List<Box> boxes, Collection<Connection> lines, Map<String, Integer> order, double height) {
        this.height = height;
        boxes.forEach(box -> {
            missing.put(box.key(), new TreeSet<>());
            pointing.put(box.key(), new TreeSet<>());
            sizes.put(box.key(), box.height() + LayerOrder.BOX_GAP);
        });
        for (Connection line : lines) {
            if (ByKey.of(order, line.from()) < ByKey.of(order, line.to())) {
                ByKey.of(missing, line.from()).add(line.to());
                ByKey.of(pointing, line.to()).add(line.from());
            }
        }
    }

    /** Returns the layer of each box that could be placed, counted from the left. */
    Map<String, Integer> fromLeft() {
        List<String> ready = new ArrayList<>(missing.keySet().stream()
                .filter(key -> ByKey.of(missing, key).isEmpty())
                .toList());
        Map<String, Integer> fromRight = new HashMap<>();
        int layer = 0;
        for (; !ready.isEmpty(); layer++) {
            for (String key : taken(ready)) {
                fromRight.put(key, layer);
                ready.addAll(released(key, layer + 1));
            }
        }
        int last = layer - 1;
        Map<String, Integer> assigned = new TreeMap<>();
        fromRight.forEach((key, at) -> assigned.put(key, last - at));
        return assigned;
    }

    /** Takes the boxes of one layer: those that have waited longest come first, and at least one. */
    private List<String> taken(List<String> ready) {
        ready.sort(Comparator.comparingInt((String key) -> waiting.getOrDefault(key, 0))
                .thenComparing(key -> -ByKey.of(pointing, key).size())
                .thenComparing(Comparator.naturalOrder()));
        double used = 0;
        int count = 0;
        while (count < ready.size() && (count == 0 || used + ByKey.of(sizes, ready.get(count)) <= height)) {
            used += ByKey.of(sizes, ready.get(count++));
        }
        List<String> first = ready.subList(0, count);
        List<String> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    /** Returns the boxes that waited for this one alone. */
    private List<String> released(String key, int layer) {
        List<String> released = new ArrayList<>();
        for (String source : ByKey.of(pointing, key)) {
            ByKey.of(missing, source).remove(key);
            if (ByKey.of(missing, source).isEmpty()) {
                waiting.put(source, layer);
                released.add(source);
            }
        }
        return released;
    }
}
