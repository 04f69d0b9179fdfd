package io.retort.internal.execute;

import io.retort.internal.journal.FailureAssessment;
import io.retort.internal.journal.Journal;
import io.retort.internal.journal.JournalMode;
import io.retort.internal.journal.StepJournal;
import io.retort.run.BackfillThrottle;
import io.retort.run.FailureOutcome;
import io.retort.run.FailureOutcome.ConnectionAfterFailure;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step that does not fit into one transaction. Each statement is recorded in the journal, and a step that
 * stopped continues after its last statement.
 */
final class JournaledStep {

    private final Sink sink;
    private final RunListener listener;
    private final BackfillThrottle throttle;
    private final Progress progress;
    private final PreparedStep step;

    /** The number of the last statement in the open transaction; 0 if no transaction is open. */
    private int together;

    private @Nullable StepJournal stepJournal;

    JournaledStep(Sink sink, RunListener listener, BackfillThrottle throttle, Progress progress) {
        this.sink = sink;
        this.listener = listener;
        this.throttle = throttle;
        this.progress = progress;
        this.step = progress.step();
    }

    void run(Journal journal, Runner.Clock clock) throws Exception {
        StepJournal opened = open(journal);
        stepJournal = opened;
        sink.begin(step);
        send(opened, journal);
        progress.leave();
        restoreSession(opened);
        sink.accept(opened.complete(clock.elapsed()));
        sink.commit();
        sink.end(step);
    }

    /** Returns what the failed step left in the database, after the open transaction was rolled back. */
    FailureOutcome outcome(ConnectionAfterFailure connection, Throwable cause) {
        StepJournal opened = stepJournal;
        return opened == null
                ? FailureAssessment.ofWhole(false, 0, connection)
                : FailureAssessment.ofJournaled(opened, progress.place(), connection, cause, sink::accept);
    }

    private StepJournal open(Journal journal) throws SQLException {
        StepJournal opened = journal.open(step);
        if (opened.continues()) {
            listener.warning("Revision " + step.revision().describe() + " stopped after " + opened.done() + " of its "
                    + step.size() + " statements in an earlier run. Retort continues there.");
        }
        return opened;
    }

    private void send(StepJournal stepJournal, Journal journal) throws Exception {
        int already = stepJournal.done();
        for (StatementPosition place : progress.places()) {
            JournalMode mode = stepJournal.mode(place);
            if (place.number() <= already && mode != JournalMode.REPEATED || step.isAfterStart(place.statement())) {
                continue;
            }
            if (mode == JournalMode.BATCHED) {
                inBatches(stepJournal, place, journal);
            } else {
                send(stepJournal, place, mode);
            }
        }
    }

    private void inBatches(StepJournal stepJournal, StatementPosition place, Journal journal) throws Exception {
        close(stepJournal);
        begin(place);
        new BackfillExecution(
                        sink,
                        listener,
                        throttle,
                        new JournaledBackfill(stepJournal, place, journal),
                        place,
                        journal.table().dialect(),
                        journal.connection())
                .run();
        progress.leave();
    }

    private void send(StepJournal stepJournal, StatementPosition place, JournalMode mode) throws Exception {
        if (mode == JournalMode.TOGETHER) {
            together(stepJournal, place);
            return;
        }
        if (mode == JournalMode.CHECKED) {
            checked(place);
            return;
        }
        close(stepJournal);
        if (mode == JournalMode.WATCHED) {
            sink.accept(stepJournal.watch(place));
            stepJournal.begun();
            accept(place);
            stepJournal.confirm(place.number());
        } else if (mode == JournalMode.REPEATED) {
            accept(place);
        } else {
            marked(stepJournal, place, mode == JournalMode.MARKED);
        }
        progress.leave();
    }

    private void together(StepJournal stepJournal, StatementPosition place) throws Exception {
        if (together == 0) {
            sink.open();
        }
        together = place.number();
        accept(place);
        if (!step.revision().transactional()) {
            close(stepJournal);
        }
    }

    /** A check belongs to the open transaction, if there is one, because it must see its rows. */
    private void checked(StatementPosition place) throws Exception {
        accept(place);
        if (together > 0) {
            together = place.number();
        }
        progress.leave();
    }

    /** Records the statements of the open transaction, if there is one, and commits. */
    private void close(StepJournal stepJournal) throws Exception {
        if (together > 0) {
            progress.leave();
            sink.accept(stepJournal.note(together));
            sink.commit();
            stepJournal.confirm(together);
            together = 0;
        }
    }

    /** Restoring the session may commit, so the completed statements are recorded before. */
    private void restoreSession(StepJournal stepJournal) throws Exception {
        if (sink.restoresSession(step)) {
            close(stepJournal);
            sink.restoreSession(step);
        }
    }

    /** A procedure can leave a transaction open that the driver does not know about: the journal entry is committed with it. */
    private void marked(StepJournal stepJournal, StatementPosition place, boolean inTransaction) throws Exception {
        if (inTransaction) {
            sink.open();
        }
        sink.accept(stepJournal.mark(place));
        if (!inTransaction) {
            stepJournal.begun();
        }
        accept(place);
        if (!inTransaction) {
            stepJournal.finished(place.number());
            sink.open();
        }
        progress.leave();
        sink.accept(stepJournal.marked(place.number()));
        sink.commit();
        stepJournal.confirm(place.number());
    }

    private void accept(StatementPosition place) throws Exception {
        begin(place);
        sink.accept(place.statement());
    }

    private void begin(StatementPosition place) throws InterruptedException {
        Runner.requireUninterrupted(place);
        progress.enter(place);
        listener.statement(place, progress.places().size());
    }
}
