package io.retort.boot.tool.report;

import io.retort.boot.tool.command.Ink;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is special about a revision in its history.
 *
 * @param graph the history
 * @param current the ids at which the database is; empty when nobody asked
 */
record Marks(RevisionGraph graph, Set<String> current) {

    /** The marks of a revision. A head that others depend on is current for no database: only effective. */
    Set<String> of(RevisionInfo revision) {
        boolean isHead = graph.children(revision.id()).isEmpty();
        boolean isNeeded = !graph.dependents(revision.id()).isEmpty();
        Map<String, Boolean> marks = new LinkedHashMap<>();
        marks.put("current", current.contains(revision.id()));
        marks.put("base", revision.isBase());
        marks.put("head", isHead && !isNeeded);
        marks.put("effective head", isHead && isNeeded);
        marks.put("merge", revision.isMerge());
        marks.put("branch point", graph.children(revision.id()).size() > 1);
        Set<String> set = new LinkedHashSet<>();
        marks.forEach((mark, isSet) -> {
            if (isSet) {
                set.add(mark);
            }
        });
        return set;
    }

    /** A revision in one line: {@code 3f2a91c07b4e  add email to user  (head)}. */
    String line(RevisionInfo revision, Ink ink) {
        Set<String> marks = of(revision);
        return ink.name(revision.id())
                + (revision.labels().isEmpty() ? "" : "  [" + String.join(", ", revision.labels()) + "]")
                + "  " + revision.message()
                + (revision.dependsOn().isEmpty() ? "" : "  needs " + String.join(", ", revision.dependsOn()))
                + (marks.isEmpty() ? "" : "  " + ink.mark("(" + String.join(", ", marks) + ")"));
    }

    /** A revision with all that it says, a line for each thing. */
    Map<String, List<String>> details(RevisionInfo revision) {
        Map<String, List<String>> details = new LinkedHashMap<>();
        details.put("follows", revision.parents());
        details.put("needs", revision.dependsOn());
        details.put("followed by", ids(graph.children(revision.id())));
        details.put("needed by", ids(graph.dependents(revision.id())));
        details.put(
                "written",
                revision.created() == null
                        ? List.of()
                        : List.of(revision.created().toString()));
        details.put("in", List.of(revision.location()));
        details.put("transaction", revision.transactional() ? List.of() : List.of("none"));
        details.values().removeIf(List::isEmpty);
        return details;
    }

    /** A revision as JSON's words. */
    Map<String, Object> json(RevisionInfo revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", revision.id());
        json.put("message", revision.message());
        json.put("parents", revision.parents());
        json.put("dependsOn", revision.dependsOn());
        json.put("labels", revision.labels());
        json.put(
                "created",
                revision.created() == null ? null : revision.created().toString());
        json.put("transactional", revision.transactional());
        json.put("location", revision.location());
        json.put("marks", List.copyOf(of(revision)));
        return json;
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
