package io.retort.run.session;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that become longer, each by chance up to half shorter, so that those who wait together do not come together. */
public final class Backoff {

    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /**
     * How long to pause now.
     *
     * @return at least half of what was doubled so far
     */
    public Duration next() {
        long millis = Math.max(2, next.toMillis());
        next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /** Pauses, but no longer than what is left. */
    public void sleep(Duration left) {
        Duration pause = next();
        sleepFor(pause.compareTo(left) < 0 ? pause : left);
    }

    public static void sleepFor(Duration pause) {
        try {
            Thread.sleep(Math.max(1, pause.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException(
                    "The run was interrupted while it waited for another session.",
                    "Run it again when the application may wait.",
                    ExitStatus.NOT_LOCKED,
                    e);
        }
    }
}
