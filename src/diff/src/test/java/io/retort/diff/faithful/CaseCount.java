package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** The cases of a law. A law of which most cases are skipped proves nothing, and fails. */
final class CaseCount {

    /** A sample can consist of cases of which none can be run on a product. */
    private static final int ENOUGH = 8;

    private final AtomicInteger run = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    /** Counts a case that was checked. */
    void ran() {
        run.incrementAndGet();
    }

    /** Counts a case that cannot be checked. */
    void skipped() {
        skipped.incrementAndGet();
    }

    /** Prints the counts, and fails if most cases were skipped. */
    void check(Class<?> law) {
        int all = run.get() + skipped.get();
        System.out.println(
                "[" + law.getSimpleName() + "] " + run + " of " + all + " cases checked, " + skipped + " skipped");
        if (all >= ENOUGH) {
            assertThat(skipped.get()).as("skipped of %s cases", all).isLessThan(run.get());
        }
    }
}
