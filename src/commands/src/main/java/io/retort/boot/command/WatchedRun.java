package io.retort.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the application during {@code dev --watch}, with its result for the watch. */
final class WatchedRun {

    private final boolean writes;
    private final LineInput input;
    private final List<String> lines = new ArrayList<>();
    private boolean writable;
    private @Nullable CommandOutcome outcome;

    /**
     * Creates a run.
     *
     * @param writes whether it writes the revision; otherwise it only compares
     * @param input where answers to its questions are read
     */
    WatchedRun(boolean writes, LineInput input) {
        this.writes = writes;
        this.input = input;
    }

    /** Returns the run of this thread, to whose class loader the application's classes belong; empty outside a watch. */
    static Optional<WatchedRun> current() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        while (loader != null) {
            if (loader instanceof ReloadingClassLoader reloading) {
                return Optional.of(reloading.run());
            }
            loader = loader.getParent();
        }
        return Optional.empty();
    }

    boolean writes() {
        return writes;
    }

    LineInput input() {
        return input;
    }

    /** Reports a comparison, and whether there is a revision to write. */
    void compared(List<String> result, boolean canWrite) {
        lines.addAll(result);
        writable |= canWrite;
    }

    /** Returns the lines of the comparison; empty if there was none. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean isWritable() {
        return writable;
    }

    void ended(CommandOutcome result) {
        outcome = result;
    }

    /** Returns the outcome; empty until the command ends. */
    Optional<CommandOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
