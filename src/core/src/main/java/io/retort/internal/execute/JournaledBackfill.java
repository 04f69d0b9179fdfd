package io.retort.internal.execute;

import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.journal.Journal;
import io.retort.internal.journal.StepJournal;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep.StatementPosition;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The journal of a backfill that is a part of an upgrade.
 */
final class JournaledBackfill implements BackfillJournal {

    private final StepJournal stepJournal;
    private final StatementPosition place;
    private final Journal journal;

    /**
     * @param stepJournal the journal of the step
     * @param place the backfill
     * @param journal the journal of the run
     */
    JournaledBackfill(StepJournal stepJournal, StatementPosition place, Journal journal) {
        this.stepJournal = stepJournal;
        this.place = place;
        this.journal = journal;
    }

    @Override
    public Optional<BackfillPosition> position() {
        return stepJournal.position(place);
    }

    @Override
    public Statement.Sql moveTo(BackfillPosition after) throws SQLException {
        return stepJournal.noteBatch(place.number() - 1, after);
    }

    @Override
    public void moved(BackfillPosition after) {
        stepJournal.moved(place.number() - 1, after);
    }

    @Override
    public Statement.Sql complete() throws SQLException {
        return stepJournal.note(place.number());
    }

    @Override
    public void completed() {
        stepJournal.confirm(place.number());
    }

    @Override
    public Optional<String> paused() {
        return journal.paused(stepJournal.revision());
    }
}
