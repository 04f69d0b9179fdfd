package io.retort.diff.internal.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Placed boxes and routed lines.
 *
 * @param boxes the boxes with their upper left corners, by their keys
 * @param routes the lines, without duplicates
 * @param width the width of the picture in pixels
 * @param height the height of the picture in pixels
 */
record Placement(Map<String, PlacedBox> boxes, List<Route> routes, int width, int height) {

    Placement {
        boxes = new TreeMap<>(boxes);
        routes = List.copyOf(routes);
    }

    /**
     * A box at its place.
     *
     * @param box the box
     * @param x the left edge
     * @param y the upper edge
     */
    record PlacedBox(Box box, int x, int y) {}

    /**
     * A part of a line: straight to the first point, then a curve with horizontal tangents, then straight to the end. The
     * straight parts are inside layers, the curve is between them.
     *
     * @param x1 the beginning
     * @param y1 the beginning
     * @param curveFrom where the curve begins
     * @param bend the horizontal position of the curve's control points
     * @param curveTo where the curve ends
     * @param x2 the end
     * @param y2 the end
     * @param to the key of the box where the line ends
     * @param ends whether it ends here, with an arrow
     */
    record Route(int x1, int y1, int curveFrom, int bend, int curveTo, int x2, int y2, String to, boolean ends) {

        Route moved(int dx, int dy) {
            return new Route(x1 + dx, y1 + dy, curveFrom + dx, bend + dx, curveTo + dx, x2 + dx, y2 + dy, to, ends);
        }
    }

    double aspect() {
        return (double) width / Math.max(1, height);
    }

    Placement moved(int dx, int dy) {
        Map<String, PlacedBox> moved = new TreeMap<>();
        boxes.forEach((key, placed) -> moved.put(key, new PlacedBox(placed.box(), placed.x() + dx, placed.y() + dy)));
        return new Placement(
                moved, routes.stream().map(route -> route.moved(dx, dy)).toList(), width, height);
    }

    /** Returns a picture with the boxes and lines of several, which are already at their places. */
    static Placement union(List<Placement> parts, int width, int height) {
        Map<String, PlacedBox> boxes = new TreeMap<>();
        List<Route> routes = new ArrayList<>();
        for (Placement part : parts) {
            boxes.putAll(part.boxes());
            routes.addAll(part.routes());
        }
        return new Placement(boxes, routes, width, height);
    }
}
