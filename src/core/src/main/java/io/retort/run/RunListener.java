package io.retort.run;

import io.retort.run.prepare.PreparedStep;

/** Told about a run while it goes on. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /**
     * A step is about to run.
     *
     * @param number counts from 1
     * @param total how many steps the run has
     */
    default void before(PreparedStep step, int number, int total) {}

    /** Something that a person should know, and that does not stop the run. */
    default void warning(String sentence) {}

    /** A step has run. */
    default void after(StepReport report, int number, int total) {}
}
