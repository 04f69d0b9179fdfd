package io.retort.run;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.run.database.AppliedTable;
import io.retort.run.database.Notes;
import io.retort.run.journal.Aftermath;
import io.retort.run.journal.Journal;
import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends prepared steps into a sink, and with each step the statements that note it in the table of revisions.
 *
 * @param table the table of revisions
 * @param sink where the statements go
 * @param journal notes how far a step is that no transaction can hold; null in a script
 * @param listener told about each step
 */
public record Runner(
        AppliedTable table, Sink sink, @Nullable Journal journal, RunListener listener) {

    /**
     * Runs the steps in order and stops at the first that fails.
     *
     * @throws MigrationFailedException if a statement fails; it says what is done and what is not
     */
    public List<StepReport> run(List<PreparedStep> steps) {
        List<StepReport> reports = new ArrayList<>();
        for (PreparedStep step : steps) {
            int number = reports.size() + 1;
            listener.before(step, number, steps.size());
            StepReport report = run(step, new Progress(steps, reports.size()));
            reports.add(report);
            listener.after(report, number, steps.size());
        }
        return reports;
    }

    private StepReport run(PreparedStep step, Progress progress) {
        Clock clock = new Clock(System.nanoTime());
        if (journal != null && journal.covers(step)) {
            new JournaledStep(sink, listener, progress).run(journal, clock);
        } else {
            whole(step, progress, clock);
        }
        return new StepReport(step.revision(), step.step().direction(), step.size(), clock.elapsed());
    }

    private void whole(PreparedStep step, Progress progress, Clock clock) {
        try {
            sink.begin(step);
            for (Place place : progress.places()) {
                progress.enter(place);
                sink.accept(place.statement());
            }
            progress.leave();
            sink.restoreSession(step);
            sink.accept(note(step, clock.elapsed()));
            sink.end(step);
        } catch (RetortException e) {
            sink.fail(step);
            throw e;
        } catch (Exception e) {
            progress.takeBack(sink.held());
            boolean undone = sink.fail(step);
            throw MigrationFailedException.of(progress, undone ? Aftermath.NOTHING : UNCERTAIN, e);
        }
    }

    private static final Aftermath UNCERTAIN = new Aftermath(
            0, "whether the revision is applied: the connection broke at the commit. The next run looks at its table");

    private Statement.Sql note(PreparedStep step, Duration duration) {
        if (!step.isUpgrade()) {
            return table.notes().delete(step.revision().id());
        }
        if (step.half() > 0) {
            return table.notes().settle(step.revision().id());
        }
        Notes.Details details = journal == null
                ? new Notes.Details(step.checksum(), null, null, null)
                : new Notes.Details(
                        step.checksum(),
                        step.checksum() == null ? null : Recording.of(step).text(),
                        journal.user(),
                        duration);
        return table.notes().insert(step.revision(), details);
    }

    /**
     * How long something takes.
     *
     * @param begun in nanoseconds
     */
    record Clock(long begun) {

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
