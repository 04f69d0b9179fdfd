package io.retort;

import io.retort.RetortOptions.OnlineCheck;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.history.History;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.UndoPreparation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import java.util.List;

/** Determines the work of an upgrade or a downgrade to a target. */
final class TargetPlanning implements PendingRun.Planning {

    private final History history;
    private final RetortOptions options;
    private final RunListener listener;
    private final Direction direction;
    private final String target;

    /**
     * @param history the revisions
     * @param options the options of the run
     * @param listener notified about warnings
     * @param direction upgrade or downgrade
     * @param target the target as typed
     */
    TargetPlanning(History history, RetortOptions options, RunListener listener, Direction direction, String target) {
        this.history = history;
        this.options = options;
        this.listener = listener;
        this.direction = direction;
        this.target = target;
    }

    @Override
    public PendingRun in(DatabaseSession session) {
        DatabaseHistory here = DatabaseHistory.of(history, session);
        DatabaseState state = DatabaseState.of(here, options.ahead());
        boolean isUpgrade = direction == Direction.UP;
        Plan plan = state.plan(direction, isUpgrade ? here.meant(target) : target);
        RecordedSteps recorded = new RecordedSteps(here.history(), here.session(), options.existing());
        recorded.refuseReverting(plan, target);
        boolean isDone =
                plan.isEmpty() && state.partial().isEmpty() && here.unrecorded().isEmpty();
        return new PendingRun(plan, isDone, () -> steps(here, session, state, plan, recorded), state.unknown(), here)
                .filling(isUpgrade && !options.deferBackfills());
    }

    private List<PreparedStep> steps(
            DatabaseHistory here, DatabaseSession session, DatabaseState state, Plan plan, RecordedSteps recorded) {
        StepPreparation preparation = here.preparation();
        StepPreparer preparer = new StepPreparer(preparation, here.session(), state)
                .storing(new UndoPreparation(preparation, options.keepUndo()));
        state.requirePartialIn(plan, preparer::canRevert);
        List<PreparedStep> steps = recorded.in(preparer.of(plan));
        RecordedSteps.warning(steps).ifPresent(listener.isolated()::warning);
        if (options.online() != OnlineCheck.OFF) {
            new LintRun(here.history()).beforeRun(steps, session, options.online(), listener.isolated()::warning);
        }
        return here.recordingIn(steps);
    }
}
