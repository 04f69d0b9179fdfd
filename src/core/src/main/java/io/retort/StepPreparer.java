package io.retort;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.journal.PartialRollback;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.prepare.StepPreparation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Step;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedState;
import io.retort.run.PreparedStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Prepares the steps of a plan, and continues revisions that are partially applied. */
final class StepPreparer {

    private final StepPreparation preparation;
    private final DatabaseSession session;
    private final DatabaseState state;

    /**
     * @param preparation prepares a whole step
     * @param session the database
     * @param state the rows of the database compared with the history
     */
    StepPreparer(StepPreparation preparation, DatabaseSession session, DatabaseState state) {
        this.preparation = preparation;
        this.session = session;
        this.state = state;
    }

    List<PreparedStep> of(Plan plan) {
        List<PreparedStep> steps = new ArrayList<>(plan.steps().size());
        for (Step step : plan.steps()) {
            steps.add(prepare(step));
        }
        return steps;
    }

    private PreparedStep prepare(Step step) {
        for (AppliedRevision row : session.applied()) {
            if (row.isHalf() && row.id().equals(step.revision().id())) {
                return goOn(step, row);
            }
        }
        return preparation.prepare(step);
    }

    private PreparedStep goOn(Step step, AppliedRevision half) {
        StatementLog recorded = recorded(half);
        if (half.state() == AppliedState.DOWNGRADING && step.direction() == Direction.UP) {
            throw new RetortException(
                    "Revision " + half.describe() + " is partially downgraded: a downgrade stopped after "
                            + half.progress() + " of its " + recorded.down().size() + " statements.",
                    Advice.of(
                            "Finish that first: ",
                            Advice.command("downgrade", Advice.target(state.targetBelow(half))),
                            ". Then upgrade again."));
        }
        if (step.direction() == Direction.UP || isWholeDowngrade(half, recorded)) {
            return preparation.prepare(step);
        }
        PreparedStep upgrade = preparation.prepare(new Step(step.revision(), Direction.UP));
        int done = half.state() == AppliedState.UPGRADING ? half.progress() : recorded.half();
        return new PartialRollback(upgrade, session.dialect()).of(done, recorded);
    }

    /**
     * Returns whether a downgrade can revert the completed statements of a partially applied revision. Statements in SQL
     * files have no reverse of their own.
     */
    boolean canTakeBack(AppliedRevision half) {
        if (!state.graph().contains(half.id())) {
            return false;
        }
        try {
            goOn(new Step(state.graph().get(half.id()), Direction.DOWN), half);
            return true;
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(StepPreparer.class).debug("Revision {} cannot be reverted", half.describe(), e);
            return false;
        }
    }

    private static boolean isWholeDowngrade(AppliedRevision half, StatementLog recorded) {
        return half.state() == AppliedState.DOWNGRADING && recorded.half() == 0;
    }

    private StatementLog recorded(AppliedRevision half) {
        try {
            return StatementLog.read(session.table().recorded(session.connection(), half.id()));
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the recorded statements of revision " + half.describe() + ": " + e.getMessage(),
                    "Check the privileges on the history table.",
                    e);
        }
    }
}
