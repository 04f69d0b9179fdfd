package io.retort.run;

import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import io.retort.run.prepare.PreparedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Told about a run while it goes on. It cannot stop the run: whatever a listener throws is logged, and the run continues.
 * Called by the thread that runs, except {@link #progress}.
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /**
     * Somebody else changes the database and we wait; told at once and every ten seconds.
     *
     * @param wait for whom, and how long already
     */
    default void waiting(LockWait wait) {}

    /**
     * It is our turn, and there is something to do.
     *
     * @param database product, version and URL, without secrets
     * @param total how many steps the run has
     */
    default void begin(String database, int total) {}

    /**
     * The same with the steps of the run.
     *
     * @param database product, version and URL, without secrets
     * @param steps what the run executes, in order
     */
    default void begin(String database, List<PreparedStep> steps) {
        begin(database, steps.size());
    }

    /**
     * A step is about to run.
     *
     * @param number counts from 1
     * @param total how many steps the run has
     */
    default void before(PreparedStep step, int number, int total) {}

    /** Something that a person should know, and that does not stop the run. */
    default void warning(String sentence) {}

    /** A step has run. */
    default void after(StepReport report, int number, int total) {}

    /** Another session has a lock that a statement needs; it is tried again. */
    default void retrying(Retry retry) {}

    /** A statement runs for long, and the database says how far it is. */
    default void progress(String text) {}

    /**
     * What began is over.
     *
     * @param failure what ended it; null if it is done
     */
    default void end(@Nullable Throwable failure) {}

    /** Tells this one first, then the other. */
    default RunListener and(RunListener other) {
        return new RunListenerPair(this, other);
    }
}
