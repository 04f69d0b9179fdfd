package io.retort;

import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The route from a database that is ahead of the application to the heads of the history. It lists which revisions are
 * reverted, which rows get another id, and which revisions are applied.
 *
 * <p>A known revision above a reverted one is reverted, too, and applied again. So is one that a rebase has put above a
 * revision that is not applied.
 */
final class SwitchRoute {

    private final RevisionGraph graph;
    private final List<AppliedRevision> rows;
    private final Map<String, RevisionInfo> renamed;
    private final Set<String> leaving = new LinkedHashSet<>();

    /**
     * @param graph the history
     * @param rows the rows of the history table, oldest first
     * @param renamed by unknown id, the revision of the history that makes the same change
     */
    SwitchRoute(RevisionGraph graph, List<AppliedRevision> rows, Map<String, RevisionInfo> renamed) {
        this.graph = graph;
        this.rows = rows;
        this.renamed = new LinkedHashMap<>(renamed);
        findLeaving();
    }

    private void findLeaving() {
        Set<String> present = new HashSet<>();
        rows.forEach(row -> present.add(row.id()));
        renamed.values().forEach(info -> present.add(info.id()));
        for (AppliedRevision row : rows) {
            if (graph.contains(row.id())
                    ? MissingRevisionCheck.isMoved(row, graph, present)
                    : !renamed.containsKey(row.id())) {
                leaving.add(row.id());
            }
        }
        boolean found = true;
        while (found) {
            found = false;
            for (AppliedRevision row : rows) {
                if (!leaving.contains(row.id()) && dependsOnLeaving(row)) {
                    leaving.add(row.id());
                    renamed.remove(row.id());
                    found = true;
                }
            }
        }
    }

    private boolean dependsOnLeaving(AppliedRevision row) {
        for (String parent : row.parents()) {
            if (leaving.contains(parent)) {
                return true;
            }
        }
        return leaving.stream().anyMatch(needs(row)::contains);
    }

    /** The revisions that the history declares as necessary for the revision of a row. */
    private Set<String> needs(AppliedRevision row) {
        RevisionInfo info = revision(row);
        if (info == null) {
            return Set.of();
        }
        Set<String> needs = new LinkedHashSet<>(info.parents());
        needs.addAll(dependencies(row));
        return needs;
    }

    /** Rows do not store dependencies. Parents they do, and these can be others than those of the history. */
    private Set<String> dependencies(AppliedRevision row) {
        RevisionInfo info = revision(row);
        Set<String> dependencies = new LinkedHashSet<>();
        if (info != null) {
            graph.dependencies(info.id()).forEach(needed -> dependencies.add(needed.id()));
        }
        return dependencies;
    }

    private @Nullable RevisionInfo revision(AppliedRevision row) {
        return graph.contains(row.id()) ? graph.get(row.id()) : renamed.get(row.id());
    }

    /** Returns the rows to revert, newest first and each before those that it stands on. */
    List<AppliedRevision> leaving() {
        List<AppliedRevision> order = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = rows.size() - 1; i >= 0; i--) {
            add(rows.get(i), order, seen);
        }
        return order;
    }

    private void add(AppliedRevision row, List<AppliedRevision> order, Set<String> seen) {
        if (!leaving.contains(row.id()) || !seen.add(row.id())) {
            return;
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            AppliedRevision above = rows.get(i);
            if (above.parents().contains(row.id()) || dependencies(above).contains(row.id())) {
                add(above, order, seen);
            }
        }
        order.add(row);
    }

    /** Returns whether nothing is reverted and no row gets another id. */
    boolean isUpgrade() {
        return leaving.isEmpty() && renamed.isEmpty();
    }

    /** Returns the former id of a revision whose row gets its id; null for a revision that is applied. */
    @Nullable
    String formerId(RevisionInfo entering) {
        for (Map.Entry<String, RevisionInfo> pair : renamed.entrySet()) {
            if (pair.getValue().id().equals(entering.id())) {
                return pair.getKey();
            }
        }
        return null;
    }

    /**
     * Returns the whole plan.
     *
     * @param infos by id, the revisions that are reverted
     */
    Plan plan(Map<String, RevisionInfo> infos) {
        Set<String> staying = new LinkedHashSet<>();
        Set<String> complete = new LinkedHashSet<>();
        for (AppliedRevision row : rows) {
            if (graph.contains(row.id()) && !leaving.contains(row.id())) {
                staying.add(row.id());
                if (row.counts()) {
                    complete.add(row.id());
                }
            }
        }
        MissingRevisionCheck.refuse(graph, staying, List.of(), List.of());
        Plan upgrade = new Planner(graph).upgrade(graph.heads(complete), "heads");
        List<Step> steps = new ArrayList<>();
        for (AppliedRevision row : leaving()) {
            steps.add(new Step(infos.getOrDefault(row.id(), StampPlanner.unknown(row)), Direction.DOWN));
        }
        steps.addAll(upgrade.steps());
        Set<String> before = new LinkedHashSet<>();
        for (AppliedRevision row : rows) {
            before.add(row.id());
            before.removeAll(row.parents());
        }
        return new Plan(Direction.UP, steps, before, upgrade.after());
    }

    /** Returns by former id the revisions of the history that make the same change as an unknown one. */
    static Map<String, RevisionInfo> sameChange(List<AppliedRevision> unknown, Map<String, RevisionInfo> byChecksum) {
        Map<String, RevisionInfo> left = new HashMap<>(byChecksum);
        Map<String, RevisionInfo> same = new LinkedHashMap<>();
        for (AppliedRevision row : unknown) {
            RevisionInfo info = row.isPartial() || row.checksum() == null ? null : left.remove(row.checksum());
            if (info != null) {
                same.put(row.id(), info);
            }
        }
        return same;
    }
}
