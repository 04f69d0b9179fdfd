package io.retort;

import io.retort.internal.database.DatabaseSession;
import io.retort.revision.Plan;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import java.util.List;
import java.util.function.Supplier;

/** The work of a run. */
final class PendingRun {

    private final Plan plan;
    private final boolean isDone;
    private final Supplier<List<PreparedStep>> steps;
    private final List<AppliedRevision> unknown;

    /**
     * @param plan the plan
     * @param isDone whether there is nothing to do
     * @param steps loads the migrations and prepares the steps; called only when they run
     * @param unknown the applied revisions that the history does not contain and that stay
     */
    PendingRun(Plan plan, boolean isDone, Supplier<List<PreparedStep>> steps, List<AppliedRevision> unknown) {
        this.unknown = List.copyOf(unknown);
        this.plan = plan;
        this.isDone = isDone;
        this.steps = steps;
    }

    Plan plan() {
        return plan;
    }

    boolean isDone() {
        return isDone;
    }

    Supplier<List<PreparedStep>> steps() {
        return steps;
    }

    List<AppliedRevision> unknown() {
        return unknown;
    }

    /**
     * Determines the work. It is called again after the wait for the migration lock, because the database may have
     * changed.
     */
    interface Finding {
        PendingRun in(DatabaseSession session);
    }
}
