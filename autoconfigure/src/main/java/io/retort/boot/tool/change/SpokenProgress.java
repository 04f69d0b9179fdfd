package io.retort.boot.tool.change;

import io.retort.boot.tool.command.Wording;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import io.retort.run.prepare.PreparedStep;
import java.io.PrintStream;

/**
 * Says what a run is about when its first step begins, and then each step when it begins and when it is done.
 *
 * @param heading what was asked, on which database, from where; not said when there is nothing to do
 */
record SpokenProgress(String heading, PrintStream talk) implements RunListener {

    @Override
    public void before(PreparedStep step, int number, int total) {
        if (number == 1) {
            talk.println(heading);
        }
        talk.print("  " + number + " of " + total + "  " + (step.isUpgrade() ? "+ " : "- ")
                + step.revision().describe() + " ...");
        talk.flush();
    }

    @Override
    public void after(StepReport report, int number, int total) {
        talk.println(" " + Wording.count(report.statements(), "statement") + ", " + Wording.seconds(report.duration()));
    }

    @Override
    public void waiting(LockWait wait) {
        talk.println(wait.describe());
    }

    @Override
    public void retrying(Retry retry) {
        aside(retry.describe());
    }

    @Override
    public void progress(String text) {
        aside(text);
    }

    /** On a line of its own, after the step that is not done yet. */
    private void aside(String text) {
        talk.println();
        talk.print("      " + text + " ...");
        talk.flush();
    }

    @Override
    public void warning(String sentence) {
        talk.println("Note: " + sentence);
    }
}
