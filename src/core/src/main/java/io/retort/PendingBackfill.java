package io.retort;

import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The backfills that an applied revision still has to run.
 *
 * @param row the row of the revision
 * @param step its upgrade, in which the backfills are statements like the others
 * @param places the backfills, in order; at least one
 */
record PendingBackfill(AppliedRevision row, PreparedStep step, List<StatementPosition> places) {

    PendingBackfill {
        places = List.copyOf(places);
    }

    /** Returns the backfills of the applied revisions of a history, oldest first. Prepares only these revisions. */
    static List<PendingBackfill> of(DatabaseHistory here) {
        List<PendingBackfill> all = new ArrayList<>();
        for (AppliedRevision row : here.session().applied()) {
            if (row.isFilling() && here.history().graph().contains(row.id())) {
                of(here, row).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<PendingBackfill> of(DatabaseHistory here, AppliedRevision row) {
        PreparedStep step =
                here.preparation().prepare(new Step(here.history().graph().get(row.id()), Direction.UP));
        return of(
                row,
                step,
                step.backfillsAfterStart().stream()
                        .filter(place -> place.number() > row.progress())
                        .toList());
    }

    private static Optional<PendingBackfill> of(AppliedRevision row, PreparedStep step, List<StatementPosition> left) {
        PreparedStep inline = step.beforeStart();
        List<StatementPosition> places = left.stream()
                .map(place -> inline.places().get(place.number() - 1))
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new PendingBackfill(row, inline, places));
    }

    /** Returns the backfill that runs next. */
    StatementPosition first() {
        return places.get(0);
    }
}
