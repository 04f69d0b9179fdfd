package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.boot.actuate.UnitDescription.State;
import io.retort.internal.graph.RevisionLayout;
import io.retort.internal.graph.RevisionLayout.Move;
import io.retort.internal.graph.RevisionLayout.Row;
import io.retort.revision.RevisionInfo;
import java.util.List;

/** The revision graph: a list of revisions, with the lanes of {@link RevisionLayout} drawn next to it. */
final class RevisionGraphList {

    /** The height of an item of the list in the style sheet. */
    private static final int ROW = 28;

    private static final int LANE = 16;

    private final HtmlWriter html;
    private final List<Entry> newestFirst;
    private final List<String> current;

    RevisionGraphList(HtmlWriter html, List<Entry> newestFirst, List<String> current) {
        this.html = html;
        this.newestFirst = newestFirst;
        this.current = current;
    }

    /** Returns the first line of the message. */
    static String firstLine(Entry entry) {
        return entry.message().lines().findFirst().orElse("");
    }

    void write() {
        html.element("p", "The newest revision is at the top.", "class", "soft");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Revision graph");
        html.open("div", "class", "graph");
        draw();
        html.open("ol");
        newestFirst.forEach(this::item);
        html.close().close().close();
    }

    private void item(Entry entry) {
        html.open("li").element("code", entry.id());
        html.element("bdi", firstLine(entry));
        entry.labels().forEach(label -> PageTable.badge(html, label, "label"));
        if (entry.state() != State.APPLIED) {
            RevisionBadge.write(html, entry.state());
        }
        if (current.contains(entry.id())) {
            PageTable.badge(html, "current", "good");
        }
        html.close();
    }

    /** The list contains the same revisions as text, so the drawing is hidden from screen readers. */
    private void draw() {
        RevisionLayout layout = RevisionLayout.of(
                newestFirst.stream().map(RevisionGraphList::revision).toList());
        String width = String.valueOf(layout.width() * LANE);
        String height = String.valueOf(newestFirst.size() * ROW);
        html.open(
                "svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "aria-hidden",
                "true");
        List<Row> rows = layout.rows();
        for (int row = 0; row < rows.size(); row++) {
            for (Move move : rows.get(row).below()) {
                html.empty("path", "d", path(move, row));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            html.empty(
                    "circle",
                    "class",
                    style(newestFirst.get(row).state()),
                    "cx",
                    String.valueOf(x(rows.get(row).lane())),
                    "cy",
                    String.valueOf(y(row)),
                    "r",
                    "5");
        }
        html.close();
    }

    private static String style(State state) {
        return switch (state) {
            case APPLIED -> "applied";
            case PENDING -> "pending";
            case UPGRADING, DOWNGRADING -> "partial";
        };
    }

    private static RevisionInfo revision(Entry entry) {
        return new RevisionInfo(
                entry.id(), entry.parents(), List.of(), entry.labels(), entry.message(), null, true, entry.location());
    }

    private static String path(Move move, int row) {
        int above = x(move.from());
        int below = x(move.to());
        int middle = (y(row) + y(row + 1)) / 2;
        return "M" + above + " " + y(row) + "C" + above + " " + middle + " " + below + " " + middle + " " + below + " "
                + y(row + 1);
    }

    private static int x(int lane) {
        return lane * LANE + LANE / 2;
    }

    private static int y(int row) {
        return row * ROW + ROW / 2;
    }
}
