package io.retort.boot.actuate;

import io.retort.Retort;
import io.retort.Status;
import io.retort.boot.autoconfigure.unit.RetortUnit;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.run.database.AppliedRevision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One unit, as the endpoint tells of it.
 *
 * @param database product, version and URL, without secrets; null when it does not answer
 * @param current the ids of the revisions where the database is; none at the base
 * @param heads the ids of the history's heads
 * @param pending the ids of what an upgrade to all heads would run, in order
 * @param history the revisions that the application knows, oldest first
 * @param problem why nothing can be said about the database; null when all is well
 * @param tenants those who have a schema each in it, of which the first is told of above; null if it has none
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
        return unit.tenants().isEmpty()
                ? database
                : database.with(TenantsDescription.of(unit, unit.tenants().get()));
    }

    private UnitDescription with(TenantsDescription found) {
        String said = found.total() == 0 ? null : problem;
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
                    retort.graph().all().stream()
                            .map(revision -> Entry.of(revision, applied.get(revision.id())))
                            .toList(),
                    null,
                    null);
        } catch (RetortException failure) {
            return new UnitDescription(null, List.of(), List.of(), List.of(), List.of(), failure.what(), null);
        }
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    /**
     * A revision in the history.
     *
     * @param id its id
     * @param parents the ids of the revisions that it follows
     * @param message what it does
     * @param location its class or file
     * @param state whether the database has it
     * @param appliedAt when it was applied
     * @param appliedBy the database user that applied it
     * @param durationMillis how long it took, in milliseconds
     * @param checksum of what was run; null when it was stamped
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
            @Nullable String checksum) {

        private static Entry of(RevisionInfo revision, @Nullable AppliedRevision row) {
            return new Entry(
                    revision.id(),
                    revision.parents(),
                    revision.message(),
                    revision.location(),
                    row == null ? State.PENDING : State.APPLIED,
                    row == null ? null : row.appliedAt(),
                    row == null ? null : row.appliedBy(),
                    row == null ? null : row.duration().toMillis(),
                    row == null ? null : row.checksum());
        }
    }

    /** Whether a database has a revision. */
    public enum State {
        /** It has. */
        APPLIED,
        /** It has not. */
        PENDING
    }
}
