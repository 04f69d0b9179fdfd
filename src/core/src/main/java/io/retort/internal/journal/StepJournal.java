package io.retort.internal.journal;

import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.HistoryTableStatements;
import io.retort.internal.prepare.StatementLog;
import io.retort.operation.Statement;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal of one step. Creates its entries, one after the other. */
public final class StepJournal {

    /** The entry of a statement that may commit by itself: it was started, and something was committed. */
    static final String BEGUN = "begun";

    private final Journal journal;
    private final PreparedStep step;
    private final StatementLog before;
    private final StatementLog recording;
    private final boolean goesOn;
    private int done;
    private boolean noted;
    private int marked;
    private boolean unrecorded;
    private @Nullable Fingerprint watched;

    /** The position of a backfill that is not complete. */
    private @Nullable BackfillPosition position;

    private StepJournal(Journal journal, PreparedStep step, StatementLog before, boolean goesOn) {
        this.journal = journal;
        this.step = step;
        this.before = before;
        this.recording = before.with(step);
        this.goesOn = goesOn;
    }

    static StepJournal begin(Journal journal, PreparedStep step, StatementLog before) {
        return new StepJournal(journal, step, before, false);
    }

    static StepJournal resume(Journal journal, PreparedStep step, StatementLog before, AppliedRevision partial) {
        StepJournal stepJournal = new StepJournal(journal, step, before, true);
        stepJournal.done = partial.progress();
        stepJournal.position = BackfillPosition.read(partial.inFlight()).orElse(null);
        return stepJournal;
    }

    /** Returns the number of completed statements whose entry is committed. */
    public int done() {
        return done;
    }

    /** Returns whether the step continues after an earlier run. */
    public boolean continues() {
        return goesOn;
    }

    /** Returns how a statement and its entry are committed. */
    public JournalMode mode(StatementPosition place) {
        return JournalMode.of(step, place, journal.dialect());
    }

    /** Returns the entry before a statement whose effect the catalog will show. */
    public Statement.Sql watch(StatementPosition place) throws SQLException {
        watched = Fingerprint.before(place, leadsElsewhere(), journal);
        return note(place.number() - 1, watched.text());
    }

    /** Whether something in the step may lead the session to another schema. */
    private boolean leadsElsewhere() {
        return step.places().stream()
                .map(this::mode)
                .anyMatch(mode -> mode != JournalMode.WATCHED && mode != JournalMode.TOGETHER);
    }

    /** Returns the entry before a statement that may commit by itself. */
    public Statement.Sql mark(StatementPosition place) throws SQLException {
        marked = place.number();
        return note(place.number() - 1, BEGUN);
    }

    /** Returns the entry that this many statements are complete. */
    public Statement.Sql note(int number) throws SQLException {
        return note(number, null);
    }

    /** Returns the entry after a batch of the next statement. */
    public Statement.Sql noteBatch(int number, BackfillPosition after) throws SQLException {
        return note(number, after.text());
    }

    /** Returns where an earlier run stopped in a statement that runs in batches; empty if it did not begin. */
    public Optional<BackfillPosition> position(StatementPosition place) {
        return place.number() == done + 1 ? Optional.ofNullable(position) : Optional.empty();
    }

    /** Records that a batch of the statement after this many was committed with its entry. */
    public void moved(int number, BackfillPosition after) {
        done = number;
        noted = true;
        position = after;
    }

    /** Returns whether batches of a statement are committed that is not complete. */
    boolean isBetweenBatches() {
        return position != null;
    }

    /** Returns the entry that a marked statement is complete; its mark has inserted the row. */
    public Statement.Sql marked(int number) {
        return notes().move(
                        step.revision().id(),
                        new HistoryTableStatements.Position(
                                AppliedState.during(step.step().direction()), number, null));
    }

    /** Returns the statement that completes the step. */
    public Statement.Sql complete(Duration duration) throws SQLException {
        if (!step.isUpgrade()) {
            return notes().revert(step.revision());
        }
        HistoryTableStatements.Position position = afterwards(step);
        return exists()
                ? notes().complete(step.revision().id(), details(duration), position)
                : notes().insert(step.revision(), details(duration), position);
    }

    /** Returns the entry of an applied revision: that of its first backfill after the start, if it has one. */
    public static HistoryTableStatements.Position afterwards(PreparedStep step) {
        List<StatementPosition> left = step.backfillsAfterStart();
        if (left.isEmpty()) {
            return HistoryTableStatements.Position.APPLIED;
        }
        StatementPosition next = left.get(0);
        return new HistoryTableStatements.Position(
                AppliedState.APPLIED,
                next.number() - 1,
                BackfillPosition.first((Statement.Backfill) next.statement()).text());
    }

