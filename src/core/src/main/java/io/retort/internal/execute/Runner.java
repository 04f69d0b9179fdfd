package io.retort.internal.execute;

import io.retort.error.RetortException;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.database.HistoryTableStatements;
import io.retort.internal.journal.FailureAssessment;
import io.retort.internal.journal.Journal;
import io.retort.internal.journal.StepJournal;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.StatementLog;
import io.retort.operation.Statement;
import io.retort.run.BackfillThrottle;
import io.retort.run.FailureOutcome;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.MigrationFailedException;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Sends prepared steps to a sink, together with the statements that update the history table. */
public final class Runner {

    private final HistoryTable table;
    private final Sink sink;
    private final @Nullable Journal journal;
    private final RunListener listener;
    private final FailureAdvice advice;
    private final BackfillThrottle throttle;

    /**
     * @param table the history table
     * @param sink the sink
     * @param journal records the progress of steps that do not fit into one transaction; null for a script
     * @param listener notified about each step
     * @param advice chooses the advice after a failure
     * @param throttle makes backfills wait
     */
    public Runner(
            HistoryTable table,
            Sink sink,
            @Nullable Journal journal,
            RunListener listener,
            FailureAdvice advice,
            BackfillThrottle throttle) {
        this.table = table;
        this.sink = sink;
        this.journal = journal;
        this.listener = listener;
        this.advice = advice;
        this.throttle = throttle;
    }

    /** Returns a runner that writes a script. */
    public static Runner ofScript(HistoryTable table, Sink sink) {
        return new Runner(
                table,
                sink,
                null,
                RunListener.SILENT,
                new FailureAdvice(table.dialect(), null, false, Duration.ZERO, ""),
                BackfillThrottle.NONE);
    }

    /**
     * Runs the steps in order and stops at the first failure of any kind.
     *
     * @throws MigrationFailedException if a step fails
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
                journal != null && journal.covers(step) ? new JournaledStep(sink, listener, throttle, progress) : null;
        try {
            if (journaled == null) {
                whole(step, progress, clock);
            } else {
                journaled.run(Objects.requireNonNull(journal), clock);
            }
        } catch (Throwable e) {
            throw failed(progress, journaled, e);
        }
        return new StepReport(step.revision(), step.step().direction(), step.size(), clock.elapsed(), step.reason());
    }

    private void whole(PreparedStep step, Progress progress, Clock clock) throws Exception {
        StepJournal marked = null;
        sink.begin(step);
        for (StatementPosition place : progress.places()) {
            if (step.isAfterStart(place.statement())) {
                continue;
            }
            requireUninterrupted(place);
            if (marked == null && journal != null && isForeign(place.statement())) {
                marked = journal.mark(step);
                sink.accept(marked.mark(place));
                marked.begun();
            }
            progress.enter(place);
            listener.statement(place, progress.places().size());
            sink.accept(place.statement());
        }
        progress.leave();
        sink.restoreSession(step);
        if (step.recordsSquash()) {
            sink.open();
            sink.accept(table.notes().replace(step.revision()));
        }
        sink.accept(marked == null ? note(step, clock.elapsed()) : marked.complete(clock.elapsed()));
        sink.end(step);
    }

    /**
     * Whether a statement is Java code, which may commit through the driver's own connection. Before such code the step
     * inserts its row with the number of completed statements. The row is visible afterwards only if the code has
     * committed.
     */
    private static boolean isForeign(Statement statement) {
        return statement instanceof Statement.Work work && work.inScript() == null;
    }

    static void requireUninterrupted(StatementPosition place) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the thread was interrupted before statement " + place.number());
        }
    }

    /** Commits the steps of a run in one transaction; a failure is reported for the last step. */
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

    /** Cleanup must not be interrupted; the interrupt is reported after it. */
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
                        step.revision(), outcome, interrupted, text.report(cause), text.advice(cause), cause)
                .at(text.location());
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
            PrintableLog.of(Runner.class).debug("The history table cannot be read after a failure", e);
            return OptionalInt.empty();
        }
    }

    /** Whether the history table has the last of these steps as complete. Unknown counts as no. */
    private boolean isComplete(List<PreparedStep> steps, ConnectionAfterFailure connection) {
        if (journal == null || steps.isEmpty() || !connection.alive()) {
            return false;
        }
        try {
            return journal.isComplete(steps.get(steps.size() - 1));
        } catch (SQLException | RuntimeException e) {
            PrintableLog.of(Runner.class).debug("The history table cannot be read after a failure", e);
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
            return table.notes().revert(step.revision());
        }
        String formerId = step.stored().formerId();
        if (formerId != null) {
            HistoryTableStatements.Details named =
                    Objects.requireNonNull(journal).details(step, null, null);
            return table.notes().rename(formerId, step.revision(), named.message());
        }
        if (step.partialStatements() > 0) {
            return table.notes().settle(step.revision().id());
        }
        HistoryTableStatements.Details details = journal == null
                ? new HistoryTableStatements.Details(
                        step.checksum(), null, null, null, step.revision().message(), PreparedStep.Stored.NOTHING)
                : journal.details(
                        step,
                        step.checksum() == null
                                ? step.reason()
                                : StatementLog.of(step).text(),
                        duration);
        return table.notes().insert(step.revision(), details, StepJournal.afterwards(step));
    }

    /**
     * Measures a duration.
     *
     * @param begun the start, in nanoseconds of {@link System#nanoTime}
     */
    record Clock(long begun) {

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
