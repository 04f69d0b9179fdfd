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
            if (row.isPartial() && row.id().equals(step.revision().id())) {
                return resume(step, row);
            }
        }
        return whole(step);
    }

    /** Prepares a step that does not continue an earlier one. */
    PreparedStep whole(Step step) {
        PreparedStep whole = preparation.prepare(step);
        return undo == null ? whole : undo.added(whole);
    }

    private PreparedStep resume(Step step, AppliedRevision partial) {
        StatementLog recorded = recorded(partial);
        if (partial.state() == AppliedState.DOWNGRADING && step.direction() == Direction.UP) {
            throw new RetortException(
                    "Revision " + partial.describe() + " is partially downgraded: a downgrade stopped after "
                            + partial.progress() + " of its " + recorded.down().size() + " statements.",
                    Advice.of(
                            "Finish that first: ",
                            Advice.command("downgrade", Advice.target(state.targetBelow(partial))),
                            ". Then upgrade again."));
        }
        if (step.direction() == Direction.UP || isWholeDowngrade(partial, recorded)) {
            return whole(step);
        }
        int completed = partial.state() == AppliedState.UPGRADING ? partial.progress() : recorded.revertedStatements();
        Optional<StoredUndo> kept = stored == null ? Optional.empty() : stored.undo(partial.id());
        IntFunction<PreparedStep> reverted = kept.isPresent()
                ? begun -> reverting(step, partial, kept.get(), completed, begun)
                : begun -> rollback(step, completed, recorded, begun > completed);
        return withFilledRows(partial, recorded, completed, reverted);
    }

    /**
     * Of an interrupted backfill, the filled rows are reverted, too. A downgrade that continues has as many statements as
     * when it began.
     */
    private static PreparedStep withFilledRows(
            AppliedRevision partial, StatementLog recorded, int completed, IntFunction<PreparedStep> reverted) {
        if (partial.state() == AppliedState.UPGRADING) {
            return reverted.apply(BackfillPosition.isPosition(partial.inFlight()) ? completed + 1 : completed);
        }
        PreparedStep plain = reverted.apply(completed);
        return plain.size() == recorded.down().size() ? plain : reverted.apply(completed + 1);
    }

    private PreparedStep rollback(Step step, int completed, StatementLog recorded, boolean filling) {
        PreparedStep upgrade = preparation.prepare(new Step(step.revision(), Direction.UP));
        return new PartialRollback(upgrade, session.dialect()).of(completed, recorded, filling);
    }

    /** Reverts the completed part of an upgrade whose revision only the history table contains. */
    private PreparedStep reverting(Step step, AppliedRevision partial, StoredUndo kept, int completed, int begun) {
        List<StoredUndo.Reversal> parts = kept.reverting(begun)
                .orElseThrow(() -> new RetortException(
                        "Cannot revert the applied part of revision " + partial.describe()
                                + ": one of its completed operations has no stored reverse. Nothing was run.",
                        Advice.of(
                                "Run the version of the application that contains it: ",
                                Advice.command("upgrade", Advice.target(partial.id())),
                                " finishes it.")));
        return preparation.prepare(step, op -> parts.forEach(part -> part.addTo(op)), completed);
    }

    /**
     * Returns whether a downgrade can revert the completed statements of a partially applied revision. Only its preparation
     * shows it, because that loads the revision, runs its code and renders each reverse.
     */
    boolean canRevert(AppliedRevision partial) {
        boolean known = state.graph().contains(partial.id());
        if (!known && stored == null) {
            return false;
        }
        try {
            resume(
                    new Step(known ? state.graph().get(partial.id()) : StampPlanner.unknown(partial), Direction.DOWN),
                    partial);
            return true;
        } catch (RuntimeException | LinkageError e) {
            PrintableLog.of(StepPreparer.class).debug("Revision {} cannot be reverted", partial.describe(), e);
            return false;
        }
    }

    private static boolean isWholeDowngrade(AppliedRevision partial, StatementLog recorded) {
        return partial.state() == AppliedState.DOWNGRADING && recorded.revertedStatements() == 0;
    }

    private StatementLog recorded(AppliedRevision partial) {
        try {
            return StatementLog.read(session.table().recorded(session.connection(), partial.id()));
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot read the recorded statements of revision " + partial.describe() + ": " + e.getMessage(),
                    "Check the privileges on the history table.",
                    e);
        }
    }
}
