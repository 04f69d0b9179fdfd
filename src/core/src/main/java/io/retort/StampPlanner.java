package io.retort;

import io.retort.internal.prepare.StoredRevisions;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.PreparedStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes the changes of a stamp: the rows of the history table to delete and the rows to insert.
 *
 * @param graph the history
 * @param rows the rows of the history table, oldest first
 * @param purge whether to delete also rows of revisions that the history does not contain
 */
record StampPlanner(RevisionGraph graph, List<AppliedRevision> rows, boolean purge) {

    /**
     * Returns the steps that make these revisions the current heads: first the deletions, dependents first, then the
     * insertions.
     */
    List<PreparedStep> steps(Collection<String> heads) {
        Set<String> wanted = new LinkedHashSet<>();
        graph.ancestors(heads, true).forEach(revision -> wanted.add(revision.id()));
        wanted.addAll(heads);
        Set<String> noted = rows.stream().map(AppliedRevision::id).collect(Collectors.toSet());
        List<PreparedStep> steps = new ArrayList<>();
        for (AppliedRevision applied : newestFirst()) {
            if (!wanted.contains(applied.id()) && (purge || graph.contains(applied.id()))) {
                steps.add(PreparedStep.stamp(new Step(known(applied), Direction.DOWN)));
            }
        }
        rows.stream()
                .filter(row -> row.isPartial() && wanted.contains(row.id()))
                .forEach(row -> steps.add(
                        PreparedStep.settle(new Step(known(row), Direction.UP), Math.max(1, row.progress()))));
        graph.all().stream()
                .filter(revision -> wanted.contains(revision.id()) && !noted.contains(revision.id()))
                .forEach(revision -> steps.add(PreparedStep.stamp(new Step(revision, Direction.UP))));
        return steps;
    }

    private List<AppliedRevision> newestFirst() {
        List<AppliedRevision> applied = new ArrayList<>(rows);
        Collections.reverse(applied);
        return applied;
    }

    private RevisionInfo known(AppliedRevision applied) {
        return graph.contains(applied.id()) ? graph.get(applied.id()) : unknown(applied);
    }

    /** Describes a revision that only the history table contains. */
    static RevisionInfo unknown(AppliedRevision applied) {
        return new RevisionInfo(
                applied.id(),
                applied.parents(),
                List.of(),
                List.of(),
                applied.message(),
                null,
                true,
                StoredRevisions.LOCATION);
    }
}
