package io.retort;

import io.retort.revision.RevisionInfo;
import io.retort.run.database.AppliedRevision;
import java.util.List;

/**
 * Where a database is.
 *
 * @param database product, version and URL, without secrets
 * @param applied the revisions that it has, oldest first
 * @param currentHeads the heads of those
 * @param historyHeads the heads of the application's history
 * @param pending what an upgrade to all heads would run, in order
 */
public record Status(
        String database,
        List<AppliedRevision> applied,
        List<RevisionInfo> currentHeads,
        List<RevisionInfo> historyHeads,
        List<RevisionInfo> pending) {

    public Status {
        applied = List.copyOf(applied);
        currentHeads = List.copyOf(currentHeads);
        historyHeads = List.copyOf(historyHeads);
        pending = List.copyOf(pending);
    }

    /** Whether the database has every revision of the history. */
    public boolean upToDate() {
        return pending.isEmpty();
    }
}
