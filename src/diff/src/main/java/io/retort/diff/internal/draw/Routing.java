package io.retort.diff.internal.draw;

import io.retort.diff.internal.draw.Layers.Item;
import io.retort.diff.internal.draw.Layers.Segment;
import io.retort.diff.internal.draw.Placement.PlacedBox;
import io.retort.diff.internal.draw.Placement.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The horizontal coordinates, and the routes of the lines.
 *
 * <p>Between two layers is a channel without boxes. Curves are only in channels; through a layer, a line passes straight at the
 * height of its passage or of its own box. So no line crosses a box.
 */
final class Routing {

    /** The least width of a channel. */
    static final int CHANNEL = 64;

    private static final int WIDEST = 160;
    private static final int STEEPNESS = 10;

    private final Layers layers;
    private final int[] left;
    private final int[] right;
    private final int[] channels;

    Routing(Layers layers) {
        this.layers = layers;
        int size = layers.all().size();
        left = new int[size];
        right = new int[size];
        channels = new int[size];
        layers.segments().forEach(this::widen);
        int x = 0;
        for (int i = 0; i < size; i++) {
            left[i] = x;
            right[i] = x
                    + layers.all().get(i).stream()
                            .mapToInt(item -> item.box == null ? 0 : item.box.width())
                            .max()
                            .orElse(0);
            channels[i] = i == size - 1 ? Math.max(0, channels[i]) : Math.max(CHANNEL, channels[i]);
            x = right[i] + channels[i];
        }
    }

    /** Long vertical ways need a wider channel, so that curves stay apart. */
    private void widen(Segment segment) {
        int channel = Math.min(segment.from().layer, segment.to().layer);
        int way = Math.abs(segment.from().y + segment.fromOffset() - segment.to().y - segment.toOffset());
        channels[channel] = Math.max(channels[channel], Math.min(WIDEST, CHANNEL + way / STEEPNESS));
    }

    Placement placement() {
        Map<String, PlacedBox> boxes = new TreeMap<>();
        int height = 0;
        int last = layers.all().size() - 1;
        for (List<Item> layer : layers.all()) {
            for (Item item : layer) {
                height = Math.max(height, item.y + item.height);
                if (item.box != null) {
                    boxes.put(item.key, new PlacedBox(item.box, left[item.layer], item.y));
                }
            }
        }
        List<Route> routes = new ArrayList<>();
        layers.segments().forEach(segment -> routes.add(route(segment)));
        return new Placement(boxes, routes, right[last] + channels[last], height);
    }

    private Route route(Segment segment) {
        Item from = segment.from();
        Item to = segment.to();
        int y1 = from.y + segment.fromOffset();
        int y2 = to.y + segment.toOffset();
        boolean ends = to.box != null;
        if (segment.isBesideLayer()) {
            int edge = right[from.layer];
            int bend = edge + Math.max(CHANNEL / 2, channels[from.layer] / 2);
            return new Route(end(from), y1, edge, bend, edge, end(to), y2, segment.target(), ends);
        }
        boolean rightwards = from.layer < to.layer;
        int x1 = rightwards ? end(from) : from.box == null ? right[from.layer] : left[from.layer];
        int curveFrom = rightwards ? right[from.layer] : left[from.layer];
        int curveTo = rightwards ? left[to.layer] : right[to.layer];
        int x2 = to.box == null
                ? (rightwards ? right[to.layer] : left[to.layer])
                : rightwards ? left[to.layer] : end(to);
        return new Route(
                from.box == null ? curveFrom : x1,
                y1,
                curveFrom,
                (curveFrom + curveTo) / 2,
                curveTo,
                x2,
                y2,
                segment.target(),
                ends);
    }

    /** The right edge of a box; a passage is as wide as its layer. */
    private int end(Item item) {
        return item.box == null ? right[item.layer] : left[item.layer] + item.box.width();
    }
}
