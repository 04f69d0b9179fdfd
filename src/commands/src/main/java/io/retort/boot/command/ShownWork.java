package io.retort.boot.command;

import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.Pace;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far something long is: a comparison, a replay, the work for many tenants. Nothing is shown in the first
 * second, and nothing at all if the output is JSON.
 */
final class ShownWork implements AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final String what;
    private final boolean terminal;
    private final boolean asks;
    private final boolean quiet;
    private final long started = System.nanoTime();
    private volatile long begun = started;
    private final ConsoleTicker ticker;
    private volatile WorkPart part = new WorkPart(0, 0, "");

    private record WorkPart(long done, long total, String name) {

        boolean isKnown() {
            return total > 0 || !name.isEmpty();
        }
    }

    private ShownWork(ToolContext context, String what, boolean terminal, boolean asks) {
        this(
                context.line().has("json") ? null : context.talk(),
                what,
                terminal,
                asks,
                ConsoleTicker.interval(terminal));
    }

    /**
     * @param talk receives the text; null to show nothing
     * @param what the work, as the beginning of a line
     * @param terminal whether it is a terminal
     * @param asks whether the work asks questions
     * @param interval the time between two texts
     */
    ShownWork(@Nullable PrintStream talk, String what, boolean terminal, boolean asks, Duration interval) {
        this.what = what;
        this.terminal = terminal;
        this.asks = asks;
        this.quiet = talk == null;
        this.ticker = new ConsoleTicker(
                talk == null ? new PrintStream(OutputStream.nullOutputStream()) : talk, terminal, interval, this::text);
    }

    /**
     * Begins to show work.
     *
     * @param what the work, as the beginning of a line
     */
    static ShownWork of(ToolContext context, String what) {
        return new ShownWork(context, what, Terminal.isForMessages(), false);
    }

    /**
     * Begins to show work that asks questions. In a terminal nothing is shown before its first part and during a pause,
     * because it would hide a question.
     */
    static ShownWork asking(ToolContext context, String what) {
        boolean terminal = Terminal.isForMessages();
        return new ShownWork(context, what, terminal, terminal);
    }

    /**
     * Sets the position.
     *
     * @param done the number of finished parts
     * @param total the number of all parts
     * @param name the current or last part
     */
    void at(long done, long total, String name) {
        if (part.total() == 0 || done == 0) {
            begun = System.nanoTime();
        }
        part = new WorkPart(done, total, name);
    }

    /**
     * Sets the position in a stage of the work, whose parts have no names.
     *
     * @param stage the stage; empty during a pause
     * @param done the number of finished parts
     * @param total the number of all parts; 0 if unknown
     */
    void inStage(String stage, long done, long total) {
        WorkPart before = part;
        if (before.total() != total || !before.name().equals(stage)) {
            begun = System.nanoTime();
        }
        part = new WorkPart(done, total, stage);
        if (asks && stage.isEmpty() && before.isKnown()) {
            ticker.hide();
        }
    }

    /** Prints a message, unless the output is JSON. */
    void say(String text) {
        if (!quiet) {
            ticker.println(text);
        }
    }

    private String text() {
        WorkPart now = part;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        boolean hidesQuestion = asks && !now.isKnown();
        return hidesQuestion || elapsed.compareTo(SHORT) < 0 ? "" : text(now, elapsed);
    }

    private String text(WorkPart now, Duration elapsed) {
        if (now.total() == 0) {
            return what + " for " + HumanDuration.rounded(elapsed) + (now.name().isEmpty() ? "" : ": " + now.name());
        }
        Pace pace = new Pace(now.done(), now.total(), Duration.ofNanos(System.nanoTime() - begun));
        String speed = pace.describe();
        return what + ": " + (terminal ? ConsoleTicker.bar(now.done(), now.total()) : "") + pace.position()
                + (speed.isEmpty() ? "" : ", " + speed) + (now.name().isEmpty() ? "" : "  " + now.name());
    }

    @Override
    public void close() {
        ticker.close();
    }
}
