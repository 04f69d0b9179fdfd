package io.retort.internal.session;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff with jitter: each pause is randomly shortened by up to half. */
public final class Backoff {

    private final Duration longest;
    private Duration next;

    /**
     * Creates a backoff.
     *
     * @param first the first pause
     * @param longest the longest pause
     */
    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** Returns the next pause. */
    public Duration next() {
        long millis = Math.max(2, next.toMillis());
        next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /**
     * Sleeps for the next pause, but not longer than the time left.
     *
     * @throws RetortException if the thread is interrupted
     */
    public void sleep(Duration left) {
        Duration pause = next();
        sleepFor(pause.compareTo(left) < 0 ? pause : left);
    }

    /**
     * Sleeps.
     *
     * @throws RetortException with {@link ExitStatus#NOT_LOCKED} if the thread is interrupted
     */
    public static void sleepFor(Duration pause) {
        try {
            Thread.sleep(Math.max(1, pause.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException(
                    "The run was interrupted while it waited for another session.",
                    "Run it again, and do not interrupt the application while it waits.",
                    ExitStatus.NOT_LOCKED,
                    e);
        }
    }
}
