package io.retort.testkit;

/**
 * The seed of a test with generated inputs.
 *
 * <p>Every build uses the same seed, so that the same commit always has the same result. With {@code -Pfull}, each run uses
 * a new one: this is how cases are found that nobody has seen. A test prints its seed when it fails.
 */
public final class TestSeed {

    private static final long OF_EVERY_BUILD = 20_261_201;

    private TestSeed() {}

    /**
     * Returns the seed of a test.
     *
     * @param property the system property that repeats a run, for example {@code switch.seed}
     */
    public static long of(String property) {
        return Long.getLong(property, Boolean.getBoolean("retort.full") ? System.nanoTime() : OF_EVERY_BUILD);
    }
}
