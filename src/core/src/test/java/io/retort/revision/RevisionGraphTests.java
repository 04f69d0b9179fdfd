package io.retort.revision;

import static io.retort.revision.RevisionGraphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.ExitStatus;
import io.retort.revision.InvalidHistoryException.HistoryDefect;
import io.retort.revision.InvalidHistoryException.HistoryDefect.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTests {

    private static InvalidHistoryException refusal(RevisionInfo... revisions) {
        return catchThrowableOfType(InvalidHistoryException.class, () -> RevisionGraph.of(List.of(revisions)));
    }

    @Test
    void allDefectsAreReportedAtOnceWithTheirFiles() {
        InvalidHistoryException refusal = refusal(
                revision("a-1"),
                revision("b"),
                revision("b"),
                revision("c", List.of("b"), List.of("ghost"), List.of("b")),
                revision("d", List.of("gone"), List.of(), List.of("x")),
                revision("e", List.of("e"), List.of(), List.of("x")));

        assertThat(refusal.defects())
                .extracting(HistoryDefect::kind)
                .containsExactly(
                        Kind.FORBIDDEN_CHARACTER,
                        Kind.DUPLICATE_ID,
                        Kind.LABEL_IS_ID,
                        Kind.DUPLICATE_LABEL,
                        Kind.MISSING_PARENT,
                        Kind.MISSING_DEPENDENCY,
                        Kind.CYCLE);
        assertThat(refusal.what()).startsWith("The history has 7 defects:").contains("[Rd.java, Re.java]");
        assertThat(refusal.status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void aCycleIsToldWithItsPath() {
        InvalidHistoryException refusal =
                refusal(revision("a", "c"), revision("b", "a"), revision("c", "b"), revision("d", "c"));

        assertThat(refusal.defects()).hasSize(1);
        assertThat(refusal.what()).contains("these revisions follow each other: a -> c -> b -> a");
    }

    @Test
    void aCycleThroughADependencyIsAKindOfItsOwn() {
        InvalidHistoryException refusal = refusal(
                revision("a", List.of(), List.of("top"), List.of()),
                revision("b", List.of("a"), List.of(), List.of("top")));

        assertThat(refusal.defects()).extracting(HistoryDefect::kind).containsExactly(Kind.DEPENDENCY_CYCLE);
        assertThat(refusal.defects().get(0).locations()).containsExactly("Ra.java", "Rb.java");
    }

    @Test
    void aMissingParentIsReportedWithTheNearestName() {
        assertThat(refusal(revision("3f2a91"), revision("9b1c07", "3f2b91")).what())
                .contains("the parent 3f2b91 of revision 9b1c07 does not exist; did you mean 3f2a91?")
                .contains("[R9b1c07.java]");
    }

    @Test
    void neitherTheRevisionNorItsDescendantsAreSuggestedAsItsParent() {
        assertThat(refusal(revision("p1"), revision("p3", "p2"), revision("p4", "p3"), revision("p5", "p4"))
                        .what())
                .contains("the parent p2 of revision p3 does not exist; did you mean p1?");
        assertThat(refusal(revision("other"), revision("p3", "p2"), revision("p4", "p3"))
                        .what())
                .contains("the parent p2 of revision p3 does not exist [");
    }

    @Test
    void noLabelOfTheRevisionOrItsDescendantsIsSuggestedAsItsDependency() {
        assertThat(refusal(
                                revision("a", List.of(), List.of(), List.of("libs")),
                                revision("b", List.of(), List.of("libx"), List.of("liby")),
                                revision("c", List.of("b"), List.of(), List.of("libz")))
                        .what())
                .contains("the dependency libx of revision b does not exist; did you mean libs?");
    }

    @Test
    void aRedundantParentIsAWarning() {
        RevisionGraph graph = RevisionGraph.of(List.of(revision("a"), revision("b", "a"), revision("c", "a", "b")));

        assertThat(graph.warnings()).extracting(HistoryDefect::kind).containsExactly(Kind.REDUNDANT_PARENT);
        assertThat(graph.warnings().get(0).message()).contains("the merge c names the parent a");
        assertThat(RevisionGraph.of(RevisionGraphs.twoArms()).warnings()).isEmpty();
    }

    @Test
    void aNameThatNoTargetCanReachIsAWarning() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(revision("head"), revision("b", List.of("head"), List.of(), List.of("x@y", "fine-2"))));

        assertThat(graph.warnings())
                .extracting(HistoryDefect::message)
                .containsExactly(
                        "the name \"head\" has another meaning as a target",
                        "the name \"x@y\" has another meaning as a target");
    }

    @Test
    void theGraphTellsHeadsBasesChildrenAndDependents() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                revision("a", List.of(), List.of(), List.of("lib")),
                revision("x"),
                revision("y", List.of("x"), List.of("lib"), List.of())));

        assertThat(graph.heads()).extracting(RevisionInfo::id).containsExactly("a", "y");
        assertThat(graph.heads(true)).extracting(RevisionInfo::id).containsExactly("y");
        assertThat(graph.bases()).extracting(RevisionInfo::id).containsExactly("a", "x");
        assertThat(graph.children("x")).extracting(RevisionInfo::id).containsExactly("y");
        assertThat(graph.children("a")).isEmpty();
        assertThat(graph.dependents("a")).extracting(RevisionInfo::id).containsExactly("y");
        assertThat(graph.dependencies("y")).extracting(RevisionInfo::id).containsExactly("a");
        assertThat(graph.labels()).containsEntry("lib", "a");
    }

    @Test
    void allKeepsTheRevisionsOfALineTogether() {
        assertThat(RevisionGraph.of(RevisionGraphs.twoArms()).all())
                .extracting(RevisionInfo::id)
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void appliedRevisionsBelowOthersAreNoHeads() {
        RevisionGraph graph = RevisionGraph.of(RevisionGraphs.twoArms());

        assertThat(graph.heads(List.of("a", "b", "c", "e", "f"))).containsExactlyInAnyOrder("c", "f");
        assertThat(graph.heads(List.of("a", "d"))).as("with a gap between").containsExactly("d");
        assertThat(graph.heads(List.of())).isEmpty();
    }

    @Test
    void aRevisionThatIsNotThereIsRefusedWithTheNearest() {
        RevisionGraph graph = RevisionGraph.of(List.of(revision("3f2a91")));

        RevisionException refusal = catchThrowableOfType(RevisionException.class, () -> graph.get("3f2a92"));

        assertThat(refusal.candidates()).containsExactly("3f2a91");
        assertThat(refusal.action()).isEqualTo("Did you mean 3f2a91?");
    }
}
