package io.retort;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects gaps: revisions that are not applied although a revision that follows them is. A gap appears when a revision
 * is inserted below an applied one, or when a row of the history table is deleted.
 *
 * <p>Upgrades never run such a revision, so every run is refused until the gap is resolved.
 */
final class MissingRevisionCheck {

    private MissingRevisionCheck() {}

    /**
     * @param graph the history
     * @param applied the ids of the applied revisions that the history contains
     * @param unknown the rows of applied revisions that it does not contain
     * @param rows the rows that a switch can revert and apply again
     */
    static void refuse(
            RevisionGraph graph, Set<String> applied, List<AppliedRevision> unknown, List<AppliedRevision> rows) {
        for (AppliedRevision row : unknown) {
            refuseBelow(row, graph, applied);
        }
        if (applied.isEmpty() || applied.size() == graph.size()) {
            return;
        }
        List<RevisionInfo> lacking = applied.stream()
                .flatMap(id -> Stream.concat(
                        graph.get(id).parents().stream().map(graph::get), graph.dependencies(id).stream()))
                .filter(needed -> !applied.contains(needed.id()))
                .distinct()
                .toList();
        if (!lacking.isEmpty()) {
            throw new RetortException(
                    "Applied revisions follow revisions that are not applied: "
                            + lacking.stream()
                                    .map(revision -> named(revision, graph, applied))
                                    .collect(Collectors.joining("; "))
                            + ".",
                    advice(rows.stream()
                            .filter(row -> isMoved(row, graph, applied))
                            .toList()));
        }
    }

    /** Returns whether a row was applied with other parents, and one of its present parents is not applied. */
    static boolean isMoved(AppliedRevision row, RevisionGraph graph, Set<String> applied) {
        if (!graph.contains(row.id())) {
            return false;
        }
        for (String parent : graph.get(row.id()).parents()) {
            if (!applied.contains(parent) && !row.parents().contains(parent)) {
                return true;
            }
        }
        return false;
    }

    private static Advice advice(List<AppliedRevision> moved) {
        Advice stamp = Advice.of(
                "If its changes are already in the database, mark them as applied: ",
                Advice.command("stamp", Advice.target("<head>")),
                ".");
        if (moved.isEmpty()) {
            return Advice.of("If a new revision was inserted below an applied one, move it to the end: set the head as"
                            + " its parent. ")
                    .and(stamp);
        }
        String names = moved.stream().map(AppliedRevision::describe).collect(Collectors.joining(", "));
        return Advice.of(
                        "The parent of " + names + " was another one when it was applied, for example before a rebase."
                                + " In a development database, revert it and apply it again above the missing"
                                + " revision: ",
                        Advice.command("switch"),
                        ". For a shared database, set its former parent again and merge the heads: ",
                        Advice.command("merge"),
                        ". ")
                .and(stamp);
    }

    private static void refuseBelow(AppliedRevision unknown, RevisionGraph graph, Set<String> applied) {
        for (String parent : unknown.parents()) {
            if (graph.contains(parent) && !applied.contains(parent)) {
                throw new RetortException(
                        "Revision " + graph.get(parent).describe() + " in "
                                + graph.get(parent).location() + " is not applied, but revision " + unknown.describe()
                                + " above it is. That revision is not in the history of this application.",
                        Advice.of(
                                "Run the version of the application that has revision ",
                                unknown.id(),
                                " and inspect the database with it: ",
                                Advice.command("current"),
                                "."));
            }
        }
    }

    private static String named(RevisionInfo lacking, RevisionGraph graph, Set<String> applied) {
        return lacking.describe() + " in " + lacking.location() + " is not applied, but "
                + graph.children(lacking.id()).stream()
                        .filter(child -> applied.contains(child.id()))
                        .map(RevisionInfo::describe)
                        .collect(Collectors.joining(", "))
                + " above it is";
    }
}
