package io.retort.revision;

import static io.retort.revision.RevisionGraphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.ExitStatus;
import io.retort.revision.RevisionException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTests {

    private final Planner planner = new Planner(RevisionGraph.of(RevisionGraphs.twoArms()));

    private static RevisionException refusal(Runnable question) {
        return catchThrowableOfType(RevisionException.class, question::run);
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    @Test
    void twoHeadsAreNamedWithTheWaysOut() {
        RevisionException refusal = refusal(() -> planner.upgrade(List.of(), "head"));

        assertThat(refusal.reason()).isEqualTo(Reason.MULTIPLE_HEADS);
        assertThat(refusal.candidates()).containsExactly("d", "f");
        assertThat(refusal.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refusal.what())
                .isEqualTo("Cannot upgrade to \"head\": the history has two heads, d (make d) and f (make f).");
        assertThat(refusal.action())
                .isEqualTo("Merge them: `merge --message=...`. Or name one: `d`." + " Or take all: `heads`.");
    }

    @Test
    void aForkOnTheWayNamesItsBranches() {
        RevisionException refusal = refusal(() -> planner.upgrade(List.of("b"), "+1"));

        assertThat(refusal.reason()).isEqualTo(Reason.AMBIGUOUS_WALK);
        assertThat(refusal.what())
                .isEqualTo("Cannot upgrade to \"+1\": from b (make b) two ways lead up, to c (make c) and e (make e).");
    }

    @ParameterizedTest
    @CsvSource({
        "left@+1, c",
        "right@head, e f",
        "left, c",
        "d-1, c",
        "base+2, ''",
        "right@d, !",
        "heads, c d e f",
        "c+1, c d",
        "right@heads-1, e",
        "b, ''",
    })
    void everyFormOfTargetLeadsUp(String target, String steps) {
        if (steps.equals("!")) {
            assertThat(refusal(() -> planner.upgrade(List.of("b"), target)).reason())
                    .isEqualTo(Reason.NOT_IN_BRANCH);
        } else {
            assertThat(String.join(" ", ids(planner.upgrade(List.of("b"), target))))
                    .isEqualTo(steps);
        }
    }

    @ParameterizedTest
    @CsvSource({"left@-1, d", "d@b, d c", "right@-2, f e", "e, f", "base, f e d c b a", "left@base, f e d c b a"})
    void everyFormOfTargetLeadsDown(String target, String steps) {
        assertThat(ids(planner.downgrade(List.of("d", "f"), target))).containsExactlyInAnyOrder(steps.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1x", "@head", "left@", "@", "", "++1", "a@b@c", "head+", "current"})
    void aTextOutsideTheGrammarIsRefused(String target) {
        assertThat(refusal(() -> planner.upgrade(List.of("a"), target)).reason())
                .isIn(Reason.UNKNOWN_REVISION, Reason.UNKNOWN_BRANCH);
        assertThat(refusal(() -> planner.downgrade(List.of("a"), target)).reason())
                .isIn(Reason.UNKNOWN_REVISION, Reason.UNKNOWN_BRANCH);
    }

    @Test
    void stepsDownFromSeveralHeadsAreNotGuessed() {
        RevisionException refusal = refusal(() -> planner.downgrade(List.of("d", "f"), "-1"));

        assertThat(refusal.reason()).isEqualTo(Reason.AMBIGUOUS_WALK);
        assertThat(refusal.action()).isEqualTo("Name the one to start from: `d@-1`.");
        assertThat(ids(planner.downgrade(List.of("d", "f"), "d@-1"))).containsExactly("d");
    }

    @Test
    void aRevisionOfTheDatabaseThatIsNotInTheHistoryIsToldAsSuch() {
        RevisionException refusal = refusal(() -> planner.upgrade(List.of("zzzz"), "d"));

        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_REVISION);
        assertThat(refusal.what()).isEqualTo("The database is at revision zzzz, which is not in the history.");
        assertThat(planner.stamp(List.of("zzzz"), List.of("d"), true).after()).containsExactly("d");
    }

    @Test
    void aRangeIsForScriptsAndAScriptThatGoesDownNeedsOne() {
        assertThat(refusal(() -> planner.upgrade(List.of(), "a:b")).reason()).isEqualTo(Reason.RANGE_NOT_ALLOWED);
        assertThat(refusal(() -> planner.offlineDowngrade("b")).reason()).isEqualTo(Reason.RANGE_REQUIRED);
        assertThat(ids(planner.offlineUpgrade("b:left@head"))).containsExactly("c", "d");
        assertThat(ids(planner.offlineDowngrade("d:b"))).containsExactly("d", "c");
        assertThat(refusal(() -> planner.offlineStamp(List.of("a:c", "b:e"))).reason())
                .isEqualTo(Reason.BAD_RANGE);
    }

    @Test
    void stampingDownAndAsideTellsWhatLeavesAndWhatEnters() {
        Plan plan = planner.stamp(List.of("d"), List.of("c", "f"), false);

        assertThat(plan.steps())
                .extracting(step -> step.direction() + " " + step.revision().id())
                .containsExactly("DOWN d", "UP e", "UP f");
        assertThat(plan.before()).containsExactly("d");
        assertThat(plan.after()).containsExactlyInAnyOrder("c", "f");
    }

    @Test
    void historyListsNewestFirstAndKnowsWhereTheDatabaseIs() {
        assertThat(planner.history("current:", List.of("c")))
                .extracting(RevisionInfo::id)
                .containsExactly("d", "c");
        assertThat(planner.history(":current", List.of())).isEmpty();
        assertThat(planner.history("-1:left@head", List.of()))
                .extracting(RevisionInfo::id)
                .containsExactly("d", "c");
    }

    @Test
    void currentMeansTheCurrentHeads() {
        assertThat(planner.resolve("current", List.of("d", "e")))
                .extracting(RevisionInfo::id)
                .containsExactly("d", "e");
        assertThat(planner.resolveOne("current", List.of("d")))
                .map(RevisionInfo::id)
                .contains("d");
        assertThat(refusal(() -> planner.resolveOne("current", List.of("d", "e")))
                        .reason())
                .isEqualTo(Reason.MULTIPLE_HEADS);
    }

    @Test
    void aNameThatEndsLikeStepsStaysAName() {
        Planner named = new Planner(RevisionGraph.of(
                List.of(revision("aaaa", List.of(), List.of(), List.of("v-1")), revision("bbbb", "aaaa"))));

        assertThat(ids(named.upgrade(List.of(), "v-1"))).containsExactly("aaaa");
        assertThat(ids(named.upgrade(List.of(), "v-1+1"))).containsExactly("aaaa", "bbbb");
    }

    @Test
    void aLongLineNeitherOverflowsNorLosesAStep() {
        int size = 100_000;
        Planner line = new Planner(RevisionGraph.of(RevisionGraphs.line(size)));

        Plan up = line.upgrade(List.of(), "head");

        assertThat(up.steps()).hasSize(size);
        assertThat(line.downgrade(up.after(), "base").after()).isEmpty();
        assertThat(ids(line.upgrade(List.of("r99998"), "+1"))).containsExactly("r99999");
    }

    @Test
    void aLongCycleIsFoundWithoutOverflow() {
        List<RevisionInfo> line = new ArrayList<>(RevisionGraphs.line(50_000));
        line.set(0, revision("r0", "r49999"));

        assertThat(refusal(() -> RevisionGraph.of(line)).reason()).isEqualTo(Reason.CYCLE);
    }
}
