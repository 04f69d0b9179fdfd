package io.retort.boot.command;

import io.retort.internal.text.PrintableText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows what runs: in a terminal a line that is redrawn, elsewhere a line every ten seconds.
 *
 * <p>Thread-safe. Other text is printed with {@link #println}, which removes the redrawn line first.
 */
final class ConsoleTicker implements AutoCloseable {

    private static final int WIDTH = 100;
    private static final String TO_LINE_START = PrintableStream.TO_LINE_START;
    private static final String CLEAR_TO_END = PrintableStream.CLEAR_TO_END;

    private final PrintStream talk;
    private final boolean terminal;
    private final Supplier<String> text;
    private final ScheduledExecutorService clock;
    private boolean drawn;
    private boolean closed;

    /**
     * Starts to show a text.
     *
     * @param talk receives it
     * @param terminal whether it is a terminal
     * @param interval the time between two texts
     * @param text supplies the text; an empty one is not shown
     */
    ConsoleTicker(PrintStream talk, boolean terminal, Duration interval, Supplier<String> text) {
        this.talk = PrintableStream.of(talk);
        this.terminal = terminal;
        this.text = text;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "retort-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::show, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the interval for the output of this process. */
    static Duration interval(boolean terminal) {
        return terminal ? Duration.ofMillis(250) : Duration.ofSeconds(10);
    }

    private synchronized void show() {
        String line = PrintableText.line(text.get());
        if (closed || line.isEmpty()) {
            return;
        }
        if (terminal) {
            talk.print(TO_LINE_START + shortened(line) + CLEAR_TO_END);
            talk.flush();
            drawn = true;
        } else {
            talk.println(line);
        }
    }

    private static String shortened(String line) {
        if (line.length() <= WIDTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(WIDTH - 4)) ? WIDTH - 4 : WIDTH - 3;
        return line.substring(0, end) + "...";
    }

    /** Prints a line. */
    synchronized void println(String line) {
        clear();
        talk.println(line);
    }

    /**
     * Prints a line.
     *
     * @param line the line
     * @param open whether the last other output is the beginning of a line, which ends before
     */
    synchronized void println(String line, boolean open) {
        if (open && !drawn) {
            talk.println();
        }
        println(line);
    }

    /**
     * Ends a line of which only the beginning was printed.
     *
     * @param beginning the beginning, printed again if the line was redrawn
     */
    synchronized void endLine(String beginning) {
        if (drawn) {
            println(beginning);
        } else {
            talk.println();
        }
    }

    /** Returns whether the last output is a line that is redrawn. */
    synchronized boolean isDrawn() {
        return drawn;
    }

    private void clear() {
        if (drawn) {
            talk.print(TO_LINE_START + CLEAR_TO_END);
            drawn = false;
        }
    }

    /** Removes the redrawn line until the next text. */
    synchronized void hide() {
        clear();
        talk.flush();
    }

    /** Stops, and removes the redrawn line. */
    @Override
    public synchronized void close() {
        closed = true;
        clear();
        talk.flush();
        clock.shutdownNow();
    }

    /** Renders a bar: {@code [=====>              ]}. Empty if the total is unknown. */
    static String bar(long done, long total) {
        if (total <= 0) {
            return "";
        }
        int width = 24;
        int filled = (int) Math.min(width, done * width / total);
        String head = filled < width ? ">" + " ".repeat(width - filled - 1) : "";
        return "[" + "=".repeat(filled) + head + "] ";
    }
}
