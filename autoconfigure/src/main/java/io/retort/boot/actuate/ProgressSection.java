package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.Backfill;
import io.retort.boot.actuate.UnitDescription.Entry;
import io.retort.boot.actuate.UnitDescription.LockHolder;
import io.retort.boot.actuate.UnitDescription.Progress;
import io.retort.boot.actuate.UnitDescription.State;
import io.retort.boot.actuate.UnitDescription.WaitingInstance;
import io.retort.internal.text.HumanDuration;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a unit that run or were interrupted, the sessions that hold the migration lock, and the instances that wait
 * for it. Empty if there are none.
 */
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
        List<WaitingInstance> waiting = Objects.requireNonNullElse(unit.waiting(), List.of());
        List<Entry> filling = unit.history().stream()
                .filter(entry -> entry.progress() == null && entry.backfill() != null)
                .toList();
        if (partial.isEmpty() && filling.isEmpty() && !UnitState.isLocked(unit) && waiting.isEmpty()) {
            return;
        }
        html.heading(level, "In progress");
        partial.forEach(this::step);
        filling.forEach(this::applied);
        if (!partial.isEmpty() && !UnitState.isLocked(unit)) {
            html.element("p", interrupted(partial.get(0)));
        }
        if (unit.lockHolders() != null && !unit.lockHolders().isEmpty()) {
            holders(unit.lockHolders());
        }
        if (!waiting.isEmpty()) {
            waiting(waiting);
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

    /** A backfill of an applied revision. */
    private void applied(Entry entry) {
        title(entry);
        backfill(Objects.requireNonNull(entry.backfill()));
    }

    private void title(Entry entry) {
        html.open("p").element("code", entry.id()).text(" ");
        html.element("bdi", RevisionGraphList.firstLine(entry)).text(" ");
        RevisionBadge.write(html, entry.state());
        html.close();
    }

    private void backfill(Backfill backfill) {
        html.element("p", text(backfill));
        Long estimate = backfill.estimate();
        bar("Rows", backfill.read(), estimate == null ? 0 : estimate);
    }

    private void step(Entry entry) {
        Progress progress = Objects.requireNonNull(entry.progress());
        title(entry);
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
            backfill(entry.backfill());
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
                        : ", about " + HumanDuration.rounded(Duration.ofSeconds(backfill.secondsLeft())) + " left")
                + (backfill.paused() == null ? "" : ", paused " + backfill.paused());
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
            client(holder.session(), holder.user(), holder.application(), holder.host(), holder.seconds());
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

    private void waiting(List<WaitingInstance> waiting) {
        PageTable.open(
                html, "Instances that wait for the migration lock", "Session", "User", "Application", "Host", "For");
        for (WaitingInstance instance : waiting) {
            client(instance.session(), instance.user(), instance.application(), instance.host(), instance.seconds());
            html.close();
        }
        PageTable.close(html);
    }

    /** Opens a row, and writes its first five cells. */
    private void client(
            @Nullable String session,
            @Nullable String user,
            @Nullable String application,
            @Nullable String host,
            @Nullable Long seconds) {
        html.open("tr").open("th", "scope", "row");
        html.element("bdi", "Session " + Objects.requireNonNullElse(session, "unknown"))
                .close();
        PageTable.cell(html, "User", Objects.requireNonNullElse(user, ""));
        PageTable.cell(html, "Application", Objects.requireNonNullElse(application, ""));
        PageTable.cell(html, "Host", Objects.requireNonNullElse(host, ""));
        PageTable.cell(html, "For", seconds == null ? "" : duration(seconds));
    }

    private static String duration(long seconds) {
        return HumanDuration.rounded(Duration.ofSeconds(seconds));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
