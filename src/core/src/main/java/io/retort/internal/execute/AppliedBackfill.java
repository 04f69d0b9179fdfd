package io.retort.internal.execute;

import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.database.HistoryTableStatements;
import io.retort.operation.Statement;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep.StatementPosition;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a backfill that runs after its revision is applied. Each entry expects the one before it, so that a second
 * session cannot fill the same rows.
 */
final class AppliedBackfill implements BackfillJournal {

    private final HistoryTable table;
    private final Connection connection;
    private final AppliedRevision row;
    private final StatementPosition place;
    private final @Nullable StatementPosition next;
    private final BooleanSupplier stops;
    private String entry;

    /**
     * @param table the history table
     * @param connection the connection that fills
     * @param row the row of the revision, read while the lock of the backfill is held
     * @param place the backfill
     * @param next the backfill that follows in the revision; null for the last one
     * @param stops true ends the backfill in this session
     */
    AppliedBackfill(
            HistoryTable table,
            Connection connection,
            AppliedRevision row,
            StatementPosition place,
            @Nullable StatementPosition next,
            BooleanSupplier stops) {
        this.stops = stops;
        this.table = table;
        this.connection = connection;
        this.row = row;
        this.place = place;
        this.next = next;
        this.entry = String.valueOf(row.inFlight());
    }

    @Override
    public Optional<BackfillPosition> position() {
        return BackfillPosition.read(entry);
    }

    /** Some drivers do not count a row whose values stay the same. */
    @Override
    public Statement.Sql moveTo(BackfillPosition after) {
        Statement.Sql move =
                move(new HistoryTableStatements.Position(AppliedState.APPLIED, place.number() - 1, after.text()));
        return after.text().equals(entry) ? new Statement.Sql(move.text()) : move;
    }

    private Statement.Sql move(HistoryTableStatements.Position position) {
        return table.notes().fill(row.id(), entry, position);
    }

    @Override
    public void moved(BackfillPosition after) {
        entry = after.text();
    }

    @Override
    public Statement.Sql complete() {
        StatementPosition following = next;
        return move(
                following == null
                        ? HistoryTableStatements.Position.APPLIED
                        : new HistoryTableStatements.Position(
                                AppliedState.APPLIED,
                                following.number() - 1,
                                BackfillPosition.first((Statement.Backfill) following.statement())
                                        .text()));
    }

    @Override
    public void completed() {
        entry = "";
    }

    /** A paused backfill does not keep its lock, because a downgrade pauses it and waits for the lock. */
    @Override
    public Optional<String> paused() {
        Map<String, String> paused = table.paused(connection, List.of(row.id()));
        String reason = paused.get(row.id());
        if (reason != null) {
            throw new StoppedBackfillException(reason);
        }
        if (stops.getAsBoolean()) {
            throw new StoppedBackfillException("the application stops");
        }
        return Optional.empty();
    }
}
