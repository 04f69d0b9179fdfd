package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Backfill;
import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.boot.actuate.UnitDescription.LockHolder;
import io.retort.boot.actuate.UnitDescription.Progress;
import io.retort.boot.actuate.UnitDescription.State;
import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.PrintableText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section of a unit on the page. */
final class UnitSection {

    private static final int LONGEST_MESSAGE = 100;

    private final HtmlWriter html;
    private final UnitDescription unit;
    private final UnitState state;
    private final Map<String, Entry> revisions;

    UnitSection(HtmlWriter html, UnitDescription unit, UnitState state) {
        this.html = html;
        this.unit = unit;
        this.state = state;
        this.revisions = unit.history().stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    void write() {
        html.element("p", sentence(), "class", "state " + state.style());
        facts();
        progress();
        tenants();
        pending();
        if (!unit.history().isEmpty()) {
            List<Entry> newestFirst = new ArrayList<>(unit.history());
            Collections.reverse(newestFirst);
            html.heading(3, "Revision graph");
            new RevisionGraphList(html, newestFirst, unit.current()).write();
            html.heading(3, "History");
            history(newestFirst);
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
            sentence += "Revision " + entry.id() + " is " + label(entry.state()) + ". ";
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
        return unit.lockHolders().isEmpty() ? "free" : "held by a run";
    }

    private void progress() {
        List<Entry> partial = UnitState.partial(unit);
        if (partial.isEmpty() && !UnitState.isLocked(unit)) {
            return;
        }
        html.heading(3, "In progress");
        partial.forEach(this::progress);
        if (!partial.isEmpty() && !UnitState.isLocked(unit)) {
            html.element("p", interrupted(partial.get(0)));
        }
        if (unit.lockHolders() != null && !unit.lockHolders().isEmpty()) {
            holders(unit.lockHolders());
        }
    }

    private String interrupted(Entry entry) {
        return unit.lockHolders() == null
                ? "The step is running or was interrupted: this database does not report whether a run holds the migration"
                        + " lock."
                : "No run holds the migration lock, so the step was interrupted. The next "
                        + (entry.state() == State.DOWNGRADING ? "downgrade" : "upgrade")
                        + " continues where it stopped.";
    }

    private void progress(Entry entry) {
        Progress progress = Objects.requireNonNull(entry.progress());
        html.open("p").element("code", entry.id()).text(" ");
        html.element("bdi", RevisionGraphList.firstLine(entry)).text(" ");
        PageTable.badge(html, label(entry.state()), style(entry.state()));
        html.close();
        String statements = progress.statements() == 0
                ? count(progress.completed(), "statement") + " completed"
                : progress.completed() + " of " + count(progress.statements(), "statement") + " completed";
        String doubt = progress.inDoubt()
                ? ". Whether statement " + (progress.completed() + 1)
                        + " took effect is in doubt until the next run queries the catalog."
                : "";
        html.element("p", statements + doubt);
        bar("Statements", progress.completed(), progress.statements());
        if (entry.backfill() != null) {
            html.element("p", text(entry.backfill()));
            Long estimate = entry.backfill().estimate();
            bar("Rows", entry.backfill().read(), estimate == null ? 0 : estimate);
        }
    }

    private static String text(Backfill backfill) {
        String of = backfill.estimate() == null
                ? ""
                : " of about " + number(Math.max(backfill.estimate(), backfill.read()));
        return "Backfill of table " + backfill.table() + ": " + number(backfill.read()) + of + " rows read, "
                + number(backfill.filled()) + " filled"
                + (backfill.secondsLeft() == null
                        ? ""
                        : ", about " + HumanDuration.rounded(Duration.ofSeconds(backfill.secondsLeft())) + " left");
    }

    /** A bar without a known end would look as if it moved. */
    private void bar(String name, long value, long most) {
        if (most > 0) {
            html.element(
                    "progress",
                    "",
                    "aria-label",
                    name,
                    "value",
                    String.valueOf(Math.min(value, most)),
                    "max",
                    String.valueOf(most));
        }
    }

    private void holders(List<LockHolder> holders) {
        PageTable.open(
                html, "Holder of the migration lock", "Session", "User", "Application", "Host", "For", "Statement");
        for (LockHolder holder : holders) {
            html.open("tr").open("th", "scope", "row");
            html.element("bdi", "Session " + Objects.requireNonNullElse(holder.session(), "unknown"))
                    .close();
            PageTable.cell(html, "User", Objects.requireNonNullElse(holder.user(), ""));
            PageTable.cell(html, "Application", Objects.requireNonNullElse(holder.application(), ""));
            PageTable.cell(html, "Host", Objects.requireNonNullElse(holder.host(), ""));
            PageTable.cell(html, "For", holder.seconds() == null ? "" : duration(holder.seconds()));
            PageTable.openCell(html, "Statement");
            if (holder.idleSeconds() != null) {
                html.text("idle for " + duration(holder.idleSeconds()) + ", last statement: ");
            }
            html.element("code", Objects.requireNonNullElse(holder.statement(), "unknown"))
                    .close()
                    .close();
        }
        PageTable.close(html);
    }

    private void tenants() {
        TenantsDescription tenants = unit.tenants();
        if (tenants == null) {
            return;
        }
        html.heading(3, "Tenants");
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
        html.heading(3, "Pending revisions");
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

    private void history(List<Entry> newestFirst) {
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
            PageTable.badge(html, label(entry.state()), style(entry.state()));
            html.close();
            applied(entry);
            html.open("td", "class", "fix", "data-label", "Duration")
                    .text(ran(entry))
                    .close();
            PageTable.cell(html, "Follows", entry.parents().isEmpty() ? "base" : String.join(", ", entry.parents()));
            PageTable.openCell(html, "Location");
            html.element("span", entry.location(), "class", "soft").close().close();
        }
        PageTable.close(html);
    }

    private void applied(Entry entry) {
        PageTable.openCell(html, "Applied");
        if (entry.appliedAt() == null) {
            html.text("-");
        } else {
            OperatorPage.time(html, entry.appliedAt());
        }
        if (entry.appliedBy() != null) {
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
            return entry.note();
        }
        return entry.note() == null ? "stamped" : entry.note();
    }

    static String label(State state) {
        return switch (state) {
            case APPLIED -> "applied";
            case PENDING -> "pending";
            case UPGRADING -> "partially applied";
            case DOWNGRADING -> "partially downgraded";
        };
    }

    static String style(State state) {
        return switch (state) {
            case APPLIED -> "good";
            case PENDING -> "warn";
            case UPGRADING, DOWNGRADING -> "bad";
        };
    }

    private static String duration(long seconds) {
        return HumanDuration.rounded(Duration.ofSeconds(seconds));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
