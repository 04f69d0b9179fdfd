package io.retort.run;

import io.retort.error.RetortException;
import io.retort.run.journal.Aftermath;
import io.retort.run.journal.Journal;
import io.retort.run.journal.Manner;
import io.retort.run.journal.Page;
import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedStep;
import java.sql.SQLException;

/**
 * Runs a step that no transaction can hold: each statement is noted in the journal, and a step that stopped goes on where it
 * was.
 */
final class JournaledStep {

    private final Sink sink;
    private final RunListener listener;
    private final Progress progress;
    private final PreparedStep step;

    /** The last statement of the open transaction, by its number; 0 if none is open. */
    private int together;

    JournaledStep(Sink sink, RunListener listener, Progress progress) {
        this.sink = sink;
        this.listener = listener;
        this.progress = progress;
        this.step = progress.step();
    }

    void run(Journal journal, Runner.Clock clock) {
        Page page = open(journal);
        try {
            sink.begin(step);
            send(page);
            progress.leave();
            restoreSession(page);
            sink.accept(page.complete(clock.elapsed()));
            sink.commit();
            sink.end(step);
        } catch (RetortException e) {
            sink.fail(step);
            throw e;
        } catch (Exception e) {
            sink.fail(step);
            throw MigrationFailedException.of(progress, Aftermath.of(page, progress.place(), sink::accept), e);
        }
    }

    private Page open(Journal journal) {
        try {
            Page page = journal.open(step);
            if (page.goesOn()) {
                listener.warning("Revision " + step.revision().describe() + " had stopped after " + page.done()
                        + " of its " + step.size() + " statements; it goes on there.");
            }
            return page;
        } catch (SQLException e) {
            throw MigrationFailedException.of(progress, Aftermath.NOTHING, e);
        }
    }

    private void send(Page page) throws Exception {
        int already = page.done();
        for (Place place : progress.places()) {
            Manner manner = page.manner(place);
            if (place.number() > already || manner == Manner.SAID_AGAIN) {
                send(page, place, manner);
            }
        }
    }

    private void send(Page page, Place place, Manner manner) throws Exception {
        if (manner == Manner.TOGETHER) {
            together(page, place);
            return;
        }
        close(page);
        if (manner == Manner.WATCHED) {
            sink.accept(page.watch(place));
            page.begun();
            accept(place);
            page.confirm(place.number());
        } else if (manner == Manner.SAID_AGAIN) {
            accept(place);
        } else {
            marked(page, place, manner == Manner.MARKED);
        }
        progress.leave();
    }

    private void together(Page page, Place place) throws Exception {
        if (together == 0) {
            sink.open();
        }
        together = place.number();
        accept(place);
        if (!step.revision().transactional()) {
            close(page);
        }
    }

    /** Ends the open transaction, if there is one, with the note about it. */
    private void close(Page page) throws Exception {
        if (together > 0) {
            progress.leave();
            sink.accept(page.note(together));
            sink.commit();
            page.confirm(together);
            together = 0;
        }
    }

    /** What sets a session back may commit: what is done is noted before. */
    private void restoreSession(Page page) throws Exception {
        if (sink.restoresSession(step)) {
            close(page);
            sink.restoreSession(step);
        }
    }

    private void marked(Page page, Place place, boolean inTransaction) throws Exception {
        if (inTransaction) {
            sink.open();
        }
        sink.accept(page.mark(place));
        if (!inTransaction) {
            page.begun();
        }
        accept(place);
        progress.leave();
        sink.accept(page.marked(place.number()));
        sink.commit();
        page.confirm(place.number());
    }

    private void accept(Place place) throws Exception {
        progress.enter(place);
        sink.accept(place.statement());
    }
}
