package io.retort.reliability;

import java.util.concurrent.Callable;

/** Waits for the effects of other processes. */
final class Eventually {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Eventually() {}

    /** Evaluates the condition repeatedly; fails after a minute. */
    static void is(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to that within a minute");
            }
            Thread.sleep(20);
        }
    }
}
