package io.retort.boot.tool.report;

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

    Set<String> of(RevisionInfo revision) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        marks.put("current", current.contains(revision.id()));
        marks.put("base", revision.isBase());
        marks.put("head", graph.children(revision.id()).isEmpty());
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
    String line(RevisionInfo revision) {
        Set<String> marks = of(revision);
        String labels = revision.labels().isEmpty() ? "" : "  [" + String.join(", ", revision.labels()) + "]";
        return revision.id() + labels + "  " + revision.message()
                + (marks.isEmpty() ? "" : "  (" + String.join(", ", marks) + ")");
    }

    /** A revision with all that it says, in several lines. */
    String block(RevisionInfo revision) {
        StringBuilder block = new StringBuilder(line(revision)).append(System.lineSeparator());
        append(block, "follows", revision.parents());
        append(block, "needs", revision.dependsOn());
        append(
                block,
                "followed by",
                graph.children(revision.id()).stream().map(RevisionInfo::id).toList());
        append(
                block,
                "written",
                revision.created() == null
                        ? List.of()
                        : List.of(revision.created().toString()));
        append(block, "in", List.of(revision.location()));
        append(block, "transaction", revision.transactional() ? List.of() : List.of("none"));
        return block.toString();
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

    private static void append(StringBuilder block, String name, List<String> values) {
        if (!values.isEmpty()) {
            block.append("    ").append(name).append(": ").append(String.join(", ", values));
            block.append(System.lineSeparator());
        }
    }
}
