package io.retort.boot.command;

import io.retort.Status;
import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Flags of revisions, such as head and merge.
 */
final class RevisionFlags {

    private final RevisionGraph graph;
    private final Environment environment;
    private final Set<String> current;
    private final Map<String, String> recorded;
    private final @Nullable Map<String, AppliedRevision> applied;

    /**
     * @param graph the history
     * @param environment says where the sources are
     * @param current the ids of the database's current heads; empty if they are not needed
     * @param recorded why revisions were recorded without being run, by their ids; empty if that is not needed
     * @param applied the applied revisions by their ids; null without a database
     */
    RevisionFlags(
            RevisionGraph graph,
            Environment environment,
            Set<String> current,
            Map<String, String> recorded,
            @Nullable Map<String, AppliedRevision> applied) {
        this.graph = graph;
        this.environment = environment;
        this.current = current;
        this.recorded = recorded;
        this.applied = applied;
    }

    RevisionGraph graph() {
        return graph;
    }

    /** Creates the flags of revisions without a database. */
    RevisionFlags(RevisionGraph graph, Environment environment, Set<String> current) {
        this(graph, environment, current, Map.of(), null);
    }

    /** Creates the flags of revisions, with their state in a database. */
    static RevisionFlags of(RevisionGraph graph, Environment environment, Set<String> current, Status status) {
        return new RevisionFlags(
                graph,
                environment,
                current,
                status.recorded(),
                status.applied().stream().collect(Collectors.toMap(AppliedRevision::id, Function.identity())));
    }

    /** Returns the flags of a revision. A head that other revisions depend on is called an effective head. */
    Set<String> of(RevisionInfo revision) {
        Optional<RevisionInfo> squash = squashOf(revision);
        if (squash.isPresent()) {
            return Set.of("replaced by " + squash.get().id());
        }
        boolean isHead = graph.children(revision.id()).isEmpty();
        boolean isNeeded = !graph.dependents(revision.id()).isEmpty();
        Map<String, Boolean> flags = new LinkedHashMap<>();
        flags.put("current", current.contains(revision.id()));
        flags.put("base", revision.isBase());
        flags.put("head", isHead && !isNeeded);
        flags.put("effective head", isHead && isNeeded);
        flags.put("merge", revision.isMerge());
        flags.put("branch point", graph.children(revision.id()).size() > 1);
        flags.put("replaces " + revision.replacedIds().size(), revision.isSquash());
        Set<String> set = new LinkedHashSet<>();
        flags.forEach((mark, isSet) -> {
            if (isSet) {
                set.add(mark);
            }
        });
        return set;
    }

    /** Returns the squash that applies instead of a revision. */
    private Optional<RevisionInfo> squashOf(RevisionInfo revision) {
        return graph.contains(revision.id())
                ? Optional.empty()
                : graph.all().stream()
                        .filter(other -> other.replacedIds().contains(revision.id()))
                        .findFirst();
    }

    /** Returns a revision as one line, such as {@code 3f2a91c07b4e  add email to user  (head)}. */
    String line(RevisionInfo revision, AnsiStyle ansi) {
        Set<String> flags = of(revision);
        return ansi.name(revision.id())
                + (revision.labels().isEmpty() ? "" : "  [" + String.join(", ", revision.labels()) + "]")
                + "  " + PrintableText.joined(revision.message())
                + (revision.dependsOn().isEmpty() ? "" : "  needs " + String.join(", ", revision.dependsOn()))
                + adoption(revision)
                + (flags.isEmpty() ? "" : "  " + ansi.mark("(" + String.join(", ", flags) + ")"));
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
        details.put("replaces", revision.replacedIds());
        Optional<RevisionInfo> squash = squashOf(revision);
        details.put(
                "replaced by", squash.map(RevisionInfo::describe).map(List::of).orElse(List.of()));
        if (squash.isEmpty()) {
            details.put("followed by", ids(graph.children(revision.id())));
            details.put("needed by", ids(graph.dependents(revision.id())));
        }
        details.put(
                "written",
                revision.created() == null
                        ? List.of()
                        : List.of(revision.created().toString()));
        details.put("in", List.of(place(revision)));
        details.put(
                "adopts",
                revision.adopts() == null
                        ? List.of()
                        : List.of(revision.adopts().text()));
        details.put("transaction", revision.transactional() ? List.of() : List.of("none"));
        if (applied != null) {
            details.put("applied", List.of(state(applied.get(revision.id()))));
        }
        details.values().removeIf(List::isEmpty);
        return details;
    }

    /** The file that an editor opens, if the project has it. */
    private String place(RevisionInfo revision) {
        return RevisionFiles.sourceOrLocation(environment, revision.location());
    }

    private String state(@Nullable AppliedRevision row) {
        if (row == null) {
            return "no, pending";
        }
        return row.isPartial() ? "partially" : CommandFormats.applied(row, recorded.get(row.id()));
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
        if (revision.isSquash()) {
            json.put("replaces", revision.replacedIds());
        }
        squashOf(revision).ifPresent(squash -> json.put("replacedBy", squash.id()));
        json.put("location", place(revision));
        json.put("marks", List.copyOf(of(revision)));
        if (applied != null) {
            json.putAll(json(applied.get(revision.id())));
        }
        return json;
    }

    private Map<String, Object> json(@Nullable AppliedRevision row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", row == null ? "pending" : row.isPartial() ? "partially applied" : "applied");
        json.put(
                "appliedAt",
                row == null || row.appliedAt() == null ? null : row.appliedAt().toString());
        json.put("appliedBy", row == null ? null : row.appliedBy());
        json.put("reason", row == null ? null : recorded.get(row.id()));
        return json;
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
