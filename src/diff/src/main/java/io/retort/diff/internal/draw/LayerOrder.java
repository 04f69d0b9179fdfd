package io.retort.diff.internal.draw;

import io.retort.diff.internal.draw.Layers.Item;
import io.retort.diff.internal.draw.Layers.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order and the vertical coordinates of the items in each layer.
 *
 * <p>Crossings are reduced by sweeps: each layer is sorted by the mean position of the neighbours in the layer before. The order
 * with the fewest crossings is kept. Coordinates are then moved towards the neighbours as far as the order and the distances
 * permit.
 */
final class LayerOrder {

    /** The distance between two boxes in a layer. */
    static final int BOX_GAP = 24;

    private static final int PASSAGE_GAP = 10;
    private static final int SWEEPS = 12;

    /** A sweep to the right and one to the left: if neither moves an item, no later one does. */
    private static final int DIRECTIONS = 2;

    private final Layers layers;

    LayerOrder(Layers layers) {
        this.layers = layers;
    }

    void reduceCrossings() {
        layers.all().forEach(LayerOrder::number);
        List<List<Item>> best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            int size = layers.all().size();
            for (int i = 1; i < size; i++) {
                sort(layers.all().get(rightwards ? i : size - 1 - i), rightwards);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int i = 0; i < best.size(); i++) {
            layers.all().set(i, best.get(i));
            number(best.get(i));
        }
    }

    private List<List<Item>> copy() {
        List<List<Item>> copy = new ArrayList<>();
        layers.all().forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private static void number(List<Item> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).position = i;
        }
    }

    private static void sort(List<Item> layer, boolean byLeft) {
        double[] means = new double[layer.size()];
        for (Item item : layer) {
            List<Segment> segments = byLeft ? item.left : item.right;
            means[item.position] = segments.isEmpty() ? item.position : mean(segments, item);
        }
        List<Item> sorted = new ArrayList<>(layer);
        sorted.sort(Comparator.comparingDouble((Item item) -> means[item.position])
                .thenComparingInt(item -> item.position));
        layer.clear();
        layer.addAll(sorted);
        number(layer);
    }

    private static double mean(List<Segment> segments, Item item) {
        long sum = 0;
        for (Segment segment : segments) {
            sum += other(segment, item).position;
        }
        return (double) sum / segments.size();
    }

    private static Item other(Segment segment, Item item) {
        return segment.from() == item ? segment.to() : segment.from();
    }

    /** Counts the crossings between neighbouring layers with a Fenwick tree. */
    private long crossings() {
        long crossings = 0;
        for (int i = 1; i < layers.all().size(); i++) {
            int[] tree = new int[layers.all().get(i).size() + 1];
            int seen = 0;
            for (Item item : layers.all().get(i - 1)) {
                int[] positions = new int[item.right.size()];
                for (int at = 0; at < positions.length; at++) {
                    positions[at] = other(item.right.get(at), item).position;
                }
                Arrays.sort(positions);
                for (int position : positions) {
                    crossings += seen - sum(tree, position + 1);
                }
                for (int position : positions) {
                    for (int at = position + 1; at < tree.length; at += at & -at) {
                        tree[at]++;
                    }
                    seen++;
                }
            }
        }
        return crossings;
    }

    private static int sum(int[] tree, int upTo) {
        int sum = 0;
        for (int at = upTo; at > 0; at -= at & -at) {
            sum += tree[at];
        }
        return sum;
    }

    void assignCoordinates() {
        for (List<Item> layer : layers.all()) {
            int y = 0;
            for (int i = 0; i < layer.size(); i++) {
                y += i == 0 ? 0 : distance(layer.get(i - 1), layer.get(i));
                layer.get(i).y = y;
            }
        }
        int size = layers.all().size();
        int unchanged = 0;
        for (int sweep = 0; sweep < SWEEPS && unchanged < DIRECTIONS; sweep++) {
            boolean moved = false;
            for (int i = 0; i < size; i++) {
                moved |= settle(layers.all().get(sweep % 2 == 0 ? i : size - 1 - i));
            }
            unchanged = moved ? 0 : unchanged + 1;
        }
        int top = layers.all().stream()
                .flatMap(List::stream)
                .mapToInt(item -> item.y)
                .min()
                .orElse(0);
        layers.all().forEach(layer -> layer.forEach(item -> item.y -= top));
    }

    /** The distance between the upper edges of two neighbouring items. */
    private static int distance(Item upper, Item lower) {
        int gap = upper.box != null && lower.box != null ? BOX_GAP : PASSAGE_GAP;
        return upper.height + gap;
    }

    /**
     * Moves the items of a layer to the places that are nearest to the wanted ones, with the least sum of squares (isotonic
     * regression: items that would overlap form a block, which stands at its mean). Returns whether one moved.
     */
    private static boolean settle(List<Item> layer) {
        int size = layer.size();
        double[] means = new double[size];
        double[] weights = new double[size];
        int[] lengths = new int[size];
        int blocks = 0;
        int[] offsets = new int[size];
        for (int i = 0; i < size; i++) {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + distance(layer.get(i - 1), layer.get(i));
            means[blocks] = wanted(layer.get(i)) - offsets[i];
            weights[blocks] = weight(layer.get(i));
            lengths[blocks] = 1;
            blocks++;
            while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
                double weight = weights[blocks - 2] + weights[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * weights[blocks - 2] + means[blocks - 1] * weights[blocks - 1]) / weight;
                weights[blocks - 2] = weight;
                lengths[blocks - 2] += lengths[blocks - 1];
                blocks--;
            }
        }
        int item = 0;
        boolean moved = false;
        for (int block = 0; block < blocks; block++) {
            int start = (int) Math.floor(means[block]);
            for (int i = 0; i < lengths[block]; i++, item++) {
                moved |= layer.get(item).y != start + offsets[item];
                layer.get(item).y = start + offsets[item];
            }
        }
        return moved;
    }

    /** Passages should be straight; a box without lines in a direction stays. */
    private static double weight(Item item) {
        return item.box == null ? 4 : 1 + item.left.size() + item.right.size();
    }

    private static double wanted(Item item) {
        int count = item.left.size() + item.right.size();
        if (count == 0) {
            return item.y;
        }
        long sum = 0;
        for (Segment segment : item.left) {
            sum += place(segment, item);
        }
        for (Segment segment : item.right) {
            sum += place(segment, item);
        }
        return (double) sum / count;
    }

    /** Where the upper edge of an item would be if the segment were horizontal. */
    private static int place(Segment segment, Item item) {
        return segment.from() == item
                ? segment.to().y + segment.toOffset() - segment.fromOffset()
                : segment.from().y + segment.fromOffset() - segment.toOffset();
    }
}
