package io.retort.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A summary is always correct: if there is one, the graph has the same result. */
class HistorySummaryTests {

    private static final int HISTORIES = 20_000;

    @Test
    void whatAnOutlineTellsTheGraphTellsToo() {
        int told = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<RevisionInfo> revisions = random(new SplittableRandom(seed));
            HistorySummary summary = HistorySummary.of(revisions);
            if (summary != null) {
                RevisionGraph graph = RevisionGraph.of(revisions);
                assertThat(graph.heads()).as("seed %d", seed).containsExactly(graph.get(summary.head()));
                assertThat(graph.all()).extracting(RevisionInfo::id).containsExactlyInAnyOrderElementsOf(summary.ids());
                assertThat(summary.describe())
                        .isEqualTo(graph.get(summary.head()).describe());
                told++;
            }
        }
        assertThat(told).isBetween(HISTORIES / 20, HISTORIES / 2);
    }

    @Test
    void aSoundHistoryWithOneHeadHasAnOutlineInItsOrder() {
        int sound = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<RevisionInfo> revisions = random(new SplittableRandom(seed));
            RevisionGraph graph = graph(revisions);
            boolean plain = revisions.stream()
                    .allMatch(revision ->
                            revision.labels().isEmpty() && revision.dependsOn().isEmpty());
            if (graph != null && plain && graph.heads().size() == 1) {
                assertThat(HistorySummary.of(graph.all())).as("seed %d", seed).isNotNull();
                sound++;
            }
        }
        assertThat(sound).isGreaterThan(HISTORIES / 20);
    }

    @Test
    void aLineHasAnOutlineInAnyOrder() {
        List<RevisionInfo> line = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            List<String> parents = i == 0 ? List.of() : List.of("r" + (i - 1));
            line.add(new RevisionInfo("r" + i, parents, List.of(), List.of(), "", null, true, "R" + i));
        }
        Collections.shuffle(line, new Random(1));

        assertThat(HistorySummary.of(line))
                .isNotNull()
                .extracting(HistorySummary::head)
                .isEqualTo("r49");
    }

    private static RevisionGraph graph(List<RevisionInfo> revisions) {
        try {
            return RevisionGraph.of(revisions);
        } catch (InvalidHistoryException mistaken) {
            return null;
        }
    }

    /**
     * Up to five revisions with six ids: parents that precede or follow, are missing or are the revision itself, and
     * sometimes a label.
     */
    private static List<RevisionInfo> random(SplittableRandom random) {
        List<RevisionInfo> revisions = new ArrayList<>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            String id = random.nextInt(10) == 0 ? "r" + random.nextInt(6) : "r" + i;
            List<String> parents = new ArrayList<>();
            if (i > 0) {
                parents.add("r" + (random.nextInt(4) > 0 ? i - 1 : random.nextInt(6)));
            }
            if (random.nextInt(4) == 0) {
                parents.add("r" + random.nextInt(6));
            }
            List<String> labels = random.nextInt(20) == 0 ? List.of("shop") : List.of();
            List<String> needs = random.nextInt(20) == 0 ? List.of("r0") : List.of();
            revisions.add(new RevisionInfo(id, parents, needs, labels, "step " + i, null, true, "R" + id));
        }
        return revisions;
    }
}
