package io.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.revision.Plan.Step;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Laws of all histories. {@code -Dseed=N} checks only one history. */
class HistoryLawsTests {

    private static final int HISTORIES = 150;
    private static final int MOVES = 12;

    private interface Law {
        void holds(RevisionGraph graph, SplittableRandom random);
    }

    private static void inManyHistories(Law law) {
        Long only = Long.getLong("seed");
        LongStream seeds = only == null ? LongStream.range(0, HISTORIES) : LongStream.of(only);
        seeds.forEach(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            try {
                law.holds(RevisionGraph.of(RevisionGraphs.random(random)), random);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("broken for -Dseed=" + seed + ": " + broken.getMessage(), broken);
            }
        });
    }

    @Test
    void theCurrentHeadsAreTheMaximalAppliedRevisionsAfterAnyWalk() {
        inManyHistories((graph, random) -> {
            Planner planner = new Planner(graph);
            Set<String> applied = new HashSet<>();
            Set<String> heads = Set.of();
            for (int move = 0; move < MOVES; move++) {
                Plan plan = anyPlan(planner, graph, heads, random);
                run(plan, graph, applied);
                heads = plan.after();
                assertThat(heads).isEqualTo(maximal(graph, applied)).isEqualTo(graph.heads(applied));
            }
        });
    }

    /** Computed by the definition, without the algorithms under test. */
    private static Set<String> maximal(RevisionGraph graph, Set<String> applied) {
        Set<String> needed = applied.stream()
                .flatMap(id -> directNeeds(graph, graph.get(id)).stream())
                .collect(Collectors.toSet());
        return applied.stream().filter(id -> !needed.contains(id)).collect(Collectors.toSet());
    }

    private static Set<String> directNeeds(RevisionGraph graph, RevisionInfo revision) {
        Set<String> needs = new LinkedHashSet<>(revision.parents());
        revision.dependsOn().stream()
                .map(name -> graph.labels().getOrDefault(name, name))
                .forEach(needs::add);
        return needs;
    }

    private static Plan anyPlan(Planner planner, RevisionGraph graph, Set<String> heads, SplittableRandom random) {
        String any = graph.all().get(random.nextInt(graph.size())).id();
        try {
            return switch (random.nextInt(4)) {
                case 0 -> planner.downgrade(heads, any);
                case 1 -> planner.downgrade(heads, any + "@base");
                case 2 -> planner.upgrade(heads, any + "@heads");
                default -> planner.upgrade(heads, any);
            };
        } catch (RevisionException refused) {
            return planner.upgrade(heads, any);
        }
    }

    /** Applies a plan step by step and checks that each step is permitted. */
    private static void run(Plan plan, RevisionGraph graph, Set<String> applied) {
        for (Step step : plan.steps()) {
            String id = step.revision().id();
            if (step.direction() == Direction.UP) {
                assertThat(applied).doesNotContain(id).containsAll(directNeeds(graph, step.revision()));
                applied.add(id);
            } else {
                assertThat(applied.remove(id)).isTrue();
                assertThat(applied)
                        .noneMatch(other -> directNeeds(graph, graph.get(other)).contains(id));
            }
        }
    }

    @Test
    void aPlanThereAndBackEndsWhereItBegan() {
        inManyHistories((graph, random) -> {
            Planner planner = new Planner(graph);
            for (RevisionInfo start : sample(graph, random)) {
                Plan there = planner.upgrade(List.of(start.id()), "heads");
                Plan back = planner.downgrade(there.after(), "base");
                Plan again = planner.upgrade(back.after(), start.id());
                assertThat(back.after()).isEmpty();
                assertThat(again.after()).isEqualTo(there.before()).containsExactly(start.id());
                assertThat(back.steps()).hasSameSizeAs(graph.all());
            }
        });
    }

    @Test
    void aStepUpAndTheSameStepDownCancelEachOther() {
        inManyHistories((graph, random) -> {
            Planner planner = new Planner(graph);
            Set<String> heads = Set.of();
            for (RevisionInfo revision : graph.all()) {
                Plan up = planner.upgrade(heads, revision.id());
                if (up.steps().size() == 1 && revision.parents().size() == 1) {
                    Plan down = planner.downgrade(
                            up.after(), revision.id() + "@" + revision.parents().get(0));
                    assertThat(down.after()).isEqualTo(up.before());
                }
                heads = up.after();
            }
        });
    }

    @Test
    void stampingLeadsWhereUpgradingLeads() {
        inManyHistories((graph, random) -> {
            Planner planner = new Planner(graph);
            for (RevisionInfo revision : sample(graph, random)) {
                Plan up = planner.upgrade(List.of(), revision.id());
                Plan stamp = planner.stamp(List.of(), List.of(revision.id()), false);
                assertThat(stamp).isEqualTo(up);
            }
        });
    }

    @Test
    void everyUniqueBeginningOfAnIdNamesItsRevision() {
        inManyHistories((graph, random) -> sample(graph, random).forEach(revision -> {
            String beginning = revision.id().substring(0, revision.id().length() - 1);
            long sharing = graph.all().stream()
                    .filter(other -> other.id().startsWith(beginning))
                    .count();
            if (sharing == 1) {
                assertThat(new Planner(graph).resolve(beginning)).containsExactly(revision);
                assertThat(graph.find(beginning)).contains(revision);
            } else {
                assertThat(graph.find(beginning)).isEmpty();
            }
        }));
    }

    private static List<RevisionInfo> sample(RevisionGraph graph, SplittableRandom random) {
        return random.ints(5, 0, graph.size()).mapToObj(graph.all()::get).toList();
    }
}
