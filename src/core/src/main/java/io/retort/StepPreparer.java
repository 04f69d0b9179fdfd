package io.retort;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.journal.PartialRollback;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.StoredRevisions;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.prepare.UndoPreparation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Prepares the steps of a plan, and continues revisions that are partially applied. */
final class StepPreparer {

    private final StepPreparation preparation;
    private final DatabaseSession session;
    private final DatabaseState state;
    private final @Nullable UndoPreparation undo;
    private final @Nullable StoredRevisions stored;

    /**
     * @param preparation prepares a whole step
     * @param session the database
     * @param state the rows of the database compared with the history
     */
    StepPreparer(StepPreparation preparation, DatabaseSession session, DatabaseState state) {
        this(preparation, session, state, null, null);
    }

    private StepPreparer(
            StepPreparation preparation,
            DatabaseSession session,
            DatabaseState state,
            @Nullable UndoPreparation undo,
            @Nullable StoredRevisions stored) {
        this.preparation = preparation;
        this.session = session;
        this.state = state;
        this.undo = undo;
        this.stored = stored;
    }

    /** Returns a copy whose upgrades store their downgrades. */
    StepPreparer storing(UndoPreparation other) {
        return new StepPreparer(preparation, session, state, other, stored);
    }

    /** Returns a copy that can revert partial upgrades of revisions that only the history table contains. */
    StepPreparer with(StoredRevisions other) {
        return new StepPreparer(preparation, session, state, undo, other);
    }

    List<PreparedStep> of(Plan plan) {
        List<PreparedStep> steps = new ArrayList<>(plan.steps().size());
        for (Step step : plan.steps()) {
            steps.add(prepare(step));
        }
        return steps;
    }

    PreparedStep prepare(Step step) {
        for (AppliedRevision row : session.applied()) {
            if (row.isHalf() && row.id().equals(step.revision().id())) {
                return goOn(step, row);
            }
        }
        return whole(step);
    }

    /** Prepares a step that does not continue an earlier one. */
    PreparedStep whole(Step step) {
        PreparedStep whole = preparation.prepare(step);
        return undo == null ? whole : undo.added(whole);
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
            return whole(step);
        }
        int completed = half.state() == AppliedState.UPGRADING ? half.progress() : recorded.half();
        Optional<StoredUndo> kept = stored == null ? Optional.empty() : stored.undo(half.id());
        IntFunction<PreparedStep> reverted = kept.isPresent()
                ? begun -> reverting(step, half, kept.get(), completed, begun)
                : begun -> rollback(step, completed, recorded, begun > completed);
        return withFilledRows(half, recorded, completed, reverted);
    }

    /**
     * Of an interrupted backfill, the filled rows are reverted, too. A downgrade that continues has as many statements as
     * when it began.
     */
    private static PreparedStep withFilledRows(
            AppliedRevision half, StatementLog recorded, int completed, IntFunction<PreparedStep> reverted) {
        if (half.state() == AppliedState.UPGRADING) {
            return reverted.apply(BackfillPosition.isPosition(half.inFlight()) ? completed + 1 : completed);
        }
        PreparedStep plain = reverted.apply(completed);
        return plain.size() == recorded.down().size() ? plain : reverted.apply(completed + 1);
    }

    private PreparedStep rollback(Step step, int completed, StatementLog recorded, boolean filling) {
        PreparedStep upgrade = preparation.prepare(new Step(step.revision(), Direction.UP));
        return new PartialRollback(upgrade, session.dialect()).of(completed, recorded, filling);
    }

    /** Reverts the completed part of an upgrade whose revision only the history table contains. */
    private PreparedStep reverting(Step step, AppliedRevision half, StoredUndo kept, int completed, int begun) {
        List<StoredUndo.Part> parts = kept.reverting(begun)
                .orElseThrow(() -> new RetortException(
                        "Cannot revert the applied part of revision " + half.describe()
                                + ": one of its completed operations has no stored reverse. Nothing was run.",
                        Advice.of(
                                "Run the version of the application that contains it: ",
                                Advice.command("upgrade", Advice.target(half.id())),
                                " finishes it.")));
        return preparation.prepare(step, op -> parts.forEach(part -> part.addTo(op)), completed);
    }

    /**
     * Returns whether a downgrade can revert the completed statements of a partially applied revision. Statements in SQL
     * files have no reverse of their own.
     */
    boolean canTakeBack(AppliedRevision half) {
        boolean known = state.graph().contains(half.id());
        if (!known && stored == null) {
            return false;
        }
        try {
            goOn(new Step(known ? state.graph().get(half.id()) : StampPlanner.unknown(half), Direction.DOWN), half);
            return true;
        } catch (RuntimeException | LinkageError e) {
            PrintableLog.of(StepPreparer.class).debug("Revision {} cannot be reverted", half.describe(), e);
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
