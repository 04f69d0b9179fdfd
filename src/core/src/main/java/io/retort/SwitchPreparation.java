package io.retort;

import io.retort.RetortOptions.AheadPolicy;
import io.retort.SwitchPlan.LostRows;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.history.History;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.StoredRevisions;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.prepare.UndoPreparation;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import io.retort.source.RevisionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Prepares a switch on one database: the route and its steps. */
final class SwitchPreparation {

    private final DatabaseHistory here;
    private final History history;
    private final DatabaseSession session;
    private final DatabaseState state;
    private final StoredRevisions stored;
    private final Function<AppliedRevision, Optional<RevisionCode>> elsewhere;
    private final Map<String, RevisionCode> reverting = new LinkedHashMap<>();
    private final SwitchRoute route;
    private final boolean keepUndo;
    private final RecordedSteps recorded;

    /**
     * @param here the history of the application and the database
     * @param elsewhere finds a revision that is neither in the history nor stored with its downgrade
     * @param recorded finds the steps that are recorded instead of run
     * @param keepUndo whether to store the downgrades of the revisions that are applied
     */
    SwitchPreparation(
            DatabaseHistory here,
            Function<AppliedRevision, Optional<RevisionCode>> elsewhere,
            RecordedSteps recorded,
            boolean keepUndo) {
        this.recorded = recorded;
        this.here = here;
        this.history = here.history();
        this.session = here.session();
        this.elsewhere = elsewhere;
        this.keepUndo = keepUndo;
        this.state = new DatabaseState(history.graph(), session.applied(), AheadPolicy.ALLOW, Map.of());
        List<AppliedRevision> unknown = state.unknown();
        this.stored = stored(unknown, session);
        this.route = new SwitchRoute(
                history.graph(), session.applied(), SwitchRoute.sameChange(unknown, byChecksum(unknown)));
        findReverting();
    }

    private static StoredRevisions stored(List<AppliedRevision> unknown, DatabaseSession session) {
        List<String> ids = unknown.stream().map(AppliedRevision::id).toList();
        return new StoredRevisions(
                unknown,
                session.table().undo(session.connection(), ids),
                session.dialect().name());
    }

    /**
     * Returns what prepares, as a switch does, downgrades of partially applied revisions that the history does not contain;
     * empty if there are none, or if what is stored cannot be read.
     */
    static Optional<StepPreparer> revertingPartial(DatabaseHistory here, DatabaseState state) {
        List<AppliedRevision> partial =
                state.unknown().stream().filter(AppliedRevision::isPartial).toList();
        if (partial.isEmpty()) {
            return Optional.empty();
        }
        try {
            StoredRevisions stored = stored(partial, here.session());
            StepPreparation all = new StepPreparation(
                    here.history().and(stored.revisions()), here.session().dialect());
            return Optional.of(new StepPreparer(all, here.session(), state).with(stored));
        } catch (RetortException unreadable) {
            return Optional.empty();
        }
    }

    /** The revisions that are not applied, by checksum. They are read only if an unknown row has a checksum. */
    private Map<String, RevisionInfo> byChecksum(List<AppliedRevision> unknown) {
        Map<String, RevisionInfo> byChecksum = new LinkedHashMap<>();
        if (unknown.stream().allMatch(row -> row.checksum() == null)) {
            return byChecksum;
        }
        Set<String> applied = new HashSet<>();
        session.applied().forEach(row -> applied.add(row.id()));
        StepPreparation preparation = new StepPreparation(history, session.dialect());
        for (RevisionInfo info : history.graph().all()) {
            if (!applied.contains(info.id())) {
                PreparedStep step = preparation.prepare(new Step(info, Direction.UP));
                if (!step.operations().isEmpty() && step.checksum() != null) {
                    byChecksum.putIfAbsent(step.checksum(), info);
                }
            }
        }
        return byChecksum;
    }

    private void findReverting() {
        Map<String, RevisionCode> kept = new HashMap<>();
        stored.revisions().forEach(code -> kept.put(code.info().id(), code));
        for (AppliedRevision row : route.leaving()) {
            if (!history.graph().contains(row.id())) {
                RevisionCode code = kept.containsKey(row.id())
                        ? kept.get(row.id())
                        : elsewhere.apply(row).orElseThrow(() -> cannotRevert(row));
                reverting.put(row.id(), code);
            }
        }
    }

    private RetortException cannotRevert(AppliedRevision row) {
        return new RetortException(
                "Revision " + row.describe() + " cannot be reverted by this version of the application: "
                        + stored.reason(row.id()) + ". Nothing was run.",
                Advice.of(
                        "Run the version of the application that contains it: ",
                        Advice.command("downgrade", Advice.target(belowOf(row))),
                        ". Then run this again."));
    }

    /** The target of a downgrade that reverts a row and everything above it. */
    private static String belowOf(AppliedRevision row) {
        return row.parents().size() == 1 ? row.parents().get(0) : row.parents().isEmpty() ? "base" : row.id() + "-1";
    }

    /** Returns the plan and, when they are needed, its steps. */
    PendingRun pending() {
        Plan plan = route.plan(infos());
        recorded.refuseReverting(plan, null);
        return new PendingRun(
                plan,
                plan.isEmpty() && state.partial().isEmpty() && here.unrecorded().isEmpty(),
                () -> here.recordingIn(steps(plan)),
                List.of(),
                here);
    }

    private Map<String, RevisionInfo> infos() {
        Map<String, RevisionInfo> infos = new HashMap<>();
        reverting.forEach((id, code) -> infos.put(id, code.info()));
        route.leaving().stream()
                .map(AppliedRevision::id)
                .filter(history.graph()::contains)
                .forEach(id -> infos.put(id, history.graph().get(id)));
        return infos;
    }

    private List<PreparedStep> steps(Plan plan) {
        StepPreparation all = all();
        StepPreparer preparer = new StepPreparer(all, session, state)
                .storing(new UndoPreparation(all, keepUndo))
                .with(stored);
        state.requirePartialIn(plan, preparer::canRevert);
        List<PreparedStep> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            String formerId = step.direction() == Direction.UP ? route.formerId(step.revision()) : null;
            boolean again = step.direction() == Direction.UP && isReverted(plan, step.revision());
            steps.add(
                    formerId != null
                            ? PreparedStep.renamed(step, formerId)
                            : again ? preparer.whole(step) : preparer.prepare(step));
        }
        return recorded.in(steps);
    }

    /** A revision that this plan reverts is applied again as a whole, whatever its row says. */
    private static boolean isReverted(Plan plan, RevisionInfo revision) {
        return plan.steps().stream()
                .anyMatch(step -> step.direction() == Direction.DOWN
                        && step.revision().id().equals(revision.id()));
    }

    private StepPreparation all() {
        return new StepPreparation(history.and(reverting.values()), session.dialect());
    }

    /** Returns the plan for a person, with the number of lost rows. */
    SwitchPlan shown() {
        PendingRun pending = pending();
        List<PreparedStep> steps =
                pending.isDone() ? List.of() : pending.steps().get();
        LostRowCounter counter = new LostRowCounter(session);
        Map<String, List<LostRows>> lost = new HashMap<>();
        for (PreparedStep step : steps) {
            if (!step.isUpgrade()) {
                String id = step.revision().id();
                Optional<StoredUndo> undo = reverting.containsKey(id) ? stored.undo(id) : Optional.empty();
                lost.put(id, undo.isPresent() ? counter.of(step, undo.get()) : counter.of(step, all()));
            }
        }
        return new SwitchPlan(session.description(), steps, lost);
    }
}
