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
    private final DatabaseHistory here;
    private final boolean fills;

    /**
     * @param plan the plan
     * @param isDone whether there is nothing to do
     * @param steps loads the migrations and prepares the steps; called only when they run
     * @param unknown the applied revisions that the history does not contain and that stay
     * @param here the history and the database
     */
    PendingRun(
            Plan plan,
            boolean isDone,
            Supplier<List<PreparedStep>> steps,
            List<AppliedRevision> unknown,
            DatabaseHistory here) {
        this(plan, isDone, steps, unknown, here, false);
    }

    private PendingRun(
            Plan plan,
            boolean isDone,
            Supplier<List<PreparedStep>> steps,
            List<AppliedRevision> unknown,
            DatabaseHistory here,
            boolean fills) {
        this.fills = fills;
        this.here = here;
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

    DatabaseHistory here() {
        return here;
    }

    /** Returns whether the run also completes the backfills of applied revisions that no other session runs. */
    boolean fills() {
        return fills;
    }

    /** Returns the same work, followed by the backfills of applied revisions. */
    PendingRun filling(boolean also) {
        return new PendingRun(plan, isDone, steps, unknown, here, also);
    }

    /**
     * Determines the work. It is called again after the wait for the migration lock, because the database may have
     * changed.
     */
    interface Planning {
        PendingRun in(DatabaseSession session);
    }
}
