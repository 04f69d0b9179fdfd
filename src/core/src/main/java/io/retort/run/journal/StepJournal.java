package io.retort.run.journal;

import io.retort.operation.Statement;
import io.retort.run.database.AppliedRevision;
import io.retort.run.database.AppliedState;
import io.retort.run.database.Notes;
import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal's page about one step: makes its notes, one after the other. */
public final class StepJournal {

    /** Stands for a statement that may commit by itself: who reads it knows that it was begun and something committed. */
    static final String BEGUN = "begun";

    private final Journal journal;
    private final PreparedStep step;
    private final Recording before;
    private final Recording recording;
    private final boolean goesOn;
    private int done;
    private boolean noted;
    private int marked;
    private @Nullable Fingerprint watched;

    private StepJournal(Journal journal, PreparedStep step, Recording before, boolean goesOn) {
        this.journal = journal;
        this.step = step;
        this.before = before;
        this.recording = before.with(step);
        this.goesOn = goesOn;
    }

    static StepJournal begin(Journal journal, PreparedStep step, Recording before) {
        return new StepJournal(journal, step, before, false);
    }

    static StepJournal goOn(Journal journal, PreparedStep step, Recording before, int done) {
        StepJournal page = new StepJournal(journal, step, before, true);
        page.done = done;
        return page;
    }

    /** How many statements are done, as far as notes were committed. */
    public int done() {
        return done;
    }

    /** Whether the step had stopped before. */
    public boolean goesOn() {
        return goesOn;
    }

    /** How a statement and its note belong together. */
    public Manner manner(Place place) {
        return Manner.of(step, place, journal.dialect());
    }

    /** The note before a statement whose effect the catalog will show. */
    public Statement.Sql watch(Place place) throws SQLException {
        watched = Fingerprint.before(place, journal);
        return note(place.number() - 1, watched.text());
    }

    /** The note that a statement begins which may commit by itself. */
    public Statement.Sql mark(Place place) throws SQLException {
        marked = place.number();
        return note(place.number() - 1, BEGUN);
    }

    /** The note that so many statements are done. */
    public Statement.Sql note(int number) throws SQLException {
        return note(number, null);
    }

    /** The note that a marked statement is done; its mark has brought the row. */
    public Statement.Sql marked(int number) {
        return notes().move(
                        step.revision().id(),
                        new Notes.Position(AppliedState.during(step.step().direction()), number, null));
    }

    /** The note that all are done. */
    public Statement.Sql complete(Duration duration) throws SQLException {
        if (!step.isUpgrade()) {
            return notes().delete(step.revision().id());
        }
        return exists()
                ? notes().complete(step.revision().id(), details(duration))
                : notes().insert(step.revision(), details(duration));
    }

    /** What was noted is committed, or the statement that was watched has ended well. */
    public void confirm(int number) {
        done = number;
        noted = true;
        watched = null;
    }

    private Statement.Sql note(int number, @Nullable String inFlight) throws SQLException {
        Notes.Position position =
                new Notes.Position(AppliedState.during(step.step().direction()), number, inFlight);
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

    /** The first note was committed: from now on there is a row. */
    public void begun() {
        noted = true;
    }

    private Notes.Details details(@Nullable Duration duration) throws SQLException {
        return journal.details(step, recording.text(), duration);
    }

    private Notes notes() {
        return journal.table().notes();
    }

    /** Whether the statement that was watched and failed has changed something all the same. */
    boolean watchedHappened() throws SQLException {
        Fingerprint watching = watched;
        if (watching != null) {
            watching.clear(journal);
        }
        return watching != null && watching.happened(watching.again(journal));
    }

    /** The connection that works. */
    Connection connection() {
        return journal.connection();
    }

    /** How many statements the step has. */
    int size() {
        return step.size();
    }

    /** The revision's row as it is now. */
    Optional<AppliedRevision> row() throws SQLException {
        return journal.row(step);
    }

    /** Whether a row says that the step is complete. */
    boolean isComplete(Optional<AppliedRevision> row) {
        return Journal.isComplete(step, row);
    }

    /** Believes a row: a note whose answer was lost is a note all the same. */
    void adopt(Optional<AppliedRevision> row) {
        row.filter(AppliedRevision::isHalf)
                .filter(half -> half.state() == AppliedState.during(step.step().direction()))
                .ifPresent(half -> {
                    noted = true;
                    done = Math.max(done, half.progress());
                });
    }

    /** Whether a row still has the mark of a statement that failed and was rolled back. */
    boolean isMarked(Optional<AppliedRevision> row) {
        return marked > done
                && row.map(AppliedRevision::inFlight).filter(BEGUN::equals).isPresent();
    }

    /**
     * The note after a failure: what is done stays noted, and where nothing is, nothing of the step is noted.
     *
     * @param doubtful whether the statement that failed may have done a part of what it does, so that the row must tell
     */
    Optional<Statement.Sql> close(boolean doubtful) throws SQLException {
        if (!noted && !goesOn && !doubtful) {
            return Optional.empty();
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

    /** What a downgrade found when it began. */
    static Notes.Position found(Recording recording) {
        return recording.half() == 0
                ? Notes.Position.APPLIED
                : new Notes.Position(AppliedState.UPGRADING, recording.half(), null);
    }
}
