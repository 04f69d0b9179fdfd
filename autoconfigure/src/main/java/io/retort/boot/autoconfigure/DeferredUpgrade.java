package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.Status;
import io.retort.internal.history.History;
import io.retort.migration.Phase;
import io.retort.revision.Plan.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits an upgrade into what runs before anything uses the database and what runs when the application is ready.
 *
 * @param now targets to upgrade to on start, in order
 * @param later targets to upgrade to when the application is ready, in order
 */
record DeferredUpgrade(List<String> now, List<String> later) {

    public DeferredUpgrade {
        now = List.copyOf(now);
        later = List.copyOf(later);
    }

    /**
     * Splits the upgrade to a target. A revision of phase {@code AFTER_START} is deferred unless a revision of phase
     * {@code START} in the same upgrade depends on it. Reads the database only if the history has revisions of phase
     * {@code AFTER_START}.
     */
    public static DeferredUpgrade of(History history, Retort retort, String target) {
        Set<String> after = new LinkedHashSet<>();
        history.declared().forEach(code -> {
            if (code.phase() == Phase.AFTER_START) {
                after.add(code.info().id());
            }
        });
        if (after.isEmpty()) {
            return new DeferredUpgrade(List.of(target), List.of());
        }
        Status status = retort.status();
        List<String> steps = new Planner(status.graph())
                .upgrade(status.knownHeads(), target).steps().stream()
                        .map(Step::revision)
                        .map(RevisionInfo::id)
                        .toList();
        return divide(status.graph(), steps, after, target);
    }

    private static DeferredUpgrade divide(RevisionGraph graph, List<String> steps, Set<String> after, String target) {
        Set<String> put = new LinkedHashSet<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            String id = steps.get(i);
            if (after.contains(id) && put.containsAll(followers(graph, id, steps))) {
                put.add(id);
            }
        }
        if (put.isEmpty()) {
            return new DeferredUpgrade(List.of(target), List.of());
        }
        List<String> first = new ArrayList<>(steps);
        first.removeAll(put);
        return new DeferredUpgrade(
                tips(graph, first),
                tips(graph, steps.stream().filter(put::contains).toList()));
    }

    private static List<String> followers(RevisionGraph graph, String id, List<String> steps) {
        return graph.descendants(List.of(id), true).stream()
                .map(RevisionInfo::id)
                .filter(other -> !other.equals(id) && steps.contains(other))
                .toList();
    }

    private static List<String> tips(RevisionGraph graph, List<String> steps) {
        return steps.stream()
                .filter(id -> followers(graph, id, steps).isEmpty())
                .toList();
    }
}
