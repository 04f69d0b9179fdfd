package io.retort.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextGraphTests {

    @Test
    void drawsNoColumnForOneLine() {
        assertThat(draw("a", "b:a", "c:b")).containsExactly("c", "b", "a");
    }

    @Test
    void drawsABranchAndItsMerge() {
        assertThat(draw("a", "b:a", "c:a", "d:b+c"))
                .containsExactly(
                        "*  d", //
                        "|\\", "| *  c", "* |  b", "|/", "*  a");
    }

    @Test
    void drawsThreeHeadsOverOneBranchPoint() {
        assertThat(draw("a", "b:a", "c:a", "d:a"))
                .containsExactly(
                        "*  d", //
                        "| *  c",
                        "| | *  b",
                        "| |/",
                        "|/",
                        "*  a");
    }

    @Test
    void drawsAMergeOfThree() {
        assertThat(draw("a", "b", "c", "d:a+b+c"))
                .containsExactly(
                        "*  d", //
                        "|\\",
                        "| |\\",
                        "| | *  c",
                        "| *  b",
                        "*  a");
    }

    @Test
    void movesColumnsUpWhenALineEndsBesideThem() {
        RevisionGraph graph = graph("a", "b", "c:b", "d:a+c");
        List<RevisionInfo> revisions =
                Stream.of("d", "a", "c", "b").map(graph::get).toList();

        assertThat(TextGraph.of(revisions, revision -> List.of(revision.id())))
                .containsExactly(
                        "*  d", //
                        "|\\", "* |  a", " /", "*  c", "*  b");
    }

    @Test
    void leavesOutParentsThatAreNotListed() {
        RevisionGraph graph = graph("a", "b:a", "c:a");
        List<RevisionInfo> heads = List.of(graph.get("c"), graph.get("b"));

        assertThat(TextGraph.of(heads, revision -> List.of(revision.id()))).containsExactly("*  c", "*  b");
    }

    @Test
    void keepsTheColumnsBesideFurtherLinesOfText() {
        assertThat(TextGraph.of(
                        new Planner(graph("a", "b:a", "c:a")).history(":", List.of()),
                        revision -> List.of(revision.id(), "more")))
                .containsExactly(
                        "*  c", //
                        "|  more",
                        "| *  b",
                        "| |  more",
                        "|/",
                        "*  a",
                        "   more");
    }

    private static List<String> draw(String... revisions) {
        return TextGraph.of(new Planner(graph(revisions)).history(":", List.of()), revision -> List.of(revision.id()));
    }

    private static RevisionGraph graph(String... revisions) {
        return RevisionGraph.of(
                Arrays.stream(revisions).map(TextGraphTests::revision).toList());
    }

    private static RevisionInfo revision(String text) {
        String[] parts = text.split(":");
        List<String> parents = parts.length == 1 ? List.of() : List.of(parts[1].split("\\+"));
        return new RevisionInfo(parts[0], parents, List.of(), List.of(), "", null, true, "test");
    }
}
