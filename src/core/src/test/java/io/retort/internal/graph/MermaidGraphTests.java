package io.retort.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.text.PrintableText;
import io.retort.revision.Planner;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionGraphs;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidGraphTests {

    private static final Pattern NODE = Pattern.compile("  r1\\[\"a ([^\"`<>&%{}|\\[\\]\\\\]*)\"]");

    @Test
    void drawsBranchesAMergeADependencyAndTheHeads() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                revision("a", "create owner"),
                RevisionGraphs.revision("b", "a"),
                RevisionGraphs.revision("c", "a"),
                RevisionGraphs.revision("d", "b", "c"),
                RevisionGraphs.revision("e", List.of(), List.of("c"), List.of("audit"))));

        assertThat(MermaidGraph.of(new Planner(graph).history(":", List.of()), graph, Set.of("d")))
                .containsExactly(
                        "flowchart BT",
                        "  r5[\"e make e\"]",
                        "  r4[\"d make d (current)\"]",
                        "  r3[\"c make c\"]",
                        "  r2[\"b make b\"]",
                        "  r1[\"a create owner\"]",
                        "  r2 --> r4",
                        "  r3 --> r4",
                        "  r1 --> r3",
                        "  r3 -.-> r5",
                        "  r1 --> r2",
                        "  classDef head stroke-width:3px",
                        "  class r5,r4 head");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"]; click r1 href \"javascript:alert(1)\"",
                "</script><script>alert(1)</script>",
                "```\n# heading",
                "%%{init: {'securityLevel': 'loose'}}%%",
                "`markdown **bold**` and #quot; and &amp;",
                "a\\nb | c {d} [e]",
                "\u202eright to left\u001b[31m red"
            })
    void aHostileMessageIsText(String message) {
        List<String> lines = lines(message);

        assertThat(lines).hasSize(4);
        Matcher node = NODE.matcher(lines.get(1));
        assertThat(node.matches()).as(lines.get(1)).isTrue();
        assertThat(decoded(node.group(1)))
                .isEqualTo(PrintableText.of(
                        revision("a", message).message().lines().findFirst().orElseThrow()))
                .doesNotContain("\u202e", "\u001b");
        assertThat(node.group(1).replaceAll("#\\d+;", "")).doesNotContain("#");
    }

    @Test
    void newRevisionsAreMarked() {
        RevisionGraph graph = RevisionGraph.of(RevisionGraphs.line(2));

        assertThat(MermaidGraph.of(new Planner(graph).history(":", List.of()), graph, Set.of(), Set.of("r1")).stream()
                        .filter(line -> line.contains("(new)")))
                .singleElement()
                .asString()
                .contains("r1");
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        assertThat(lines("😀".repeat(1000)).get(1)).isEqualTo("  r1[\"a " + "😀".repeat(59) + "…\"]");
    }

    @Test
    void saysWhenMermaidDrawsNothing() {
        assertThat(MermaidGraph.isDrawable(line(MermaidGraph.MOST_EDGES + 1))).isTrue();
        assertThat(MermaidGraph.isDrawable(line(MermaidGraph.MOST_EDGES + 2))).isFalse();
    }

    private static List<String> line(int size) {
        RevisionGraph graph = RevisionGraph.of(RevisionGraphs.line(size));
        return MermaidGraph.of(new Planner(graph).history(":", List.of()), graph, Set.of());
    }

    private static List<String> lines(String message) {
        RevisionGraph graph = RevisionGraph.of(List.of(revision("a", message)));
        return MermaidGraph.of(graph.all(), graph, Set.of());
    }

    /** As Mermaid does it: a number between # and ; is the character with this number. */
    private static String decoded(String text) {
        return Pattern.compile("#(\\d+);")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1)))));
    }

    private static RevisionInfo revision(String id, String message) {
        return new RevisionInfo(id, List.of(), List.of(), List.of(), message, null, true, "R" + id + ".java");
    }
}
