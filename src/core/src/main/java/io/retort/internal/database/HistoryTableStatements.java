package io.retort.internal.database;

import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that change rows of the history table. */
public final class HistoryTableStatements {

    private final HistoryTable table;

    HistoryTableStatements(HistoryTable table) {
        this.table = table;
    }

    /**
     * The values of a row besides the revision's own metadata.
     *
     * @param checksum the checksum of the migration; null for a stamp
     * @param recorded the statements that ran; null in a script and for a stamp
     * @param user the database user; null in a script, where the database fills it in
     * @param duration the duration; null if unknown
     * @param message the description, as the table can store it
     * @param stored what the row stores for an application without the revision
     */
    public record Details(
            @Nullable String checksum,
            @Nullable String recorded,
            @Nullable String user,
            @Nullable Duration duration,
            String message,
            PreparedStep.Stored stored) {}

    /**
     * The progress of a step.
     *
     * @param state the direction of the step
     * @param progress the number of completed statements
     * @param inFlight the journal entry of the next statement; null if that was not started
     */
    public record Position(
            AppliedState state, int progress, @Nullable String inFlight) {

        /** A revision that is completely applied. */
        public static final Position APPLIED = new Position(AppliedState.APPLIED, 0, null);
    }

    /** Inserts the row of an applied revision, with the time at which the statement runs. */
    public Statement.Sql insert(RevisionInfo revision, Details details) {
        return insert(revision, details, Position.APPLIED);
    }

    /** Inserts the row of a partially applied revision. */
    public Statement.Sql insert(RevisionInfo revision, Details details, Position position) {
        boolean journaled = position.state() != AppliedState.APPLIED || position.inFlight() != null;
        List<String> values = Arrays.asList(
                literal(revision.id()),
                literal(String.join(",", revision.parents())),
                literal(HistoryTable.cut(details.message())),
                literal(details.checksum()),
                literal(position.state().text()),
                String.valueOf(position.progress()),
                table.dialect().utcNow(),
                details.user() == null ? table.dialect().currentUser() : literal(details.user()),
                duration(details.duration()));
        return one("insert into " + table.sqlName()
                + " (id, parents, message, checksum, state, progress, applied_at, applied_by, duration_ms"
                + (details.recorded() == null ? "" : ", recorded")
                + stored(details.stored())
                + (journaled ? ", in_flight" : "")
                + ") values (" + String.join(", ", values)
                + (details.recorded() == null ? "" : ", " + literal(details.recorded()))
                + storedValues(details.stored())
                + (journaled ? ", " + literal(position.inFlight()) : "")
                + ")");
    }

    /** Only columns with a value, so that a stamp can write to a table of an earlier version. */
    private String stored(PreparedStep.Stored stored) {
        return (stored.undo() == null
                        ? ""
                        : ", " + table.dialect().identifiers().sql(HistoryTable.UNDO))
                + (stored.older() == null ? "" : ", older");
    }

    private String storedValues(PreparedStep.Stored stored) {
        return (stored.undo() == null ? "" : ", " + literal(stored.undo()))
                + (stored.older() == null ? "" : ", " + literal(HistoryTable.verdict(stored.older())));
    }

    /** Gives the row of a revision the id and parents that the revision has now. */
    public Statement.Sql rename(String formerId, RevisionInfo revision, String message) {
        return one(set(
                formerId,
                "id = " + literal(revision.id()) + ", parents = " + literal(String.join(",", revision.parents()))
                        + ", message = " + literal(HistoryTable.cut(message))));
    }

    /** Updates the progress of a step. */
    public Statement.Sql move(String revision, Position position) {
        return update(revision, position(position));
    }

    /** Updates an existing row at the start of a step. */
    public Statement.Sql begin(String revision, Position position, String recorded) {
        return update(revision, position(position) + ", recorded = " + literal(recorded));
    }

