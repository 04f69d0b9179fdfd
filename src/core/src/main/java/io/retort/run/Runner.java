package io.retort.run;

import io.retort.error.RetortException;
import io.retort.operation.Statement;
import io.retort.run.database.AppliedTable;
import io.retort.run.database.Notes;
import io.retort.run.journal.FailureAssessment;
import io.retort.run.journal.Journal;
import io.retort.run.journal.StepJournal;
import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends prepared steps into a sink, and with each step the statements that note it in the table of revisions.
 *
 * @param table the table of revisions
 * @param sink where the statements go
 * @param journal notes how far a step is that no transaction can hold; null in a script
 * @param listener told about each step
 * @param advice says what to do after a failure
 */
public record Runner(
        AppliedTable table, Sink sink, @Nullable Journal journal, RunListener listener, FailureAdvice advice) {

    /** Writes a script. */
    public static Runner ofScript(AppliedTable table, Sink sink) {
        return new Runner(
                table, sink, null, RunListener.SILENT, new FailureAdvice(table.dialect(), null, false, Duration.ZERO));
    }

    /**
     * Runs the steps in order and stops at the first that fails, whatever it fails with.
     *
     * @throws MigrationFailedException if a step fails; it says what is done and what is not
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
        if (!steps.isEmpty()) {
            finish(new Progress(steps, steps.size() - 1));
        }
        return reports;
    }

    private StepReport run(PreparedStep step, Progress progress) {
        Clock clock = new Clock(System.nanoTime());
        JournaledStep journaled =
                journal != null && journal.covers(step) ? new JournaledStep(sink, listener, progress) : null;
        try {
            if (journaled == null) {
                whole(step, progress, clock);
            } else {
                journaled.run(journal, clock);
            }
        } catch (Throwable e) {
            throw failed(progress, journaled, e);
        }
        return new StepReport(step.revision(), step.step().direction(), step.size(), clock.elapsed());
    }

    private void whole(PreparedStep step, Progress progress, Clock clock) throws Exception {
        StepJournal marked = null;
        sink.begin(step);
        for (Place place : progress.places()) {
            requireUninterrupted(place);
            if (marked == null && journal != null && isForeign(place.statement())) {
                marked = journal.mark(step);
                sink.accept(marked.mark(place));
                marked.begun();
            }
            progress.enter(place);
            sink.accept(place.statement());
        }
        progress.leave();
        sink.restoreSession(step);
        sink.accept(marked == null ? note(step, clock.elapsed()) : marked.complete(clock.elapsed()));
        sink.end(step);
    }

    /**
     * Whether a statement is code that may end the transaction behind our back, through the driver's own connection: then a
     * row that says how far the step is goes in front of it, which is seen afterwards only if that has happened.
     */
    private static boolean isForeign(Statement statement) {
        return statement instanceof Statement.Work work && work.inScript() == null;
    }

    static void requireUninterrupted(Place place) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the thread was interrupted before statement " + place.number());
        }
    }

    /** Commits what one transaction for the whole run has held back: the last step stands for all of them. */
    private void finish(Progress progress) {
        boolean held = sink.held() > 0;
        try {
            sink.finish();
        } catch (Throwable e) {
            if (held) {
                progress.leave();
                throw failed(progress, null, e);
            }
            throw unchecked(e);
        }
    }

    /** From here on nothing may be stopped by an interrupt: what has failed is cleared up first, and then it is told. */
    private RuntimeException failed(Progress progress, @Nullable JournaledStep journaled, Throwable cause) {
        boolean interrupted = Thread.interrupted() || cause instanceof InterruptedException;
        int held = sink.held();
        PreparedStep step = progress.step();
        ConnectionAfterFailure connection = sink.fail(step);
        if (cause instanceof RetortException known && !progress.hasBegun() && held == 0) {
            return known;
        }
        boolean heldAreCommitted = held > 0 && isComplete(progress.before(), connection);
        progress.takeBack(heldAreCommitted ? 0 : held);
        FailureOutcome outcome = journaled == null ? outcome(step, connection) : journaled.outcome(connection, cause);
        FailureText text = new FailureText(progress, outcome, advice);
        return new MigrationFailedException(
                step.revision(), outcome, interrupted, text.report(cause), text.action(cause), cause);
    }

    private FailureOutcome outcome(PreparedStep step, ConnectionAfterFailure connection) {
        OptionalInt marked = marked(step, connection);
        return marked.isPresent()
                ? FailureAssessment.ofBrokenTransaction(marked.getAsInt(), connection)
                : FailureAssessment.ofWhole(isComplete(List.of(step), connection), step.size(), connection);
    }

    private OptionalInt marked(PreparedStep step, ConnectionAfterFailure connection) {
        try {
            return journal == null || !connection.alive() ? OptionalInt.empty() : journal.marked(step);
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(Runner.class).debug("The table of revisions cannot be asked after a failure", e);
            return OptionalInt.empty();
        }
    }

    /** Whether the table of revisions says that the last of these steps is complete; if it cannot be asked it is not known. */
    private boolean isComplete(List<PreparedStep> steps, ConnectionAfterFailure connection) {
        if (journal == null || steps.isEmpty() || !connection.alive()) {
            return false;
        }
        try {
            return journal.isComplete(steps.get(steps.size() - 1));
        } catch (SQLException | RuntimeException e) {
            LoggerFactory.getLogger(Runner.class).debug("The table of revisions cannot be asked after a failure", e);
            return false;
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private Statement.Sql note(PreparedStep step, Duration duration) throws SQLException {
        if (!step.isUpgrade()) {
            return table.notes().delete(step.revision().id());
        }
        if (step.half() > 0) {
            return table.notes().settle(step.revision().id());
        }
        Notes.Details details = journal == null
                ? new Notes.Details(
                        step.checksum(), null, null, null, step.revision().message())
                : journal.details(
                        step,
                        step.checksum() == null ? null : Recording.of(step).text(),
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
