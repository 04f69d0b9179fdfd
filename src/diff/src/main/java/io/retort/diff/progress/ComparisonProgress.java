package io.retort.diff.progress;

import java.util.function.IntConsumer;

/** Receives how far a comparison is, on the thread that compares. Returns at once. */
@FunctionalInterface
public interface ComparisonProgress {

    /** Ignores everything. */
    ComparisonProgress NONE = (stage, done, total) -> {};

    /**
     * Receives a position.
     *
     * @param stage what is done, as the end of a line; empty while a question can be asked or nothing is known
     * @param done the number of finished parts of the stage
     * @param total the number of all its parts; 0 if unknown
     */
    void at(String stage, long done, long total);

    /** Begins a stage whose parts are not counted. */
    default void stage(String stage) {
        at(stage, 0, 0);
    }

    /** Begins a stage, and returns what receives the number of its finished parts. */
    default IntConsumer counting(String stage, int total) {
        at(stage, 0, total);
        return done -> at(stage, done, total);
    }

    /** Ends a stage: a question can follow. */
    default void pause() {
        at("", 0, 0);
    }
}
