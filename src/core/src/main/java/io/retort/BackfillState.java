package io.retort;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.run.AppliedRevision;
import io.retort.run.BackfillProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backfill that is not complete.
 *
 * @param revision the row of its revision in the history table
 * @param progress its progress after the last committed batch
 * @param paused who paused it and when, or why; null if it is not paused
 */
public record BackfillState(
        AppliedRevision revision,
        BackfillProgress progress,
        @Nullable String paused) {

    /** Returns whether it runs after its revision was applied; otherwise it is a part of an upgrade. */
    public boolean isAfterStart() {
        return revision.isFilling();
    }

    /**
     * Returns a one-line description, for example {@code 2b (add email): backfill of customer: 84,000 of about 310,000 rows,
     * 12,000 filled}.
     */
    public String describe() {
        return revision.describe() + ": backfill of " + progress.describe()
                + (paused == null ? "" : ", paused " + paused);
    }

    /**
     * Returns the backfills of a revision.
     *
     * @param revision the id of the revision, or its beginning; null for all
     * @throws RetortException if no backfill fits the target
     */
    static List<BackfillState> chosen(List<BackfillState> states, @Nullable String revision) {
        List<BackfillState> chosen = states.stream()
                .filter(state -> revision == null || state.revision().id().startsWith(revision))
                .toList();
        if (chosen.isEmpty()) {
            throw new RetortException(
                    revision == null
                            ? "No backfill is in progress."
                            : "No backfill of revision " + revision + " is in progress.",
                    Advice.of("See the state of the database: ", Advice.command("current")),
                    revision == null ? ExitStatus.FAILED : ExitStatus.USAGE);
        }
        return chosen;
    }

    /** Returns the backfills of rows, in the order in which their revisions were applied. */
    static List<BackfillState> of(List<AppliedRevision> rows, Map<String, String> paused) {
        List<BackfillState> states = new ArrayList<>();
        for (AppliedRevision row : rows) {
            BackfillPosition.read(row.inFlight())
                    .ifPresent(at -> states.add(new BackfillState(row, at.progress(), paused.get(row.id()))));
        }
        return states;
    }
}
