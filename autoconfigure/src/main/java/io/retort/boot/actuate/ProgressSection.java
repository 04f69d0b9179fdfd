package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Backfill;
import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.boot.actuate.UnitDescription.LockHolder;
import io.retort.boot.actuate.UnitDescription.Progress;
import io.retort.boot.actuate.UnitDescription.State;
import io.retort.internal.text.HumanDuration;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The steps of a unit that run or were interrupted, and the sessions that hold the migration lock. Empty if there are none. */
final class ProgressSection {

    private final HtmlWriter html;
    private final UnitDescription unit;
    private final int level;

    /**
     * @param level the level of its heading
     */
    ProgressSection(HtmlWriter html, UnitDescription unit, int level) {
        this.html = html;
        this.unit = unit;
        this.level = level;
    }

    void write() {
        List<Entry> partial = UnitState.partial(unit);
        if (partial.isEmpty() && !UnitState.isLocked(unit)) {
            return;
        }
        html.heading(level, "In progress");
        partial.forEach(this::step);
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

    private void step(Entry entry) {
        Progress progress = Objects.requireNonNull(entry.progress());
        html.open("p").element("code", entry.id()).text(" ");
        html.element("bdi", RevisionGraphList.firstLine(entry)).text(" ");
        RevisionBadge.write(html, entry.state());
        html.close();
        String statements = progress.statements() == 0
                ? UnitSection.count(progress.completed(), "statement") + " completed"
                : progress.completed() + " of " + UnitSection.count(progress.statements(), "statement") + " completed";
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

    private static String duration(long seconds) {
        return HumanDuration.rounded(Duration.ofSeconds(seconds));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
