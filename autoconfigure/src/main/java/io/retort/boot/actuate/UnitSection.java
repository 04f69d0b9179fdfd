package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.internal.text.PrintableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The section of a unit on the page. */
final class UnitSection {

    private static final int LONGEST_MESSAGE = 100;

    private final HtmlWriter html;
    private final UnitDescription unit;
    private final UnitState state;
    private final int level;
    private final Map<String, Entry> revisions;

    /**
     * @param level the level of its headings
     */
    UnitSection(HtmlWriter html, UnitDescription unit, UnitState state, int level) {
        this.html = html;
        this.unit = unit;
        this.state = state;
        this.level = level;
        this.revisions = unit.history().stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    void write() {
        html.element("p", sentence(), "class", "state " + state.style());
        facts();
        new ProgressSection(html, unit, level).write();
        tenants();
        pending();
        if (!unit.history().isEmpty()) {
            List<Entry> newestFirst = new ArrayList<>(unit.history());
            Collections.reverse(newestFirst);
            html.heading(level, "Revision graph");
            new RevisionGraphList(html, newestFirst, unit.current()).write();
            html.heading(level, "History");
            HistorySection.write(html, newestFirst);
        }
    }

    private String sentence() {
        if (unit.problem() != null) {
            return unit.problem();
        }
        String sentence = state == UnitState.RUNNING ? "A run is in progress. " : "";
        TenantsDescription tenants = unit.tenants();
        if (tenants != null) {
            return sentence + tenants.upToDate() + " of " + count(tenants.total(), "tenant") + " up to date.";
        }
        if (unit.history().isEmpty()) {
            return sentence + "The application has no revisions.";
        }
        for (Entry entry : UnitState.partial(unit)) {
            sentence += "Revision " + entry.id() + " is " + RevisionBadge.label(entry.state()) + ". ";
        }
        return sentence
                + (unit.pending().isEmpty()
                        ? "Every revision is applied."
                        : unit.pending().size() + " of " + count(revisions.size(), "revision") + " pending.");
    }

    private void facts() {
        if (unit.database() == null) {
            return;
        }
        html.open("dl");
        fact("Database", unit.database() + (unit.tenants() == null ? "" : " (first tenant)"));
        fact(unit.current().size() > 1 ? "Current heads" : "Current head", revisions(unit.current(), "base"));
        fact(unit.heads().size() > 1 ? "Heads of the history" : "Head of the history", revisions(unit.heads(), "none"));
        fact("Migration lock", lock());
        html.close();
    }

    private void fact(String name, String text) {
        html.element("dt", name).open("dd").element("bdi", text).close();
    }

    private String revisions(List<String> ids, String none) {
        return ids.isEmpty() ? none : ids.stream().map(this::described).collect(Collectors.joining(", "));
    }

    private String described(String id) {
        Entry entry = revisions.get(id);
        if (entry == null) {
            return id + " (not in this application's history)";
        }
        String message = PrintableText.shortened(RevisionGraphList.firstLine(entry), LONGEST_MESSAGE);
        return message.isEmpty() ? id : id + " (" + message + ")";
    }

    private String lock() {
        if (unit.lockHolders() == null) {
            return "This database does not report who holds it.";
        }
        int waiting = unit.waiting() == null ? 0 : unit.waiting().size();
        return (unit.lockHolders().isEmpty() ? "free" : "held by a run")
                + (waiting == 0 ? "" : ", " + count(waiting, "instance") + " waiting");
    }

    private void tenants() {
        TenantsDescription tenants = unit.tenants();
        if (tenants == null) {
            return;
        }
        html.heading(level, "Tenants");
        if (tenants.names().isEmpty()) {
            html.element("p", "There is no tenant.");
            return;
        }
        PageTable.open(html, "Tenants", "Tenant", "State", "Problem");
        for (String name : tenants.names()) {
            String problem = tenants.problems().get(name);
            UnitState its = problem != null
                    ? UnitState.UNREADABLE
                    : tenants.behind().contains(name) ? UnitState.PENDING : UnitState.UP_TO_DATE;
            html.open("tr").open("th", "scope", "row").element("bdi", name).close();
            html.open("td", "class", "fix");
            PageTable.badge(html, its.label(), its.style());
            html.close();
            if (problem == null) {
                html.open("td").close();
            } else {
                PageTable.cell(html, "Problem", problem);
            }
            html.close();
        }
        PageTable.close(html);
        if (unit.database() != null) {
            html.element("p", "What follows describes the first tenant.", "class", "soft");
        }
    }

    private void pending() {
        if (unit.pending().isEmpty()) {
            return;
        }
        html.heading(level, "Pending revisions");
        html.element("p", "An upgrade applies them in this order.", "class", "soft");
        html.open("ol");
        for (String id : unit.pending()) {
            html.open("li").element("code", id).text(" ");
            Entry entry = revisions.get(id);
            html.element("bdi", entry == null ? "" : RevisionGraphList.firstLine(entry));
            html.close();
        }
        html.close();
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
