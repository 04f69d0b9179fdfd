package io.retort.boot.tool.change;

import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says each step of a run when it begins and when it is done. */
record SpokenProgress(PrintStream talk) implements RunListener {

    @Override
    public void before(PreparedStep step, int number, int total) {
        talk.print("  " + number + " of " + total + "  " + (step.isUpgrade() ? "+ " : "- ")
                + step.revision().describe() + " ...");
        talk.flush();
    }

    @Override
    public void after(StepReport report, int number, int total) {
        talk.println(" " + report.statements() + (report.statements() == 1 ? " statement, " : " statements, ")
                + seconds(report.duration()));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
