package io.retort;

import io.retort.error.RetortException;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database lacks below what it has: a revision was put under an applied one, or a row was deleted. No plan would
 * ever run it, so nothing goes on before a person has decided.
 */
final class Gaps {

    private Gaps() {}

    static void refuse(RevisionGraph graph, Set<String> applied) {
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
                    "The database has revisions that follow others which it does not have: "
                            + lacking.stream()
                                    .map(revision -> named(revision, graph, applied))
                                    .collect(Collectors.joining("; "))
                            + ".",
                    "If a new revision was put below an applied one, make it the last instead: give it the head as its"
                            + " parent. If its work is done already, say so: mvn migrate:stamp -Dtarget=<head> -Dpurge.");
        }
    }

    private static String named(RevisionInfo lacking, RevisionGraph graph, Set<String> applied) {
        return lacking.describe() + " in " + lacking.location() + " is not applied, and "
                + graph.children(lacking.id()).stream()
                        .filter(child -> applied.contains(child.id()))
                        .map(RevisionInfo::describe)
                        .collect(Collectors.joining(", "))
                + " above it is";
    }
}
