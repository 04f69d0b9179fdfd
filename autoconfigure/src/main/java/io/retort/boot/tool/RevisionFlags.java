package io.retort.boot.tool;

import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags of revisions, such as head and merge.
 *
 * @param graph the history
 * @param current the ids of the database's current heads; empty if they are not needed
 * @param recorded why revisions were recorded without being run, by their ids; empty if that is not needed
 */
record RevisionFlags(RevisionGraph graph, Set<String> current, Map<String, String> recorded) {

    /** Creates the flags of revisions without a database. */
    RevisionFlags(RevisionGraph graph, Set<String> current) {
        this(graph, current, Map.of());
    }

    /** Returns the flags of a revision. A head that other revisions depend on is called an effective head. */
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

    /** Returns a revision as one line, such as {@code 3f2a91c07b4e  add email to user  (head)}. */
    String line(RevisionInfo revision, AnsiStyle ink) {
        Set<String> marks = of(revision);
        return ink.name(revision.id())
                + (revision.labels().isEmpty() ? "" : "  [" + String.join(", ", revision.labels()) + "]")
                + "  " + revision.message()
                + (revision.dependsOn().isEmpty() ? "" : "  needs " + String.join(", ", revision.dependsOn()))
                + adoption(revision)
                + (marks.isEmpty() ? "" : "  " + ink.mark("(" + String.join(", ", marks) + ")"));
    }

    private String adoption(RevisionInfo revision) {
        String note = recorded.get(revision.id());
        if (note != null) {
            return "  " + note;
        }
        return revision.adopts() == null ? "" : "  adopts " + revision.adopts().describe();
    }

    /** Returns all properties of a revision by their labels. */
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
        details.put(
                "adopts",
                revision.adopts() == null
                        ? List.of()
                        : List.of(revision.adopts().text()));
        details.put("transaction", revision.transactional() ? List.of() : List.of("none"));
        details.values().removeIf(List::isEmpty);
        return details;
    }

    /** Returns a revision for JSON output. */
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
        if (revision.adopts() != null) {
            json.put("adopts", revision.adopts().text());
        }
        json.put("location", revision.location());
        json.put("marks", List.copyOf(of(revision)));
        return json;
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
