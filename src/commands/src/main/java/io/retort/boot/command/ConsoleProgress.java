package io.retort.boot.command;

import io.retort.boot.internal.RunningStatement;
import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.Pace;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import io.retort.run.StepReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints the progress of a run: a heading, then a line for each step, or for many steps a bar in a terminal and a line
 * every ten seconds elsewhere. A long step shows the statement that runs.
 *
 * <p>An instance serves one run at a time.
 */
final class ConsoleProgress implements RunListener {

    /** Up to this number, each step has a line of its own. */
    private static final int LISTED = 20;

    private final String heading;
    private final PrintStream talk;
    private final boolean terminal;
    private final Duration interval;
    private @Nullable ConsoleTicker ticker;
    private volatile @Nullable Position position;

    /** What the database or a backfill reported last about the current statement. */
    private volatile String reported = "";

    /** Whether the last output is the beginning of a line. */
    private volatile boolean open;

    /**
     * Where the run is.
     *
     * @param number the number of the current step, from 1
     * @param text the step, as its line begins
     * @param begun when the first step began, as {@link System#nanoTime()}
     * @param since when this step began
     * @param statement the current statement; null before the first one
     */
    private record Position(
            int number,
            int total,
            String text,
            long begun,
            long since,
            @Nullable RunningStatement statement) {

        boolean isListed() {
            return total <= LISTED;
        }

        /** Whether a step runs that has a line of its own. */
        boolean isOnItsLine() {
            return isListed() && !text.isEmpty();
        }

        /** The line of a step that has its own. */
        String ofStep() {
            return text + " " + HumanDuration.rounded(elapsed(since)) + running();
        }

        /** The line of a run with many steps. */
        String ofRun(boolean withBar) {
            Pace pace = new Pace(number - 1L, total, elapsed(begun));
            String speed = pace.describe();
            return "  " + (withBar ? ConsoleTicker.bar(number - 1L, total) : "") + pace.position()
                    + (speed.isEmpty() ? "" : ", " + speed) + "  " + text.strip() + running();
        }

        private String running() {
            return statement == null || elapsed(since).toSeconds() < 1 ? "" : ", " + statement.describe();
        }

        static Duration elapsed(long since) {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * @param heading the target, the database and its current revision; printed only if there is a step; empty for none
     * @param talk receives the messages
     */
    ConsoleProgress(String heading, PrintStream talk) {
        this(heading, talk, Terminal.isForMessages());
    }

    private ConsoleProgress(String heading, PrintStream talk, boolean terminal) {
        this(heading, talk, terminal, ConsoleTicker.interval(terminal));
    }

    ConsoleProgress(String heading, PrintStream talk, boolean terminal, Duration interval) {
        this.heading = heading;
        this.talk = talk;
        this.terminal = terminal;
        this.interval = interval;
    }

    @Override
    public void begin(String database, List<PreparedStep> steps) {
        if (!steps.isEmpty()) {
            if (!heading.isEmpty()) {
                talk.println(heading);
            }
            ticker = new ConsoleTicker(talk, terminal, interval, this::running);
        }
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        long now = System.nanoTime();
        Position last = position;
        String sign = step.stored().formerId() != null ? "= " : step.isUpgrade() ? "+ " : "- ";
        String name = sign + step.revision().describe();
        boolean listed = total <= LISTED;
        String text = listed ? "  " + number + " of " + total + "  " + name + " ..." : name;
        reported = "";
        position = new Position(number, total, text, last == null ? now : last.begun(), now, null);
        if (listed) {
            talk.print(text);
            talk.flush();
            open = true;
        }
    }

    @Override
    public void statement(StatementPosition place, int total) {
        Position now = position;
        reported = "";
        if (now != null) {
            position = new Position(
                    now.number(),
                    now.total(),
                    now.text(),
                    now.begun(),
                    now.since(),
                    new RunningStatement(place, total, System.nanoTime()));
        }
    }

    @Override
    public void after(StepReport report, int number, int total) {
        if (total <= LISTED) {
            ended(
                    report.reason() == null
                            ? " " + CommandFormats.count(report.statements(), "statement") + ", "
                                    + CommandFormats.seconds(report.duration())
                            : " recorded, not run: " + report.reason());
        }
    }

    /** Ends the line of a step. A redrawn line is written again with its end. */
    private void ended(String end) {
        Position now = position;
        ConsoleTicker shown = ticker;
        position = null;
        if (shown != null && now != null && (shown.isDrawn() || !open)) {
            shown.println(now.text() + end);
        } else {
            talk.println(end);
        }
        open = false;
        if (now != null) {
            position = new Position(now.number(), now.total(), "", now.begun(), now.since(), null);
        }
    }

    /** In a log, the line of a step can still be open, so the text goes on a line of its own. */
    private String running() {
        Position now = position;
        if (now == null || now.text().isEmpty()) {
            return "";
        }
        String detail = reported.isEmpty() ? "" : ", " + reported;
        if (!now.isListed()) {
            return now.ofRun(terminal) + (terminal ? detail : "");
        }
        if (terminal) {
            return reported.isEmpty() ? now.ofStep() : now.text() + detail.substring(1);
        }
        String before = open ? System.lineSeparator() : "";
        open = false;
        return before + "      running for " + HumanDuration.rounded(Position.elapsed(now.since())) + now.running();
    }

    @Override
    public void waiting(LockWait wait) {
        line(wait.describe());
    }

    @Override
    public void retrying(Retry retry) {
        line("      " + retry.describe());
    }

    /** In a terminal, the redrawn line shows it. */
    @Override
    public void progress(String text) {
        if (terminal) {
            reported = text;
        } else {
            line("      " + text);
        }
    }

    @Override
    public void warning(String sentence) {
        line("Note: " + sentence);
    }

    /** The line of the current step can still be open, so the text goes on a line of its own. */
    private void line(String text) {
        ConsoleTicker shown = ticker;
        if (shown == null) {
            talk.println(text);
        } else {
            shown.println(text, open);
        }
        open = false;
    }

    /** The line of the step that failed stays, and what follows begins on a line of its own. */
    @Override
    public void end(@Nullable Throwable failure) {
        Position last = position;
        ConsoleTicker shown = ticker;
        if (last != null && shown != null && last.isOnItsLine() && (open || shown.isDrawn())) {
            shown.endLine(last.text());
        }
        open = false;
        position = null;
        if (shown != null) {
            shown.close();
            ticker = null;
        }
    }
}
