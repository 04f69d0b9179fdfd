package io.retort;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.backfill.BackfillPosition;
import io.retort.internal.journal.BackfillConflict;
import io.retort.operation.Batches;
import io.retort.operation.Statement;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Divides the steps of a run at the first one that has to wait for a backfill of an applied revision. The other steps can run
 * while the backfill continues in another session.
 */
final class BackfillGate {

    private final DatabaseHistory here;

    /**
     * @param here the history and the rows of the database
     */
    BackfillGate(DatabaseHistory here) {
        this.here = here;
    }

    /**
     * The steps that can run now.
     *
     * @param steps the steps
     * @param blocked why the steps after them have to wait; null if there are none
     */
    record RunnableSteps(List<PreparedStep> steps, @Nullable Blocked blocked) {

        RunnableSteps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step that has to wait.
     *
     * @param filling the id of the revision with the backfill
     * @param reason the reason, as a sentence
     */
    record Blocked(String filling, String reason) {}

    /** A backfill, and the revision that declares it. */
    private record Filling(RevisionInfo revision, Statement.Backfill backfill) {}

    RunnableSteps of(List<PreparedStep> steps) {
        List<Filling> open = new ArrayList<>();
        PendingBackfill.of(here)
                .forEach(pending -> pending.places().forEach(place -> open.add(filling(pending.step(), place))));
        for (int i = 0; i < steps.size(); i++) {
            PreparedStep step = steps.get(i);
            if (!step.isUpgrade() || step.operations().isEmpty()) {
                continue;
            }
            refuseUnknown(step);
            for (Filling each : open) {
                Optional<Blocked> blocked = blocked(step, each);
                if (blocked.isPresent()) {
                    return new RunnableSteps(steps.subList(0, i), blocked.get());
                }
            }
            step.backfillsAfterStart().forEach(place -> open.add(filling(step, place)));
        }
        return new RunnableSteps(steps, null);
    }

    private static Filling filling(PreparedStep step, StatementPosition place) {
        return new Filling(step.revision(), (Statement.Backfill) place.statement());
    }

    private Optional<Blocked> blocked(PreparedStep step, Filling filling) {
        String why = "Revision " + step.revision().describe() + " waits for the backfill of "
                + filling.backfill().table() + " in revision "
                + filling.revision().describe();
        if (dependsOn(step.revision(), filling.revision().id())) {
            return Optional.of(new Blocked(filling.revision().id(), why + ", on which it depends."));
        }
        return new BackfillConflict(filling.backfill(), here.session().dialect())
                .in(step)
                .map(place -> new Blocked(
                        filling.revision().id(),
                        why + ", because of its operation: "
                                + place.operation().operation().describe()));
    }

    /** Also a parent can be a dependency: that says that its rows are needed, not only its schema. */
    private boolean dependsOn(RevisionInfo later, String earlier) {
        RevisionGraph graph = here.history().graph();
        return later.dependsOn().stream()
                .anyMatch(name -> name.equals(earlier)
                        || graph.find(name)
                                .filter(found -> found.id().equals(earlier))
                                .isPresent());
    }

    /** Only the release that contains the revision can complete its backfill. */
    private void refuseUnknown(PreparedStep step) {
        for (AppliedRevision row : here.session().applied()) {
            if (row.isFilling() && !here.history().graph().contains(row.id())) {
                BackfillPosition.read(row.inFlight())
                        .filter(at -> !at.progress().table().isEmpty())
                        .map(at -> new BackfillConflict(
                                of(at.progress().table()), here.session().dialect()))
                        .flatMap(conflict -> conflict.in(step))
                        .ifPresent(place -> {
                            throw incomplete(row, "revision " + step.revision().describe() + " changes its table");
                        });
            }
        }
    }

    private static Statement.Backfill of(String table) {
        return new Statement.Backfill(
                QualifiedName.parse(table), "", "", List.of(), Batches.STANDARD, new Statement.Sql(""));
    }

    /** Refuses a squash that would hide a revision whose backfill is not complete. */
    void refuseReplaced(List<AppliedRevision> rows) {
        List<String> shown =
                here.session().applied().stream().map(AppliedRevision::id).toList();
        for (AppliedRevision row : rows) {
            if (row.isFilling() && !shown.contains(row.id())) {
                throw incomplete(row, "a squash replaces the revision");
            }
        }
    }

    private static RetortException incomplete(AppliedRevision row, String why) {
        return new RetortException(
                "The backfill of revision " + row.describe() + " is not complete, and " + why + ". Nothing was run.",
                Advice.of(
                        "Complete the backfill with the release of the application that contains revision " + row.id()
                                + ": ",
                        Advice.command("backfill"),
                        ". Then run this again."));
    }
}
