package io.retort.boot.actuate;

import io.retort.BackfillState;
import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.Status;
import io.retort.Status.PartiallyAppliedRevision;
import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseAheadException;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.BackfillProgress;
import io.retort.run.OtherSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param problem why the status could not be read, or that the database has revisions which the history does not contain;
 *     else null; with tenants, only if that is so for all of them
 * @param tenants the tenants with a schema or a database each, or null if the unit has no tenants; the other components
 *     describe the first tenant
 * @param lockHolders the sessions that hold the migration lock, none if no run is in progress; null if the database does
 *     not report them, or could not be read
 * @param waiting the instances that wait for the migration lock, longest wait first; null if the database does not
 *     report them, or could not be read
 */
public record UnitDescription(
        @Nullable String database,
        List<String> current,
        List<String> heads,
        List<String> pending,
        List<Entry> history,
        @Nullable String problem,
        @Nullable TenantsDescription tenants,
        @Nullable List<LockHolder> lockHolders,
        @Nullable List<WaitingInstance> waiting) {

    /** Also reads who holds the migration lock, and who waits for it. */
    static UnitDescription withLock(RetortUnit unit) {
        UnitDescription description = of(unit);
        return description.database() == null
                ? description
                : description.with(LockHolder.of(unit.retort()), WaitingInstance.of(unit.retort()));
    }

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
        String shown = found.problems().size() < found.total() || found.total() == 0 ? null : problem;
        return new UnitDescription(database, current, heads, pending, history, shown, found, lockHolders, waiting);
    }

    private UnitDescription with(@Nullable List<LockHolder> holders, @Nullable List<WaitingInstance> waits) {
        return new UnitDescription(database, current, heads, pending, history, problem, tenants, holders, waits);
    }

    private static UnitDescription of(Retort retort) {
        try {
            return of(retort.status(), null);
        } catch (DatabaseAheadException refusal) {
            return ahead(retort, refusal);
        } catch (RetortException failure) {
            return unread(failure);
        }
    }

    /** Operators need to see what a database that is ahead has, to decide what to do about it. */
    private static UnitDescription ahead(Retort retort, DatabaseAheadException refusal) {
        try {
            Retort tolerant = retort.with(retort.options().withAhead(AheadPolicy.ALLOW));
            return of(tolerant.status(), refusal.what());
        } catch (RetortException unreadable) {
            return unread(refusal);
        }
    }

    private static UnitDescription of(Status status, @Nullable String problem) {
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
                                partial(status, revision.id()),
                                backfill(status, revision.id())))
                        .toList(),
                problem,
                null,
                null,
                null);
    }

    private static @Nullable PartiallyAppliedRevision partial(Status status, String id) {
        return status.partial().stream()
                .filter(partial -> partial.revision().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BackfillState backfill(Status status, String id) {
        return status.backfills().stream()
                .filter(state -> state.revision().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static UnitDescription unread(RetortException failure) {
        return new UnitDescription(null, List.of(), List.of(), List.of(), List.of(), failure.what(), null, null, null);
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
     * @param labels the branch labels that it declares
     * @param state whether the revision is applied
     * @param appliedAt when it was applied, or null if it is pending
     * @param appliedBy the database user that applied it, or null if it is pending
     * @param durationMillis how long it took, in milliseconds, or null if it is pending
     * @param checksum the checksum of what ran, or null if it is pending or was stamped
     * @param reason why it was recorded without being run, or null
     * @param progress the completed statements while an upgrade or downgrade of it runs or is interrupted, or null
     * @param backfill the progress of its backfill while that runs or is interrupted, or null
     */
    public record Entry(
            String id,
            List<String> parents,
            String message,
            String location,
            List<String> labels,
            State state,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Long durationMillis,
            @Nullable String checksum,
            @Nullable String reason,
            @Nullable Progress progress,
            @Nullable Backfill backfill) {

        private static Entry of(
                RevisionInfo revision,
                @Nullable AppliedRevision row,
                @Nullable String reason,
                @Nullable PartiallyAppliedRevision partial,
                @Nullable BackfillState backfill) {
            return new Entry(
                    revision.id(),
                    revision.parents(),
                    revision.message(),
                    revision.location(),
                    revision.labels(),
                    row == null ? State.PENDING : State.valueOf(row.state().name()),
                    row == null ? null : row.appliedAt(),
                    row == null ? null : row.appliedBy(),
                    row == null ? null : row.duration().toMillis(),
                    row == null ? null : row.checksum(),
                    reason,
                    partial == null ? null : Progress.of(partial),
                    backfill == null ? null : Backfill.of(backfill));
        }
    }

    /**
     * The progress of a revision that is partially applied or partially downgraded.
     *
     * @param completed the number of completed statements
     * @param statements the number of all statements, or 0 if unknown
     * @param inDoubt whether only the catalog shows if the next statement took effect
     */
    public record Progress(int completed, int statements, boolean inDoubt) {

        private static Progress of(PartiallyAppliedRevision partial) {
            return new Progress(partial.revision().progress(), partial.statements(), partial.isInDoubt());
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
     * @param paused who paused it and when, or null if it is not paused
     */
    public record Backfill(
            String table,
            long read,
            long filled,
            @Nullable Long estimate,
            @Nullable Long secondsLeft,
            @Nullable String paused) {

        private static Backfill of(BackfillState state) {
            BackfillProgress progress = state.progress();
            Duration left = progress.left();
            return new Backfill(
                    progress.table(),
                    progress.read(),
                    progress.filled(),
                    progress.estimate(),
                    left == null ? null : left.toSeconds(),
                    state.paused());
        }
    }

    /**
     * A session that holds the migration lock. Each value is null if the database does not report it.
     *
     * @param session the id of the session
     * @param user the database user
     * @param application the application name of the session
     * @param host the client's host
     * @param seconds how long it has held the lock, or been in its transaction
     * @param statement the beginning of its current or last statement, with masked passwords
     * @param idleSeconds how long it has been idle, or null while a statement runs
     */
    public record LockHolder(
            @Nullable String session,
            @Nullable String user,
            @Nullable String application,
            @Nullable String host,
            @Nullable Long seconds,
            @Nullable String statement,
            @Nullable Long idleSeconds) {

        private static @Nullable List<LockHolder> of(Retort retort) {
            try {
                return retort.lockHolders()
                        .map(holders -> holders.stream().map(LockHolder::of).toList())
                        .orElse(null);
            } catch (RetortException unreadable) {
                return null;
            }
        }

        private static LockHolder of(OtherSession holder) {
            return new LockHolder(
                    holder.id(),
                    holder.user(),
                    holder.application(),
                    holder.host(),
                    seconds(holder.age()),
                    OtherSession.shortened(holder.statement()),
                    seconds(holder.idle()));
        }

        private static @Nullable Long seconds(@Nullable Duration duration) {
            return duration == null ? null : duration.toSeconds();
        }
    }

    /**
     * An instance that waits for the migration lock. Each value is null if the database does not report it.
     *
     * @param session the id of its session
     * @param user the database user
     * @param application the application name of the session
     * @param host the client's host
     * @param seconds how long it has waited
     */
    public record WaitingInstance(
            @Nullable String session,
            @Nullable String user,
            @Nullable String application,
            @Nullable String host,
            @Nullable Long seconds) {

        private static @Nullable List<WaitingInstance> of(Retort retort) {
            try {
                return retort.lockWaiters()
                        .map(sessions ->
                                sessions.stream().map(WaitingInstance::of).toList())
                        .orElse(null);
            } catch (RetortException unreadable) {
                return null;
            }
        }

        private static WaitingInstance of(OtherSession session) {
            return new WaitingInstance(
                    session.id(),
                    session.user(),
                    session.application(),
                    session.host(),
                    LockHolder.seconds(session.age()));
        }
    }

    /** The state of a revision in the database. */
    public enum State {
        /** The revision is completely applied. */
        APPLIED,
        /** The revision is not applied. */
        PENDING,
        /** The revision is partially applied: an upgrade is running, or was interrupted. */
        UPGRADING,
        /** The revision is partially downgraded: a downgrade is running, or was interrupted. */
        DOWNGRADING
    }
}
