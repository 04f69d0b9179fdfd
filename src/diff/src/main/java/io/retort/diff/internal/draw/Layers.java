package io.retort.diff.internal.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a component, from left to right, with the items in each.
 *
 * <p>An item is a box, or a passage: the place where lines to one box pass through a layer between two others. Lines to the
 * same box share their passages, so that a table which many others reference has a trunk instead of a bundle.
 */
final class Layers {

    private static final int PASSAGE = 2;

    private final List<List<Item>> layers = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();

    private Layers() {}

    /** A box or a passage in a layer. */
    static final class Item {

        final int layer;
        final int height;
        final @Nullable Box box;
        final String key;
        final List<Segment> left = new ArrayList<>();
        final List<Segment> right = new ArrayList<>();
        int y;
        int position;

        Item(int layer, @Nullable Box box, String key) {
            this.layer = layer;
            this.box = box;
            this.key = key;
            this.height = box == null ? PASSAGE : box.height();
        }
    }

    /**
     * A part of a line between neighbouring layers, or beside one layer.
     *
     * @param from the item where it begins
     * @param fromOffset where it begins, below the upper edge of the item
     * @param to the item where it ends
     * @param toOffset where it ends
     * @param target the key of the box where the line ends
     */
    record Segment(Item from, int fromOffset, Item to, int toOffset, String target) {

        boolean isBesideLayer() {
            return from.layer == to.layer;
        }
    }

    /** The ends of a segment; items are equal only to themselves. */
    private record Ends(Item from, int fromOffset, Item to, int toOffset) {}

    List<List<Item>> all() {
        return layers;
    }

    List<Segment> segments() {
        return segments;
    }

    /**
     * Creates layers with boxes and passages.
     *
     * @param boxes the boxes of one component, sorted
     * @param lines the connections between them, sorted
     * @param assigned the layer of each box
     */
    static Layers of(List<Box> boxes, Collection<Connection> lines, Map<String, Integer> assigned) {
        Layers layers = new Layers();
        Map<String, Item> items = new TreeMap<>();
        Map<String, Box> named = new TreeMap<>();
        boxes.forEach(box -> named.put(box.key(), box));
        assigned.forEach((key, layer) -> {
            while (layers.layers.size() <= layer) {
                layers.layers.add(new ArrayList<>());
            }
            Item item = new Item(layer, ByKey.of(named, key), key);
            layers.layers.get(layer).add(item);
            items.put(key, item);
        });
        Map<String, Item> passages = new HashMap<>();
        Set<Ends> known = new HashSet<>();
        lines.forEach(line -> layers.connect(line, items, passages, known));
        return layers;
    }

    private void connect(Connection line, Map<String, Item> items, Map<String, Item> passages, Set<Ends> known) {
        Item from = ByKey.of(items, line.from());
        Item target = ByKey.of(items, line.to());
        int step = Integer.compare(target.layer, from.layer);
        int offset = line.fromOffset();
        for (int layer = from.layer + step; step != 0 && layer != target.layer; layer += step) {
            int at = layer;
            Item passage = passages.computeIfAbsent(layer + (step > 0 ? ">" : "<") + target.key, name -> {
                Item created = new Item(at, null, target.key);
                layers.get(at).add(created);
                return created;
            });
            if (add(new Segment(from, offset, passage, 0, target.key), known)) {
                return;
            }
            from = passage;
            offset = 0;
        }
        add(new Segment(from, offset, target, line.toOffset(), target.key), known);
    }

    /** Returns whether the rest of the line exists already: a passage leads to one box only. */
    private boolean add(Segment segment, Set<Ends> known) {
        if (!known.add(new Ends(segment.from, segment.fromOffset, segment.to, segment.toOffset))) {
            return segment.to.box == null;
        }
        segments.add(segment);
        if (!segment.isBesideLayer()) {
            boolean rightwards = segment.from.layer < segment.to.layer;
            (rightwards ? segment.from.right : segment.from.left).add(segment);
            (rightwards ? segment.to.left : segment.to.right).add(segment);
        }
        return false;
    }
}
