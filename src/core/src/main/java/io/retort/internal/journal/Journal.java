package io.retort.internal.journal;

import io.retort.dialect.Dialect;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.database.HistoryTableStatements;
import io.retort.internal.prepare.StatementLog;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records the progress of steps that do not fit into one transaction. */
public final class Journal {

    private final HistoryTable table;
    private final Connection connection;
    private final @Nullable String user;
    private final Set<String> partial;

    /**
     * @param table the history table, which stores the entries
     * @param connection the connection that runs the migration
     * @param user the connected user; null if the database does not report one
     * @param partial the ids of the revisions that were partially applied or downgraded when the run began
     */
    public Journal(HistoryTable table, Connection connection, @Nullable String user, Set<String> partial) {
        partial = Set.copyOf(partial);
        this.table = table;
        this.connection = connection;
        this.user = user;
        this.partial = partial;
    }

    public HistoryTable table() {
        return table;
    }

    public Connection connection() {
        return connection;
    }

    @Nullable
    public String user() {
        return user;
    }

    /**
     * Returns whether the statements of a step must be recorded: it does not fit into one transaction, or it continues
     * in the middle.
     */
    public boolean covers(PreparedStep step) {
        boolean whole = dialect().transactionalDdl()
                && step.transactional()
                && !partial.contains(step.revision().id());
        return !whole && !step.places().isEmpty();
    }

    /**
     * Opens the journal of a step that fits into one transaction, for a mark that shows whether its code has committed.
     */
    public StepJournal mark(PreparedStep step) throws SQLException {
        StatementLog recorded = step.isUpgrade()
                ? StatementLog.NONE
                : StatementLog.read(table.recorded(connection, step.revision().id()));
        return StepJournal.begin(this, step, recorded);
    }

    /** Returns the number of statements before a mark that is still in the history table; empty if the history table has no such mark. */
    public OptionalInt marked(PreparedStep step) throws SQLException {
        return row(step).filter(found -> found.isPartial() && StepJournal.BEGUN.equals(found.inFlight())).stream()
                .mapToInt(AppliedRevision::progress)
                .findFirst();
    }

    /**
     * Opens the journal of a step that begins or continues.
     *
     * @throws io.retort.error.RetortException if it cannot continue, because completed statements were edited
     */
    public StepJournal open(PreparedStep step) throws SQLException {
        Optional<AppliedRevision> row = isNew(step) ? Optional.empty() : row(step);
        StatementLog recorded = row.isEmpty()
                ? StatementLog.NONE
                : StatementLog.read(table.recorded(connection, step.revision().id()));
        return row.filter(AppliedRevision::isPartial)
                .map(partial -> PartialStep.resume(this, step, partial, recorded))
                .orElseGet(() -> StepJournal.begin(this, step, recorded));
    }

    /** Returns whether the history table shows a step as complete. */
    public boolean isComplete(PreparedStep step) throws SQLException {
        return isComplete(step, row(step));
    }

    static boolean isComplete(PreparedStep step, Optional<AppliedRevision> row) {
        return step.isUpgrade() ? row.filter(found -> !found.isPartial()).isPresent() : row.isEmpty();
    }

    /**
     * Returns the values of a row besides the revision's own metadata.
     *
     * @param step the step
     * @param recorded the statements that ran; null if they are not recorded
     * @param duration the duration; null if unknown
     */
    public HistoryTableStatements.Details details(
            PreparedStep step, @Nullable String recorded, @Nullable Duration duration) throws SQLException {
        return new HistoryTableStatements.Details(
                step.checksum(),
                recorded,
                user,
                duration,
                table.message(connection, step.revision().message()),
                step.stored());
    }

    /**
     * The rows were read while the lock was held. So a revision that is upgraded and was not partially applied has no
     * row.
     */
    private boolean isNew(PreparedStep step) {
        return step.isUpgrade() && !partial.contains(step.revision().id());
    }

    /**
     * Returns why the backfills of a revision are paused; empty if they are not, or if its own downgrade has paused them.
     */
    public Optional<String> paused(String revision) {
        return Optional.ofNullable(table.paused(connection, List.of(revision)).get(revision))
                .filter(reason -> !HistoryTable.isForDowngrade(reason));
    }

    Optional<AppliedRevision> row(PreparedStep step) throws SQLException {
        return table.row(connection, step.revision().id());
    }

    CatalogReader catalog() {
        return CatalogReader.of(connection, dialect());
    }

    SchemaLookup schemas() {
        return new SchemaLookup(connection, dialect());
    }

    /** Whether a line of the catalog is about Retort's own tables, which runs create and drop. */
    boolean isOwn(String line) {
        String own = dialect().identifiers().stored(table.name().name());
        return line.toLowerCase(Locale.ROOT).contains(own.toLowerCase(Locale.ROOT));
    }

    Dialect dialect() {
        return table.dialect();
    }
}
