package io.retort.diff.internal.draw;

import java.awt.geom.CubicCurve2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A picture read back from its text, with the XML parser and the geometry of the JDK and no code of the drawing.
 *
 * @param boxes the boxes by their titles
 * @param labels the baselines of the texts in each box
 * @param paths the lines; a curve is several short ones
 */
record SvgPicture(
        int width,
        int height,
        Map<String, Rectangle> boxes,
        Map<String, Map<String, Double>> labels,
        List<List<Line2D>> paths) {

    /** A rectangle. */
    record Rectangle(double x, double y, double width, double height) {

        boolean overlaps(Rectangle other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        /** Whether a line has a point inside, more than a pixel from the edge. */
        boolean isCrossedBy(Line2D line) {
            return line.intersects(x + 1, y + 1, width - 2, height - 2);
        }
    }

    static SvgPicture read(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        Element root = document.getDocumentElement();
        Map<String, Rectangle> boxes = new LinkedHashMap<>();
        Map<String, Map<String, Double>> labels = new LinkedHashMap<>();
        NodeList groups = root.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            String[] place =
                    group.getAttribute("transform").replaceAll("[^0-9,]", "").split(",");
            Element rect = (Element) group.getElementsByTagName("rect").item(0);
            Element title = (Element) group.getElementsByTagName("text").item(0);
            boxes.put(
                    title.getTextContent(),
                    new Rectangle(
                            Integer.parseInt(place[0]),
                            Integer.parseInt(place[1]),
                            number(rect, "width"),
                            number(rect, "height")));
            labels.put(title.getTextContent(), labels(group, Integer.parseInt(place[1])));
        }
        List<List<Line2D>> paths = new ArrayList<>();
        NodeList found = root.getElementsByTagName("path");
        for (int i = 0; i < found.getLength(); i++) {
            Element path = (Element) found.item(i);
            if (path.getAttribute("class").isEmpty()) {
                paths.add(lines(path.getAttribute("d")));
            }
        }
        return new SvgPicture(number(root, "width"), number(root, "height"), boxes, labels, paths);
    }

    /** Returns the baselines of the texts of a box. */
    private static Map<String, Double> labels(Element group, double top) {
        Map<String, Double> labels = new LinkedHashMap<>();
        NodeList texts = group.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            labels.put(text.getTextContent(), top + number(text, "y"));
        }
        return labels;
    }

    double aspect() {
        return (double) width / height;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    /** The straight pieces of a path of M, H and C. */
    private static List<Line2D> lines(String path) {
        List<Line2D> lines = new ArrayList<>();
        Scanner words = new Scanner(path.replaceAll("([MHC])", " $1 "));
        double x = 0;
        double y = 0;
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> {
                    x = words.nextInt();
                    y = words.nextInt();
                }
                case "H" -> {
                    double end = words.nextInt();
                    lines.add(new Line2D.Double(x, y, end, y));
                    x = end;
                }
                default -> {
                    CubicCurve2D curve = new CubicCurve2D.Double(
                            x,
                            y,
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt(),
                            words.nextInt());
                    lines.addAll(flat(curve));
                    x = curve.getX2();
                    y = curve.getY2();
                }
            }
        }
        return lines;
    }

    private static List<Line2D> flat(CubicCurve2D curve) {
        List<Line2D> lines = new ArrayList<>();
        PathIterator points = new FlatteningPathIterator(curve.getPathIterator(null), 0.1);
        double[] at = new double[6];
        double x = curve.getX1();
        double y = curve.getY1();
        for (; !points.isDone(); points.next()) {
            if (points.currentSegment(at) == PathIterator.SEG_LINETO) {
                lines.add(new Line2D.Double(x, y, at[0], at[1]));
                x = at[0];
                y = at[1];
            }
        }
        return lines;
    }
}
