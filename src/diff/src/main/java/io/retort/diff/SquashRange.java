package io.retort.diff;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.Planner;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that a squash replaces.
 *
 * @param first the revision before them; null for the base
 * @param before the revisions that come before them, in order
 * @param replaced the revisions, in order
 * @param dependsOn what they need that is neither one of them nor their parent
 */
record SquashRange(
        @Nullable RevisionInfo first, List<RevisionInfo> before, List<RevisionInfo> replaced, List<String> dependsOn) {

    /** The id of a squash that has none yet. */
    static final String PLACEHOLDER = "new";

    /**
     * Returns the revisions between two targets.
     *
     * @param graph the history
     * @param to the last revision to replace, as a target; null for the only head
     * @param from the revision before the first one to replace, as a target; null or {@code base} for none
     * @throws RetortException if no single revision can replace these
     */
    static SquashRange of(RevisionGraph graph, @Nullable String to, @Nullable String from) {
        Planner planner = new Planner(graph);
        RevisionInfo last = resolve(planner, to == null ? Target.HEAD : to, head -> Advice.option("to", head))
                .orElseThrow(() -> usage("The base is not a revision that a squash can replace."));
        RevisionInfo first = from == null
                ? null
                : resolve(planner, from, head -> Advice.option("from", head)).orElse(null);
        List<RevisionInfo> before = first == null ? List.of() : graph.ancestors(List.of(first.id()), true);
        List<RevisionInfo> replaced = new ArrayList<>(graph.ancestors(List.of(last.id()), true));
        replaced.removeAll(before);
        if (replaced.size() < 2) {
            throw usage("There is nothing to squash: "
                    + (replaced.isEmpty() ? "no revision is" : replaced.get(0).describe() + " is the only revision")
                    + " between " + (first == null ? "the base" : first.describe()) + " and " + last.describe() + ".");
        }
        SquashRange range = new SquashRange(first, before, replaced, dependsOn(graph, replaced, first));
        range.requireSquashable(graph);
        return range;
    }

    /** A command names targets with an option of its own where it has no target. */
    private static Optional<RevisionInfo> resolve(Planner planner, String target, Function<String, Advice> option) {
        try {
            return planner.resolveOne(target);
        } catch (RevisionException e) {
            if (e.reason() != RevisionException.Reason.MULTIPLE_HEADS) {
                throw e;
            }
            throw e.withAdvice(Advice.of(
                    "Merge them: `",
                    Advice.command("merge", Advice.option("message", "...")),
                    "`. Or name one: `",
                    Advice.command("squash", option.apply(e.candidates().get(0))),
                    "`."));
        }
    }

    private static List<String> dependsOn(
            RevisionGraph graph, List<RevisionInfo> replaced, @Nullable RevisionInfo first) {
        Set<String> inside = replaced.stream().map(RevisionInfo::id).collect(Collectors.toSet());
        return replaced.stream()
                .flatMap(revision -> graph.dependencies(revision.id()).stream())
                .map(RevisionInfo::id)
                .filter(id -> !inside.contains(id) && (first == null || !id.equals(first.id())))
                .distinct()
                .toList();
    }

    private static RetortException usage(String what) {
        return new RetortException(
                what,
                Advice.of("Run `", Advice.command("history"), "` to see which revisions there are, and name others: ")
                        .and(Advice.option("to", "<id>"), " and ", Advice.option("from", "<id>"), "."),
                ExitStatus.USAGE);
    }

    /** The rules are those that an application checks when it reads the squash. */
    private void requireSquashable(RevisionGraph graph) {
        List<RevisionInfo> all = new ArrayList<>(graph.all());
        all.add(new RevisionInfo(
                PLACEHOLDER,
                parents(),
                dependsOn,
                List.of(),
                "squash",
                null,
                true,
                PLACEHOLDER,
                List.of(),
                null,
                replaced.stream()
                        .map(revision -> new ReplacedRevision(revision.id(), revision.replaces()))
                        .toList()));
        try {
            RevisionGraph.of(all);
        } catch (InvalidHistoryException e) {
            throw new RetortException(
                    "No single revision can replace these " + replaced.size() + ": "
                            + e.defects().stream()
                                    .map(defect -> defect.message())
                                    .collect(Collectors.joining("; "))
                            + ".",
                    Advice.of(
                            "Squash up to another revision: ",
                            Advice.option("to", "<id>"),
                            ", or begin after another one: ",
                            Advice.option("from", "<id>"),
                            ". Heads can be merged before: ",
                            Advice.command("merge"),
                            "."),
                    ExitStatus.USAGE,
                    e);
        }
    }

    /** Returns the parents of the squash. */
    List<String> parents() {
        return first == null ? List.of() : List.of(first.id());
    }

    /** Returns whether the squash runs in a transaction. */
    boolean isTransactional() {
        return first == null || replaced.stream().allMatch(RevisionInfo::transactional);
    }
}
