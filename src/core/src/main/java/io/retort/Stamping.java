package io.retort;

import io.retort.revision.Direction;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Step;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import io.retort.run.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a stamp into notes: which revisions the table must forget, and which it must remember.
 *
 * @param graph the history
 * @param session where the database is now
 * @param purge whether revisions that the history does not know are forgotten too
 */
record Stamping(RevisionGraph graph, Session session, boolean purge) {

    /** The notes that make these the current heads: first what is forgotten, dependents first, then what is new. */
    List<PreparedStep> steps(Collection<String> heads) {
        Set<String> wanted = new LinkedHashSet<>();
        graph.ancestors(heads, true).forEach(revision -> wanted.add(revision.id()));
        wanted.addAll(heads);
        List<PreparedStep> steps = new ArrayList<>();
        for (AppliedRevision applied : newestFirst()) {
            if (!wanted.contains(applied.id())) {
                steps.add(PreparedStep.stamp(new Step(known(applied), Direction.DOWN)));
            }
        }
        graph.all().stream()
                .filter(revision ->
                        wanted.contains(revision.id()) && !session.appliedIds().contains(revision.id()))
                .forEach(revision -> steps.add(PreparedStep.stamp(new Step(revision, Direction.UP))));
        return steps;
    }

    private List<AppliedRevision> newestFirst() {
        List<AppliedRevision> applied = new ArrayList<>(session.applied());
        Collections.reverse(applied);
        return applied;
    }

    private RevisionInfo known(AppliedRevision applied) {
        return graph.contains(applied.id())
                ? graph.get(applied.id())
                : new RevisionInfo(
                        applied.id(), applied.parents(), List.of(), List.of(), applied.message(), null, true, "?");
    }
}
