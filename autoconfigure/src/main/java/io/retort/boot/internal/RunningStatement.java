package io.retort.boot.internal;

import io.retort.internal.prepare.StatementLog;
import io.retort.internal.text.HumanDuration;
import io.retort.run.OtherSession;
import io.retort.run.PreparedStep.StatementPosition;
import java.time.Duration;

/**
 * The statement that a run waits for.
 *
 * @param position the statement and its position in the step
 * @param total the number of statements of the step
 * @param since when it began, as {@link System#nanoTime()}
 */
public record RunningStatement(StatementPosition position, int total, long since) {

    /** Returns a text on one line: {@code statement 2 of 5 for 40 s: create index …}. */
    public String describe() {
        return "statement " + position.number() + " of " + total + " for "
                + HumanDuration.rounded(elapsed()) + ": "
                + OtherSession.shortened(StatementLog.shown(
                        position.statement(), position.operation().syntax()));
    }

    /** Returns how long it has been running. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
