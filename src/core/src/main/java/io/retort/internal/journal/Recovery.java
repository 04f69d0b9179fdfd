package io.retort.internal.journal;

import io.retort.error.RetortException;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.HistoryTableStatements;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.text.PrintableText;
import io.retort.operation.Statement;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Resolves the statements that were in flight when a run ended, by the catalog. Runs before anything else changes the
 * catalog.
 */
public final class Recovery {

    private final Journal journal;
    private final Consumer<String> warning;

    /**
     * @param journal the journal of the earlier run
     * @param warning notified about each resolved statement
     */
    public Recovery(Journal journal, Consumer<String> warning) {
        this.journal = journal;
        this.warning = warning;
    }

    /**
     * Resolves the statement in flight of every partially applied or downgraded revision.
     *
     * @return whether there was one
     */
    public boolean decide(List<AppliedRevision> rows) throws SQLException {
        boolean decided = false;
        for (AppliedRevision row : rows) {
            String inFlight = row.inFlight();
            if (row.isPartial() && inFlight != null && !BackfillPosition.isPosition(inFlight)) {
                settle(row, inFlight);
                decided = true;
            }
        }
        return decided;
    }

    private void settle(AppliedRevision row, String inFlight) throws SQLException {
        int next = row.progress() + 1;
        boolean happened = false;
        if (inFlight.equals(StepJournal.BEGUN)) {
            warning.accept("Statement " + next + " of revision " + row.describe()
                    + " was running when the last run ended, and may have committed part of its changes."
                    + " Retort runs it again from its beginning, so it must be repeatable.");
        } else {
            Fingerprint before = fingerprint(row, inFlight);
            before.clear(journal).ifPresent(warning);
            happened = before.happened(before.again(journal));
            warning.accept("Statement " + next + " of revision " + row.describe()
                    + " was running when the last run ended. According to the catalog, it "
                    + (happened ? "completed." : "did not take effect."));
        }
        note(row, happened ? next : row.progress());
    }

    private Fingerprint fingerprint(AppliedRevision row, String inFlight) {
        try {
            return Fingerprint.read(inFlight);
        } catch (RuntimeException e) {
            throw new RetortException(
                    "The row of revision " + row.describe() + " in the table "
                            + journal.table().name() + " has in in_flight \""
                            + PrintableText.shortened(PrintableText.joined(inFlight), 100)
                            + "\", which Retort does not write.",
                    "Check in the database whether statement " + (row.progress() + 1)
                            + " of the revision completed. Set"
                            + " progress to the number of completed statements, and in_flight to null.",
                    e);
        }
    }

    private void note(AppliedRevision row, int progress) throws SQLException {
        HistoryTableStatements notes = journal.table().notes();
        StatementLog recorded = StatementLog.read(journal.table().recorded(journal.connection(), row.id()));
        Statement.Sql note;
        if (hasChanged(row, progress, recorded)) {
            note = notes.move(row.id(), new HistoryTableStatements.Position(row.state(), progress, null));
        } else {
            note = row.state() == AppliedState.UPGRADING ? notes.delete(row.id()) : restored(row, notes, recorded);
        }
        try (java.sql.Statement jdbc = journal.connection().createStatement()) {
            jdbc.executeUpdate(note.text());
        }
    }

    /** Whether one of the completed statements does more than to check rows or to change its session. */
    private boolean hasChanged(AppliedRevision row, int progress, StatementLog recorded) {
        List<String> ran = recorded.of(row.state() == AppliedState.UPGRADING);
        return progress > ran.size()
                || ran.stream().limit(progress).anyMatch(sql -> !JournalMode.changesNothing(sql, journal.dialect()));
    }

    /** A downgrade of which nothing took effect restores the row that it found. */
    private Statement.Sql restored(AppliedRevision row, HistoryTableStatements notes, StatementLog recorded) {
        return notes.begin(
                row.id(), StepJournal.found(recorded), recorded.withoutDown().text());
    }
}
