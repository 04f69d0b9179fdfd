package io.retort.internal.execute;

import io.retort.internal.journal.FailureAssessment;
import io.retort.internal.journal.Journal;
import io.retort.internal.journal.JournalMode;
import io.retort.internal.journal.StepJournal;
import io.retort.run.ConnectionAfterFailure;
import io.retort.run.FailureOutcome;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.run.StatementPosition;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step that does not fit into one transaction. Each statement is recorded in the journal, and a step that
 * stopped continues after its last statement.
 */
final class JournaledStep {

    private final Sink sink;
    private final RunListener listener;
    private final Progress progress;
    private final PreparedStep step;

    /** The number of the last statement in the open transaction; 0 if no transaction is open. */
    private int together;

    private @Nullable StepJournal page;

    JournaledStep(Sink sink, RunListener listener, Progress progress) {
        this.sink = sink;
        this.listener = listener;
        this.progress = progress;
        this.step = progress.step();
    }

    void run(Journal journal, Runner.Clock clock) throws Exception {
        StepJournal opened = open(journal);
        page = opened;
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
        StepJournal opened = page;
        return opened == null
                ? FailureAssessment.ofWhole(false, 0, connection)
                : FailureAssessment.ofJournaled(opened, progress.place(), connection, cause, sink::accept);
    }

    private StepJournal open(Journal journal) throws SQLException {
        StepJournal opened = journal.open(step);
        if (opened.goesOn()) {
            listener.warning("Revision " + step.revision().describe() + " stopped after " + opened.done() + " of its "
                    + step.size() + " statements in an earlier run. Retort continues there.");
        }
        return opened;
    }

    private void send(StepJournal page, Journal journal) throws Exception {
        int already = page.done();
        for (StatementPosition place : progress.places()) {
            JournalMode manner = page.manner(place);
            if (place.number() <= already && manner != JournalMode.SAID_AGAIN) {
                continue;
            }
            if (manner == JournalMode.BATCHED) {
                inBatches(page, place, journal);
            } else {
                send(page, place, manner);
            }
        }
    }

    private void inBatches(StepJournal page, StatementPosition place, Journal journal) throws Exception {
        close(page);
        Runner.requireUninterrupted(place);
        progress.enter(place);
        new BackfillExecution(sink, listener, page, place, journal.table().dialect(), journal.connection()).run();
        progress.leave();
    }

    private void send(StepJournal page, StatementPosition place, JournalMode manner) throws Exception {
        if (manner == JournalMode.TOGETHER) {
            together(page, place);
            return;
        }
        if (manner == JournalMode.CHECKED) {
            checked(place);
            return;
        }
        close(page);
        if (manner == JournalMode.WATCHED) {
            sink.accept(page.watch(place));
            page.begun();
            accept(place);
            page.confirm(place.number());
        } else if (manner == JournalMode.SAID_AGAIN) {
            accept(place);
        } else {
            marked(page, place, manner == JournalMode.MARKED);
        }
        progress.leave();
    }

    private void together(StepJournal page, StatementPosition place) throws Exception {
        if (together == 0) {
            sink.open();
        }
        together = place.number();
        accept(place);
        if (!step.revision().transactional()) {
            close(page);
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
    private void close(StepJournal page) throws Exception {
        if (together > 0) {
            progress.leave();
            sink.accept(page.note(together));
            sink.commit();
            page.confirm(together);
            together = 0;
        }
    }

    /** Restoring the session may commit, so the completed statements are recorded before. */
    private void restoreSession(StepJournal page) throws Exception {
        if (sink.restoresSession(step)) {
            close(page);
            sink.restoreSession(step);
        }
    }

    private void marked(StepJournal page, StatementPosition place, boolean inTransaction) throws Exception {
        if (inTransaction) {
            sink.open();
        }
        sink.accept(page.mark(place));
        if (!inTransaction) {
            page.begun();
        }
        accept(place);
        if (!inTransaction) {
            page.confirm(place.number());
        }
        progress.leave();
        sink.accept(page.marked(place.number()));
        sink.commit();
        page.confirm(place.number());
    }

    private void accept(StatementPosition place) throws Exception {
        Runner.requireUninterrupted(place);
        progress.enter(place);
        listener.statement(place, progress.places().size());
        sink.accept(place.statement());
    }
}
