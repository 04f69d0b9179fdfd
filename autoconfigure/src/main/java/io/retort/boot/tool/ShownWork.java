package io.retort.boot.tool;

import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.Pace;
import java.time.Duration;

/**
 * Shows how far something long is: a comparison, a replay, the work for many tenants. Nothing is shown in the first
 * second, and nothing at all if the output is JSON.
 */
final class ShownWork implements AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final ToolContext context;
    private final String what;
    private final boolean terminal;
    private final boolean asks;
    private volatile long begun = System.nanoTime();
    private final ConsoleTicker ticker;
    private volatile Part part = new Part(0, 0, "");

    private record Part(long done, long total, String name) {}

    private ShownWork(ToolContext context, String what, boolean terminal, boolean asks) {
        this.context = context;
        this.what = what;
        this.terminal = terminal;
        this.asks = asks;
        boolean quiet = context.line().has("json");
        this.ticker = new ConsoleTicker(
                context.talk(), terminal, ConsoleTicker.interval(terminal), () -> quiet ? "" : text());
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
     * Begins to show work that asks questions before its first part: until then, nothing is shown in a terminal, because
     * it would hide them.
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
        part = new Part(done, total, name);
    }

    /** Prints a message, unless the output is JSON. */
    void say(String text) {
        if (!context.line().has("json")) {
            ticker.println(text);
        }
    }

    private String text() {
        Part now = part;
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        boolean hidesQuestion = asks && now.total() == 0;
        return hidesQuestion || elapsed.compareTo(SHORT) < 0 ? "" : text(now, elapsed);
    }

    private String text(Part now, Duration elapsed) {
        if (now.total() == 0) {
            return what + " for " + HumanDuration.rounded(elapsed);
        }
        Pace pace = new Pace(now.done(), now.total(), elapsed);
        String speed = pace.describe();
        return what + ": " + (terminal ? ConsoleTicker.bar(now.done(), now.total()) : "") + pace.position()
                + (speed.isEmpty() ? "" : ", " + speed) + (now.name().isEmpty() ? "" : "  " + now.name());
    }

    @Override
    public void close() {
        ticker.close();
    }
}
