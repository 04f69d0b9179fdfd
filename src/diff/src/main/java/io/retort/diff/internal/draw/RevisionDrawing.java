package io.retort.diff.internal.draw;

import io.retort.internal.graph.RevisionLayout;
import io.retort.internal.graph.RevisionLayout.Move;
import io.retort.internal.graph.RevisionLayout.Node;
import io.retort.internal.graph.RevisionLayout.Step;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
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
        int lanes = layout.steps().stream().mapToInt(Step::lanes).max().orElse(1);
        int text = MARGIN + lanes * LANE + 6;
        int width = revisions.stream()
                .mapToInt(revision -> text + SvgText.width(label(revision, current)) + MARGIN)
                .max()
                .orElse(text);
        Svg svg = new Svg(width, 2 * MARGIN + ROW * Math.max(0, revisions.size() - 1), "Revision graph", alone);
        lines(layout, svg);
        int row = 0;
        for (Step step : layout.steps()) {
            if (step instanceof Node node) {
                RevisionInfo revision = node.revision();
                boolean isMarked = marked.contains(revision.id());
                svg.add("<circle" + (isMarked ? " class=\"n\"" : "") + " cx=\"" + x(node.lane()) + "\" cy=\"" + y(row)
                        + "\" r=\"5\"/>");
                svg.label(isMarked ? "i" : "", text, y(row) + 4, label(revision, current));
                row++;
            }
        }
        return svg.end();
    }

    private static String label(RevisionInfo revision, Set<String> current) {
        return revision.id() + "  "
                + SvgText.cut(revision.message().lines().findFirst().orElse(""), LONGEST_MESSAGE)
                + (revision.labels().isEmpty() ? "" : "  [" + String.join(", ", revision.labels()) + "]")
                + (current.contains(revision.id()) ? "  (current)" : "");
    }

    /** Between two revisions, all moves of lanes become one curve. */
    private static void lines(RevisionLayout layout, Svg svg) {
        List<Move> ways = new ArrayList<>();
        int row = -1;
        for (Step step : layout.steps()) {
            if (step instanceof Node) {
                draw(ways, row, svg);
                ways = new ArrayList<>(step.moves());
                row++;
            } else {
                ways = followed(ways, step.moves());
            }
        }
    }

    private static List<Move> followed(List<Move> ways, List<Move> moves) {
        List<Move> followed = new ArrayList<>();
        for (Move way : ways) {
            for (Move move : moves) {
                if (move.from() == way.to()) {
                    followed.add(new Move(way.from(), move.to()));
                }
            }
        }
        return followed;
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
