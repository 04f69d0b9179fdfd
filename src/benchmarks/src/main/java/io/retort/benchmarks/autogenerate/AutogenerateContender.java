package io.retort.benchmarks.autogenerate;

/** Compares entities with a database, or does a part of it. */
interface AutogenerateContender {

    /**
     * Runs before the measurement: opens a first connection, which loads the driver. Contenders that can bind the
     * entities separately do it here.
     */
    default void prepare(CountingSource source) throws Exception {
        source.connect().close();
    }

    /**
     * Runs within the measurement. Returns the number of differences, or the number of rows for a contender that only
     * reads.
     */
    int compare(CountingSource source) throws Exception;
}
