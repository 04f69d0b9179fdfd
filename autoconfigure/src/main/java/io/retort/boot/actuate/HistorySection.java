package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.boot.actuate.UnitDescription.State;
import io.retort.internal.text.HumanDuration;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of all revisions of a unit, with the times and durations of the applied ones. */
final class HistorySection {

    private HistorySection() {}

    static void write(HtmlWriter html, List<Entry> newestFirst) {
        PageTable.open(html, "History", "Revision", "Message", "State", "Applied", "Duration", "Follows", "Location");
        for (Entry entry : newestFirst) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .element("code", entry.id())
                    .close();
            html.open("td").element("bdi", entry.message());
            String recorded = recorded(entry);
            if (recorded != null) {
                html.text(" ").element("span", "Recorded without being run: " + recorded, "class", "soft");
            }
            html.close().open("td", "class", "fix");
            RevisionBadge.write(html, entry.state());
            html.close();
            applied(html, entry);
            html.open("td", "class", "fix", "data-label", "Duration")
                    .text(ran(entry))
                    .close();
            follows(html, entry.parents());
            PageTable.openCell(html, "Location");
            html.element("span", entry.location(), "class", "soft").close().close();
        }
        PageTable.close(html);
    }

    /** Ids are not divided at the end of a line, but a line can end between them. */
    private static void follows(HtmlWriter html, List<String> parents) {
        PageTable.openCell(html, "Follows");
        if (parents.isEmpty()) {
            html.text("base");
        }
        for (int i = 0; i < parents.size(); i++) {
            html.text(i == 0 ? "" : ", ").element("bdi", parents.get(i), "class", "id");
        }
        html.close();
    }

    private static void applied(HtmlWriter html, Entry entry) {
        PageTable.openCell(html, "Applied");
        if (entry.appliedAt() == null) {
            html.text("-");
        } else {
            OperatorPage.time(html, entry.appliedAt());
        }
        if (entry.appliedBy() != null && !entry.appliedBy().isBlank()) {
            html.text(" by ").element("bdi", entry.appliedBy());
        }
        html.close();
    }

    private static String ran(Entry entry) {
        Long millis = entry.durationMillis();
        return millis == null || entry.state() != State.APPLIED || recorded(entry) != null
                ? "-"
                : HumanDuration.of(Duration.ofMillis(millis));
    }

    private static @Nullable String recorded(Entry entry) {
        if (entry.state() != State.APPLIED || entry.checksum() != null) {
            return entry.reason();
        }
        return entry.reason() == null ? "stamped" : entry.reason();
    }
}
