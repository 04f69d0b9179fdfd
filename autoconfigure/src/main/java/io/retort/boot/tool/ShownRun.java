package io.retort.boot.tool;

import io.retort.run.PreparedStep;
import io.retort.run.RunListener;

/**
 * Shows the revisions of a run on an empty database as the parts of shown work.
 *
 * @param work where they are shown
 */
record ShownRun(ShownWork work) implements RunListener {

    @Override
    public void before(PreparedStep step, int number, int total) {
        work.at(
                number - 1L,
                total,
                (step.isUpgrade() ? "+ " : "- ") + step.revision().describe());
    }
}
