package io.retort.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.graph.RevisionLayout.Move;
import io.retort.internal.graph.RevisionLayout.Node;
import io.retort.internal.graph.RevisionLayout.Step;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionGraphs;
import io.retort.revision.RevisionInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Follows the lanes of generated histories from each revision to those in which they end: its parents, and no other. */
class RevisionLayoutTests {

    private static final int HISTORIES = 300;

    @Test
    void theLanesOfARevisionLeadToItsParents() {
        int edges = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<RevisionInfo> revisions = newestFirst(seed);
            Map<String, Set<String>> led = followed(RevisionLayout.of(revisions));
            for (RevisionInfo revision : revisions) {
                assertThat(led.getOrDefault(revision.id(), Set.of()))
                        .as("seed %d, %s", seed, revision.id())
                        .isEqualTo(Set.copyOf(revision.parents()));
                edges += revision.parents().size();
            }
        }
        assertThat(edges).isGreaterThan(20_000);
    }

    @Test
    void aRangeHasNoLanesToRevisionsOutsideIt() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<RevisionInfo> all = newestFirst(seed);
            List<RevisionInfo> some = all.subList(0, (all.size() + 1) / 2);
            Set<String> shown =
                    new HashSet<>(some.stream().map(RevisionInfo::id).toList());
            Map<String, Set<String>> led = followed(RevisionLayout.of(some));
            for (RevisionInfo revision : some) {
                Set<String> parents = new HashSet<>(revision.parents());
                parents.retainAll(shown);
                assertThat(led.getOrDefault(revision.id(), Set.of())).isEqualTo(parents);
            }
        }
    }

    @Test
    void everyRevisionIsANodeOnce() {
        List<RevisionInfo> revisions = newestFirst(7);

        assertThat(RevisionLayout.of(revisions).steps().stream()
                        .filter(Node.class::isInstance)
                        .map(step -> ((Node) step).revision()))
                .containsExactlyElementsOf(revisions);
    }

    private static List<RevisionInfo> newestFirst(int seed) {
        RevisionGraph graph = RevisionGraph.of(RevisionGraphs.random(new SplittableRandom(seed)));
        return new Planner(graph).history(":", List.of());
    }

    /** Walks down step by step, with the revisions above that are connected to each lane. */
    private static Map<String, Set<String>> followed(RevisionLayout layout) {
        Map<String, Set<String>> led = new HashMap<>();
        Map<Integer, Set<String>> above = new HashMap<>();
        for (Step step : layout.steps()) {
            assertThat(above.keySet()).allMatch(lane -> lane < step.lanes());
            if (step instanceof Node node) {
                Set<String> children = above.getOrDefault(node.lane(), Set.of());
                children.forEach(child -> led.computeIfAbsent(child, key -> new HashSet<>())
                        .add(node.revision().id()));
                above.put(node.lane(), Set.of(node.revision().id()));
            }
            Map<Integer, Set<String>> below = new HashMap<>();
            for (Move move : step.moves()) {
                below.computeIfAbsent(move.to(), key -> new HashSet<>())
                        .addAll(above.getOrDefault(move.from(), Set.of()));
            }
            above = below;
        }
        assertThat(above).as("lanes below the last revision").isEmpty();
        return led;
    }
}
