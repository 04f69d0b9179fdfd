package io.retort;

import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.execute.MigrationLock;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.JdbcQueries;
import io.retort.operation.Statement;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The backfills of the revisions that a downgrade reverts, which other sessions must not continue meanwhile. If the downgrade
 * fails, they can continue.
 */
final class StoppedBackfills implements AutoCloseable {

    private final DatabaseSession session;
    private final List<AppliedRevision> rows = new ArrayList<>();
    private final Map<String, String> before;

    private StoppedBackfills(DatabaseSession session, Map<String, String> before) {
        this.session = session;
        this.before = before;
    }

    /** Pauses the backfills, and waits until no session runs them. */
    static StoppedBackfills of(DatabaseSession session, List<PreparedStep> steps, MigrationLock lock)
            throws SQLException {
        List<AppliedRevision> reverted = session.applied().stream()
                .filter(row -> row.isFilling() && isReverted(row, steps))
                .toList();
        StoppedBackfills stopped = new StoppedBackfills(session, paused(session, reverted));
        try {
            for (AppliedRevision row : reverted) {
                stopped.stop(row, lock);
            }
            return stopped;
        } catch (SQLException | RuntimeException e) {
            stopped.close();
            throw e;
        }
    }

    private static boolean isReverted(AppliedRevision row, List<PreparedStep> steps) {
        return steps.stream()
                .anyMatch(step -> !step.isUpgrade() && step.revision().id().equals(row.id()));
    }

    private static Map<String, String> paused(DatabaseSession session, List<AppliedRevision> rows) {
        return session.table()
                .paused(
                        session.connection(),
                        rows.stream().map(AppliedRevision::id).toList());
    }

    private void stop(AppliedRevision row, MigrationLock lock) throws SQLException {
        rows.add(row);
        change(session, session.table().notes().stop(row.id(), table(row)));
        lock.ofBackfill(row.id(), row.progress() + 1).awaitFree(session);
    }

    private static String table(AppliedRevision row) {
        return BackfillPosition.read(row.inFlight())
                .map(at -> at.progress().table())
                .orElse("");
    }

    private static void change(DatabaseSession session, Statement.Sql statement) throws SQLException {
        new JdbcQueries(session.connection()).change(statement.text());
    }

    /** Records that the downgrade is complete, so that the rows are gone. */
    void reverted() {
        rows.clear();
    }

    @Override
    public void close() {
        for (AppliedRevision row : rows) {
            try {
                resume(session, row.id(), before.get(row.id()), table(row));
            } catch (SQLException e) {
                PrintableLog.of(StoppedBackfills.class)
                        .debug("The backfill of revision {} stays paused until the next run", row.id(), e);
            }
        }
        rows.clear();
    }

    private static void resume(DatabaseSession session, String id, @Nullable String reason, String table)
            throws SQLException {
        change(
                session,
                session.table()
                        .notes()
                        .resume(id, reason, BackfillPosition.lost(table).text()));
    }

    /**
     * Lets the backfills continue that a killed downgrade has paused. The caller holds the migration lock.
     *
     * @return whether there were any
     */
    static boolean resume(DatabaseSession session) throws SQLException {
        boolean isComplete = session.applied().stream().noneMatch(row -> row.isPartial() || row.isFilling());
        if (isComplete || !session.rows().isExtended()) {
            return false;
        }
        Map<String, String> stopped = session.table().stopped(session.connection());
        for (Map.Entry<String, String> each : stopped.entrySet()) {
            resume(session, each.getKey(), null, each.getValue());
        }
        return !stopped.isEmpty();
    }
}