    /**
     * Updates the row after the last statement of an upgrade.
     *
     * @param position the backfill that follows, or {@link Position#APPLIED}
     */
    public Statement.Sql complete(String revision, Details details, Position position) {
        return one(set(
                revision,
                position(position) + ", checksum = " + literal(details.checksum()) + ", recorded = "
                        + literal(details.recorded()) + ", applied_at = "
                        + table.dialect().utcNow() + ", duration_ms = " + duration(details.duration())));
    }

    /**
     * Updates the progress of a backfill of an applied revision, if the row still has the expected entry. So a backfill
     * whose revision was reverted, or which another session has continued, changes nothing.
     *
     * @param revision the id
     * @param expected the entry that the row has
     * @param position the new progress
     */
    public Statement.Sql fill(String revision, String expected, Position position) {
        return one(set(revision, position(position)) + " and state = " + literal(AppliedState.APPLIED.text())
                + " and in_flight = " + literal(expected));
    }

    /**
     * Pauses the backfills of a revision for a downgrade.
     *
     * @param revision the id
     * @param table the table of the backfill
     */
    public Statement.Sql stop(String revision, String table) {
        return pause(revision, HistoryTable.FOR_DOWNGRADE + " (" + table + ")");
    }

    /**
     * Lets the backfills of a revision continue after a downgrade that failed.
     *
     * @param revision the id
     * @param reason why they were paused before; null if they were not
     * @param lost the position if the downgrade has overwritten it
     */
    public Statement.Sql resume(String revision, @Nullable String reason, String lost) {
        return new Statement.Sql(set(
                revision,
                HistoryTable.PAUSED + " = " + literal(HistoryTable.cutReason(reason))
                        + ", in_flight = case when in_flight is null and state = "
                        + literal(AppliedState.APPLIED.text()) + " then " + literal(lost) + " else in_flight end"));
    }

    /**
     * Pauses the backfills of a revision, or lets them continue.
     *
     * @param revision the id
     * @param reason who paused them, or why; null to continue
     */
    public Statement.Sql pause(String revision, @Nullable String reason) {
        return new Statement.Sql(set(revision, HistoryTable.PAUSED + " = " + literal(HistoryTable.cutReason(reason))));
    }

    /** Marks a partially applied revision as applied, without a checksum. */
    public Statement.Sql settle(String revision) {
        return update(revision, position(Position.APPLIED) + ", checksum = null, recorded = null");
    }

    /** Replaces the checksum and the recorded statements. */
    public Statement.Sql accept(String revision, @Nullable String checksum, String recorded) {
        return update(revision, "checksum = " + literal(checksum) + ", recorded = " + literal(recorded));
    }

    /** Deletes the row. */
    public Statement.Sql delete(String revision) {
        return one("delete from " + table.sqlName() + where(revision));
    }

    /** Deletes the row of a reverted revision; for a squash also the rows of the revisions that it replaces. */
    public Statement.Sql revert(RevisionInfo revision) {
        if (!revision.isSquash()) {
            return delete(revision.id());
        }
        return new Statement.Sql("delete from " + table.sqlName() + where(revision.id()) + " or id in "
                + literals(revision.replacedIds()));
    }

    /** Marks the rows of the revisions that a squash replaces. */
    public Statement.Sql replace(RevisionInfo squash) {
        return new Statement.Sql("update " + table.sqlName() + " set replaced_by = " + literal(squash.id())
                + " where id in " + literals(squash.replacedIds()));
    }

    private String literals(List<String> values) {
        return values.stream().map(this::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Without an expected row count, because some drivers count only rows whose values change. */
    private Statement.Sql update(String revision, String set) {
        return new Statement.Sql(set(revision, set));
    }

    private String set(String revision, String set) {
        return "update " + table.sqlName() + " set " + set + where(revision);
    }

    private String position(Position position) {
        return "state = " + literal(position.state().text()) + ", progress = " + position.progress() + ", in_flight = "
                + literal(position.inFlight());
    }

    private String where(String revision) {
        return " where id = " + literal(revision);
    }

    private static Statement.Sql one(String text) {
        return new Statement.Sql(text, true, 1);
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null ? "null" : String.valueOf(duration.toMillis());
    }

    private String literal(@Nullable Object value) {
        return table.dialect().literal(value);
    }
}
