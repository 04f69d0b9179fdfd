package io.retort.boot.actuate;

import io.retort.PartiallyAppliedRevision;
import io.retort.Retort;
import io.retort.Status;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.BackfillProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A unit in the endpoint's response.
 *
 * @param database the product, version and URL without secrets, or null if the status could not be read
 * @param current the ids of the database's current heads; empty at base
 * @param heads the ids of the history's heads
 * @param pending the ids of the revisions that an upgrade to all heads would apply, in order
 * @param history the revisions of the application's history, oldest first
 * @param problem why the status could not be read, or null if it could; with tenants, only if that of none could
 * @param tenants the tenants with a schema or a database each, or null if the unit has no tenants; the other components
 *     describe the first tenant
 */
public record UnitDescription(
        @Nullable String database,
        List<String> current,
        List<String> heads,
        List<String> pending,
        List<Entry> history,
        @Nullable String problem,
        @Nullable TenantsDescription tenants) {

    static UnitDescription of(RetortUnit unit) {
        UnitDescription database = of(unit.retort());
        try {
            return unit.tenants().isEmpty()
                    ? database
                    : database.with(TenantsDescription.of(unit, unit.tenants().get()));
        } catch (RetortException failure) {
            return unread(failure);
        }
    }

    private UnitDescription with(TenantsDescription found) {
        String said = found.problems().size() < found.total() || found.total() == 0 ? null : problem;
        return new UnitDescription(database, current, heads, pending, history, said, found);
    }

    private static UnitDescription of(Retort retort) {
        try {
            Status status = retort.status();
            Map<String, AppliedRevision> applied =
                    status.applied().stream().collect(Collectors.toMap(AppliedRevision::id, Function.identity()));
            return new UnitDescription(
                    status.database(),
                    ids(status.currentHeads()),
                    ids(status.historyHeads()),
                    ids(status.pending()),
                    status.graph().all().stream()
                            .map(revision -> Entry.of(
                                    revision,
                                    applied.get(revision.id()),
                                    status.recorded().get(revision.id()),
                                    backfill(status, revision.id())))
                            .toList(),
                    null,
                    null);
        } catch (RetortException failure) {
            return unread(failure);
        }
    }

    private static @Nullable Backfill backfill(Status status, String id) {
        return status.half().stream()
                .filter(half -> half.revision().id().equals(id))
                .map(PartiallyAppliedRevision::backfill)
                .filter(Objects::nonNull)
                .map(Backfill::of)
                .findFirst()
                .orElse(null);
    }

    private static UnitDescription unread(RetortException failure) {
        return new UnitDescription(null, List.of(), List.of(), List.of(), List.of(), failure.what(), null);
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    /**
     * A revision of the history.
     *
     * @param id the id
     * @param parents the ids of the parent revisions
     * @param message the message
     * @param location the class or file
     * @param state whether the revision is applied
     * @param appliedAt when it was applied, or null if it is pending
     * @param appliedBy the database user that applied it, or null if it is pending
     * @param durationMillis how long it took, in milliseconds, or null if it is pending
     * @param checksum the checksum of what ran, or null if it is pending or was stamped
     * @param note why it was recorded without being run, or null
     * @param backfill the progress of its backfill while that runs or is interrupted, or null
     */
    public record Entry(
            String id,
            List<String> parents,
            String message,
            String location,
            State state,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Long durationMillis,
            @Nullable String checksum,
            @Nullable String note,
            @Nullable Backfill backfill) {

        private static Entry of(
                RevisionInfo revision,
                @Nullable AppliedRevision row,
                @Nullable String note,
                @Nullable Backfill backfill) {
            return new Entry(
                    revision.id(),
                    revision.parents(),
                    revision.message(),
                    revision.location(),
                    row == null ? State.PENDING : State.APPLIED,
                    row == null ? null : row.appliedAt(),
                    row == null ? null : row.appliedBy(),
                    row == null ? null : row.duration().toMillis(),
                    row == null ? null : row.checksum(),
                    note,
                    backfill);
        }
    }

    /**
     * The progress of a backfill after its last committed batch.
     *
     * @param table the table
     * @param read how many rows its batches have covered
     * @param filled how many rows it has changed
     * @param estimate the approximate number of rows of the table, or null if unknown
     * @param secondsLeft the estimated remaining time, or null if unknown
     */
    public record Backfill(
            String table,
            long read,
            long filled,
            @Nullable Long estimate,
            @Nullable Long secondsLeft) {

        private static Backfill of(BackfillProgress progress) {
            Duration left = progress.left();
            return new Backfill(
                    progress.table(),
                    progress.read(),
                    progress.filled(),
                    progress.estimate() < 0 ? null : progress.estimate(),
                    left == null ? null : left.toSeconds());
        }
    }

    /** Whether the database has a revision. */
    public enum State {
        /** The revision is in the history table. */
        APPLIED,
        /** The revision is not in the history table. */
        PENDING
    }
}
