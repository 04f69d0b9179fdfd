package io.retort.benchmarks.autogenerate;

/** Something that compares entities with a database, or does a part of it. */
interface Contender {

    /**
     * What is not measured: a first connection, which loads the driver. Those that can keep it apart bind the entities
     * here.
     */
    default void prepare(CountingSource source) throws Exception {
        source.connect().close();
    }

    /** What is measured. Answers how many differences it found; for mere readers, how many rows. */
    int compare(CountingSource source) throws Exception;
}
