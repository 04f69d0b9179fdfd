package io.retort.run.journal;

import io.retort.dialect.Dialect;
import io.retort.run.catalog.Facts;
import io.retort.run.database.AppliedRevision;
import io.retort.run.database.AppliedTable;
import io.retort.run.database.Notes;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes how far each step is, where no transaction can hold the whole of it.
 *
 * @param table the table of revisions, which keeps the notes
 * @param connection the one that works
 * @param user who applies the revisions; null if the database does not say
 * @param half ids of the revisions that were half done when the run began
 */
public record Journal(
        AppliedTable table, Connection connection, @Nullable String user, Set<String> half) {

    public Journal {
        half = Set.copyOf(half);
    }

    /** Whether a step needs notes about its statements: no transaction holds it, or it goes on in the middle. */
    public boolean covers(PreparedStep step) {
        boolean whole = dialect().transactionalDdl()
                && step.transactional()
                && !half.contains(step.revision().id());
        return !whole && !step.places().isEmpty();
    }

    /** Opens the page of a step that one transaction holds, for a mark that tells if something has ended it. */
    public StepJournal mark(PreparedStep step) throws SQLException {
        Recording recorded = step.isUpgrade()
                ? Recording.NONE
                : Recording.read(table.recorded(connection, step.revision().id()));
        return StepJournal.begin(this, step, recorded);
    }

    /** How many statements were done before a mark that is still in the table of revisions; empty if none is. */
    public OptionalInt marked(PreparedStep step) throws SQLException {
        return row(step).filter(found -> found.isHalf() && StepJournal.BEGUN.equals(found.inFlight())).stream()
                .mapToInt(AppliedRevision::progress)
                .findFirst();
    }

    /**
     * Opens the page of a step that begins or goes on.
     *
     * @throws io.retort.error.RetortException if it cannot go on, because what ran already was edited
     */
    public StepJournal open(PreparedStep step) throws SQLException {
        Optional<AppliedRevision> row = isNew(step) ? Optional.empty() : row(step);
        Recording recorded = row.isEmpty()
                ? Recording.NONE
                : Recording.read(table.recorded(connection, step.revision().id()));
        return row.filter(AppliedRevision::isHalf)
                .map(half -> HalfDone.goOn(this, step, half, recorded))
                .orElseGet(() -> StepJournal.begin(this, step, recorded));
    }

    /** Whether the table of revisions says that a step is complete. */
    public boolean isComplete(PreparedStep step) throws SQLException {
        return isComplete(step, row(step));
    }

    static boolean isComplete(PreparedStep step, Optional<AppliedRevision> row) {
        return step.isUpgrade() ? row.filter(found -> !found.isHalf()).isPresent() : row.isEmpty();
    }

    /** What is noted of a revision besides what it says of itself. */
    public Notes.Details details(PreparedStep step, @Nullable String recorded, @Nullable Duration duration)
            throws SQLException {
        return new Notes.Details(
                step.checksum(),
                recorded,
                user,
                duration,
                table.message(connection, step.revision().message()));
    }

    /** The rows were read under the lock: what is upgraded and was not half done had none. */
    private boolean isNew(PreparedStep step) {
        return step.isUpgrade() && !half.contains(step.revision().id());
    }

    Optional<AppliedRevision> row(PreparedStep step) throws SQLException {
        return table.row(connection, step.revision().id());
    }

    Facts facts() {
        return Facts.of(connection, dialect());
    }

    /** Whether a line of a catalog is about Retort's own tables, which come and go as runs do. */
    boolean isOwn(String line) {
        String own = dialect().identifiers().stored(table.name().name());
        return line.toLowerCase(Locale.ROOT).contains(own.toLowerCase(Locale.ROOT));
    }

    Dialect dialect() {
        return table.dialect();
    }
}
