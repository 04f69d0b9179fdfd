package io.retort.boot.tool;

import io.retort.run.LockWait;
import io.retort.run.PreparedStep;
import io.retort.run.Retry;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.io.PrintStream;

/** Prints the progress of a run: a heading before the first step, and a line for each step. */
final class ConsoleProgress implements RunListener {

    private final String heading;
    private final PrintStream talk;

    /**
     * @param heading the target, the database and its current revision; printed only if there is a step; empty for none
     * @param talk receives the messages
     */
    ConsoleProgress(String heading, PrintStream talk) {
        this.heading = heading;
        this.talk = talk;
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        if (number == 1 && !heading.isEmpty()) {
            talk.println(heading);
        }
        talk.print("  " + number + " of " + total + "  "
                + (step.stored().formerId() != null ? "= " : step.isUpgrade() ? "+ " : "- ")
                + step.revision().describe() + " ...");
        talk.flush();
    }

    @Override
    public void after(StepReport report, int number, int total) {
        talk.println(
                report.note() == null
                        ? " " + CommandFormats.count(report.statements(), "statement") + ", "
                                + CommandFormats.seconds(report.duration())
                        : " recorded, not run: " + report.note());
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

    /** The step's line is still open, so the text goes on a line of its own. */
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
