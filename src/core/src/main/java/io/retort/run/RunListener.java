package io.retort.run;

import io.retort.internal.text.HumanDuration;
import io.retort.run.PreparedStep.StatementPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is notified about a run. A listener cannot stop the run: whatever it throws is logged, and the run continues. The thread
 * that runs the migration calls all methods except {@link #progress} and {@link #exiting}, which other threads call at any
 * time.
 *
 * <pre>{@code
 * RunListener listener = new RunListener() {
 *     @Override
 *     public void after(StepReport report, int number, int total) {
 *         log.info("{} of {}: {}", number, total, report.revision().describe());
 *     }
 * };
 * }</pre>
 */
public interface RunListener {

    /** A listener that does nothing. */
    RunListener SILENT = new RunListener() {};

    /**
     * Another run holds the migration lock. Called at once and then every ten seconds.
     *
     * @param wait the lock holder and the time waited so far
     */
    default void waiting(LockWait wait) {}

    /**
     * The run has the migration lock and has something to do.
     *
     * @param database product, version and URL of the database, without secrets
     * @param total the number of steps
     */
    default void begin(String database, int total) {}

    /**
     * The run has the migration lock and has something to do. Calls {@link #begin(String, int)} unless overridden.
     *
     * @param database product, version and URL of the database, without secrets
     * @param steps the steps of the run, in order
     */
    default void begin(String database, List<PreparedStep> steps) {
        begin(database, steps.size());
    }

    /**
     * A step is about to run.
     *
     * @param step the step
     * @param number the number of the step, from 1
     * @param total the number of steps
     */
    default void before(PreparedStep step, int number, int total) {}

    /**
     * A statement, or Java code, of the current step is about to run.
     *
     * @param position the statement and its position in the step
     * @param total the number of statements of the step
     */
    default void statement(StatementPosition position, int total) {}

    /**
     * The run has a warning for the user and continues.
     *
     * @param sentence the warning
     */
    default void warning(String sentence) {}

    /**
     * The process ends because code has called {@code System.exit} during the run. This is called by a shutdown hook, when
     * logging may have ended already. By default, it is a warning.
     *
     * @param sentence what happened, and what the next run does
     */
    default void exiting(String sentence) {
        warning(sentence);
    }

    /**
     * A step is complete.
     *
     * @param report the result of the step
     * @param number the number of the step, from 1
     * @param total the number of steps
     */
    default void after(StepReport report, int number, int total) {}

    /** Returns this listener with what it throws logged instead of thrown, so that it cannot stop a run. */
    default RunListener isolated() {
        return new IsolatedRunListener(this);
    }

    /**
     * A statement failed with a lock timeout and is retried.
     *
     * @param retry the retry
     */
    default void retrying(Retry retry) {}

    /**
     * A long statement is running, and the database reports its progress. Called by another thread.
     *
     * @param text the progress
     */
    default void progress(String text) {}

    /**
     * A backfill is at a position: at the beginning of each pass over the table, and after each committed batch. The
     * difference of two successive positions of a pass is what the batch between them did. A pass that continues an
     * interrupted one begins with the rows of the earlier run.
     *
     * @param progress the position
     */
    default void backfill(BackfillProgress progress) {}

    /**
     * The run has ended. Called only after {@code begin}.
     *
     * @param failure why it failed; null if it succeeded
     */
    default void end(@Nullable Throwable failure) {}

    /** Returns a listener that notifies this one first, then the other. */
    default RunListener and(RunListener other) {
        return new RunListenerPair(this, other);
    }

    /**
     * The retry of a statement that failed with a lock timeout.
     *
     * @param statement the statement's text
     * @param others the sessions that hold the lock; empty if the database does not report them
     * @param tries the number of attempts so far
     * @param pause the time until the next attempt
     */
    record Retry(String statement, List<OtherSession> others, int tries, Duration pause) {

        public Retry {
            others = List.copyOf(others);
        }

        /** Returns a description on one line. */
        public String describe() {
            String who = others.isEmpty()
                    ? ""
                    : " Blocked by: "
                            + String.join(
                                    "; ",
                                    others.stream().map(OtherSession::describe).toList()) + ".";
            return "Another session holds a lock that the statement needs. Attempt " + (tries + 1) + " starts in "
                    + HumanDuration.of(pause) + "." + who;
        }
    }

    /**
     * A wait for the migration lock.
     *
     * @param what what is waited for: {@code the lock on retort_revision}
     * @param others the lock holders; empty if the database does not report them
     * @param waited the time waited so far
     * @param timeout the maximum time
     */
    record LockWait(String what, List<OtherSession> others, Duration waited, Duration timeout) {

        public LockWait {
            others = List.copyOf(others);
        }

        /** Returns a description on one line. */
        public String describe() {
            return "Waiting for " + what + ", for " + OtherSession.seconds(waited) + " of at most "
                    + OtherSession.seconds(timeout) + ". Held by: " + names() + ".";
        }

        /** Returns what to do to terminate the lock holder. */
        public String ending() {
            List<String> statements = new ArrayList<>();
            for (OtherSession other : others) {
                if (other.end() != null) {
                    statements.add(other.end());
                }
            }
            return statements.isEmpty()
                    ? "end that session or its process"
                    : "end it (" + String.join("; ", statements) + ") or its process";
        }

        /** Returns the lock holders on one line; a substitute if the database does not report them. */
        public String names() {
            return others.isEmpty()
                    ? "a session that the database does not show to this user"
                    : String.join(
                            "; ", others.stream().map(OtherSession::describe).toList());
        }
    }
}