    /** Records that an entry was committed, or that a watched statement succeeded. */
    public void confirm(int number) {
        done = number;
        unrecorded = false;
        noted = true;
        watched = null;
        position = null;
    }

    /** Records that a statement outside a transaction is complete, but not yet its entry. */
    public void finished(int number) {
        confirm(number);
        unrecorded = true;
    }

    /** Records that the entry of the last completed statement was committed. */
    void recorded() {
        unrecorded = false;
    }

    /** Returns whether the last completed statement has no entry, so that the next run repeats it. */
    boolean isUnrecorded() {
        return unrecorded;
    }

    private Statement.Sql note(int number, @Nullable String inFlight) throws SQLException {
        HistoryTableStatements.Position position = new HistoryTableStatements.Position(
                AppliedState.during(step.step().direction()), number, inFlight);
        if (noted) {
            return notes().move(step.revision().id(), position);
        }
        return exists()
                ? notes().begin(step.revision().id(), position, recording.text())
                : notes().insert(step.revision(), details(null), position);
    }

    private boolean exists() {
        return noted || goesOn || !step.isUpgrade();
    }

    /** Records that the first entry was committed, so that the row exists. */
    public void begun() {
        noted = true;
    }

    private HistoryTableStatements.Details details(@Nullable Duration duration) throws SQLException {
        return journal.details(step, recording.text(), duration);
    }

    private HistoryTableStatements notes() {
        return journal.table().notes();
    }

    /** Returns whether the watched statement took effect although it failed. */
    boolean watchedHappened() throws SQLException {
        Fingerprint watching = watched;
        if (watching != null) {
            watching.clear(journal);
        }
        return watching != null && watching.happened(watching.again(journal));
    }

    /** Returns the id of the revision. */
    public String revision() {
        return step.revision().id();
    }

    /** Returns the connection that runs the migration. */
    Connection connection() {
        return journal.connection();
    }

    /** Returns the number of statements of the step. */
    int size() {
        return step.size();
    }

    /** Returns the present row of the revision. */
    Optional<AppliedRevision> row() throws SQLException {
        return journal.row(step);
    }

    /** Returns whether a row shows the step as complete. */
    boolean isComplete(Optional<AppliedRevision> row) {
        return Journal.isComplete(step, row);
    }

    /** Takes over the progress of a row: an entry counts even if the response to its commit was lost. */
    void adopt(Optional<AppliedRevision> row) {
        row.filter(AppliedRevision::isPartial)
                .filter(partial ->
                        partial.state() == AppliedState.during(step.step().direction()))
                .ifPresent(partial -> {
                    noted = true;
                    unrecorded &= partial.progress() < done;
                    done = Math.max(done, changesNothing(partial.progress()) ? 0 : partial.progress());
                    position = BackfillPosition.read(partial.inFlight()).orElse(null);
                });
    }

    /** Returns whether the first statements only check rows or change the session. */
    private boolean changesNothing(int statements) {
        return step.places().stream()
                .limit(statements)
                .map(this::mode)
                .allMatch(mode -> mode == JournalMode.CHECKED || mode == JournalMode.REPEATED);
    }

    /** Returns whether a row still has the mark of a statement that failed and was rolled back. */
    boolean isMarked(Optional<AppliedRevision> row) {
        return marked > done
                && row.map(AppliedRevision::inFlight).filter(BEGUN::equals).isPresent();
    }

    /**
     * Returns the entry after a failure. Completed statements stay recorded; without any, nothing of the step is
     * recorded.
     *
     * @param doubtful whether the failed statement may have taken effect partially, so that the row must show it
     */
    Optional<Statement.Sql> close(boolean doubtful) throws SQLException {
        if (!noted && !goesOn && !doubtful) {
            return Optional.empty();
        }
        if (position != null && !doubtful) {
            return Optional.of(noteBatch(done, position));
        }
        if (done > 0 || doubtful) {
            return Optional.of(note(done, doubtful ? BEGUN : null));
        }
        String id = step.revision().id();
        return Optional.of(
                step.isUpgrade()
                        ? notes().delete(id)
                        : notes().begin(
                                        id,
                                        found(recording),
                                        recording.withoutDown().text()));
    }

    /** Returns the position that a downgrade found when it began. */
    static HistoryTableStatements.Position found(StatementLog recording) {
        return recording.revertedStatements() == 0
                ? HistoryTableStatements.Position.APPLIED
                : new HistoryTableStatements.Position(AppliedState.UPGRADING, recording.revertedStatements(), null);
    }
}
