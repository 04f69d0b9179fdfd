package io.retort.diff.internal.draw;

import io.retort.internal.graph.RevisionLayout;
import io.retort.internal.graph.RevisionLayout.Move;
import io.retort.internal.graph.RevisionLayout.Row;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Set;

/** Draws the revision graph with the lanes of {@link RevisionLayout}, newest revision on top. */
public final class RevisionDrawing {

    private static final int MARGIN = 16;
    private static final int ROW = 26;
    private static final int LANE = 18;
    private static final int LONGEST_MESSAGE = 70;

    private RevisionDrawing() {}

    /**
     * Draws revisions.
     *
     * @param revisions the revisions, newest first, each before its parents
     * @param marked the ids of revisions to emphasise, such as those that a branch adds
     * @param current the ids of the database's current heads; empty without a database
     * @param alone true for a file of its own
     */
    public static String of(List<RevisionInfo> revisions, Set<String> marked, Set<String> current, boolean alone) {
        RevisionLayout layout = RevisionLayout.of(revisions);
        int text = MARGIN + layout.width() * LANE + 6;
        int width = revisions.stream()
                .mapToInt(revision -> text + SvgText.width(label(revision, current)) + MARGIN)
                .max()
                .orElse(text);
        Svg svg = new Svg(width, 2 * MARGIN + ROW * Math.max(0, revisions.size() - 1), "Revision graph", alone);
        List<Row> rows = layout.rows();
        for (int row = 0; row < rows.size(); row++) {
            draw(rows.get(row).below(), row, svg);
        }
        for (int row = 0; row < rows.size(); row++) {
            RevisionInfo revision = rows.get(row).revision();
            boolean isMarked = marked.contains(revision.id());
            svg.add("<circle" + (isMarked ? " class=\"n\"" : "") + " cx=\""
                    + x(rows.get(row).lane()) + "\" cy=\"" + y(row) + "\" r=\"5\"/>");
            svg.label(isMarked ? "i" : "", text, y(row) + 4, label(revision, current));
        }
        return svg.end();
    }

    private static String label(RevisionInfo revision, Set<String> current) {
        return revision.id() + "  "
                + SvgText.cut(revision.message().lines().findFirst().orElse(""), LONGEST_MESSAGE)
                + (revision.labels().isEmpty() ? "" : "  [" + String.join(", ", revision.labels()) + "]")
                + (current.contains(revision.id()) ? "  (current)" : "");
    }

    private static void draw(List<Move> ways, int row, Svg svg) {
        for (Move way : ways) {
            int x1 = x(way.from());
            int x2 = x(way.to());
            int y1 = y(row);
            int y2 = y(row + 1);
            String curve = x1 == x2
                    ? "V" + y2
                    : "C" + x1 + ' ' + (y1 + y2) / 2 + ' ' + x2 + ' ' + (y1 + y2) / 2 + ' ' + x2 + ' ' + y2;
            svg.add("<path d=\"M" + x1 + ' ' + y1 + curve + "\"/>\n");
        }
    }

    private static int x(int lane) {
        return MARGIN + lane * LANE;
    }

    private static int y(int row) {
        return MARGIN + row * ROW;
    }
}
