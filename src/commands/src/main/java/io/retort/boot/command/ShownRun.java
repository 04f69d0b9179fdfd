package io.retort.boot.command;

import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows the revisions of a run on an empty database as the parts of shown work, and then that the result is read.
 */
final class ShownRun implements RunListener {

    private final ShownWork work;

    /**
     * @param work where they are shown
     */
    ShownRun(ShownWork work) {
        this.work = work;
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        work.at(
                number - 1L,
                total,
                (step.isUpgrade() ? "+ " : "- ") + step.revision().describe());
    }

    @Override
    public void end(@Nullable Throwable failure) {
        work.inStage("reading the schema and the rows", 0, 0);
    }
}
