package io.retort.diff.internal.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places boxes and routes lines between them.
 *
 * <p>Boxes that are connected form a component, with layers from left to right. A line mostly leads from the left to the
 * right. Components are packed in rows. Boxes do not overlap, lines do not cross boxes, and the picture is somewhat wider
 * than high. The order of the boxes and connections does not matter.
 */
final class LayeredLayout {

    /** The wanted ratio of width to height. */
    static final double ASPECT = 1.6;

    private static final int MARGIN = 16;
    private static final int GAP = 40;
    private static final int ATTEMPTS = 5;
    private static final double GOOD = 0.2;

    private LayeredLayout() {}

    /**
     * Computes a layout.
     *
     * @param boxes the boxes, with different keys
     * @param connections the lines between them; lines from or to other keys are ignored
     */
    static Placement of(Collection<Box> boxes, Collection<Connection> connections) {
        Map<String, Box> sorted = new TreeMap<>();
        boxes.forEach(box -> sorted.put(box.key(), box));
        TreeSet<Connection> lines = new TreeSet<>();
        connections.stream()
                .filter(line -> sorted.containsKey(line.from()) && sorted.containsKey(line.to()))
                .forEach(lines::add);
        List<Placement> parts = new ArrayList<>();
        List<Box> alone = new ArrayList<>();
        for (Set<String> component : components(sorted.keySet(), lines)) {
            if (component.size() == 1 && lines.stream().noneMatch(line -> component.contains(line.from()))) {
                alone.add(ByKey.of(sorted, component.iterator().next()));
            } else {
                parts.add(connected(sorted, component, lines));
            }
        }
        if (!alone.isEmpty()) {
            parts.add(grid(alone));
        }
        return packed(parts);
    }

    private static Placement connected(
            Map<String, Box> boxes, Set<String> component, Collection<Connection> connections) {
        List<Box> own = component.stream().map(key -> ByKey.of(boxes, key)).toList();
        List<Connection> lines = connections.stream()
                .filter(line -> component.contains(line.from()))
                .toList();
        double area = own.stream()
                .mapToDouble(box -> (box.width() + Routing.CHANNEL) * (double) (box.height() + LayerOrder.BOX_GAP))
                .sum();
        double height = Math.sqrt(area / ASPECT);
        Map<String, Integer> order = AcyclicOrder.of(component, lines);
        Map<Map<String, Integer>, Placement> attempts = new HashMap<>();
        Placement best = attempt(own, lines, order, height, attempts);
        Placement last = best;
        for (int attempt = 1; attempt < ATTEMPTS && distance(last) >= GOOD; attempt++) {
            height *= Math.sqrt(last.aspect() / ASPECT);
            last = attempt(own, lines, order, height, attempts);
            best = distance(last) < distance(best) ? last : best;
        }
        return best;
    }

    private static double distance(Placement placement) {
        return Math.abs(Math.log(placement.aspect() / ASPECT));
    }

    /** Another height often gives the same layers, and the same layers give the same placement. */
    private static Placement attempt(
            List<Box> boxes,
            List<Connection> lines,
            Map<String, Integer> order,
            double height,
            Map<Map<String, Integer>, Placement> attempts) {
        return attempts.computeIfAbsent(
                new LayerAssignment(boxes, lines, order, height).fromLeft(),
                assigned -> placed(Layers.of(boxes, lines, assigned)));
    }

    private static Placement placed(Layers layers) {
        LayerOrder order = new LayerOrder(layers);
        order.reduceCrossings();
        order.assignCoordinates();
        return new Routing(layers).placement();
    }

    /** Returns the keys that are connected with each other, the largest set first. */
    private static List<Set<String>> components(Set<String> keys, Collection<Connection> lines) {
        Map<String, Set<String>> neighbours = new TreeMap<>();
        keys.forEach(key -> neighbours.put(key, new TreeSet<>()));
        lines.forEach(line -> {
            ByKey.of(neighbours, line.from()).add(line.to());
            ByKey.of(neighbours, line.to()).add(line.from());
        });
        List<Set<String>> components = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String key : keys) {
            if (seen.add(key)) {
                components.add(reachable(key, neighbours, seen));
            }
        }
        components.sort(Comparator.comparingInt((Set<String> component) -> -component.size())
                .thenComparing(component -> component.iterator().next()));
        return components;
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> neighbours, Set<String> seen) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String key = open.pop();
            reached.add(key);
            ByKey.of(neighbours, key).stream().filter(seen::add).forEach(open::push);
        }
        return reached;
    }

    /** Boxes without lines stand in columns of similar height. */
    private static Placement grid(List<Box> boxes) {
        double area = boxes.stream()
                .mapToDouble(box -> (box.width() + GAP) * (double) (box.height() + LayerOrder.BOX_GAP))
                .sum();
        int highest = boxes.stream().mapToInt(Box::height).max().orElse(0);
        double limit = Math.max(highest, Math.sqrt(area / ASPECT));
        Map<String, Placement.PlacedBox> placed = new TreeMap<>();
        int x = 0;
        int y = 0;
        int columnWidth = 0;
        int height = 0;
        for (Box box : boxes) {
            if (y > 0 && y + box.height() > limit) {
                x += columnWidth + GAP;
                y = 0;
                columnWidth = 0;
            }
            placed.put(box.key(), new Placement.PlacedBox(box, x, y));
            height = Math.max(height, y + box.height());
            y += box.height() + LayerOrder.BOX_GAP;
            columnWidth = Math.max(columnWidth, box.width());
        }
        return new Placement(placed, List.of(), x + columnWidth, height);
    }

    /** Packs components in rows from the highest to the lowest; a row is as wide as the picture should be. */
    private static Placement packed(List<Placement> parts) {
        double area = parts.stream()
                .mapToDouble(part -> (part.width() + GAP) * (double) (part.height() + GAP))
                .sum();
        int widest = parts.stream().mapToInt(Placement::width).max().orElse(0);
        double limit = Math.max(widest, Math.sqrt(area * ASPECT));
        List<Placement> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(part -> -part.height()));
        List<Placement> placed = new ArrayList<>();
        int x = MARGIN;
        int y = MARGIN;
        int rowHeight = 0;
        int width = 0;
        for (Placement part : sorted) {
            if (x > MARGIN && x + part.width() > limit + MARGIN) {
                x = MARGIN;
                y += rowHeight + GAP;
                rowHeight = 0;
            }
            placed.add(part.moved(x, y));
            x += part.width() + GAP;
            width = Math.max(width, x - GAP);
            rowHeight = Math.max(rowHeight, part.height());
        }
        return Placement.union(placed, width + MARGIN, y + rowHeight + MARGIN);
    }
}
