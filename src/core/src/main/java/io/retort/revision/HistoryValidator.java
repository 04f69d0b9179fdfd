package io.retort.revision;

import static java.util.stream.Collectors.joining;

import io.retort.internal.text.NameSuggestions;
import io.retort.revision.InvalidHistoryException.HistoryDefect;
import io.retort.revision.InvalidHistoryException.HistoryDefect.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Resolves the parents, dependencies and labels of a history, and collects its defects. */
final class HistoryValidator {

    private static final String FORBIDDEN = "@-+:";

    private final List<RevisionInfo> revisions;
    private final Map<String, Integer> ids;
    private final Map<String, Integer> folded;
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final List<HistoryDefect> defects = new ArrayList<>();
    private final int[][] parents;
    private final int[][] needs;

    HistoryValidator(List<RevisionInfo> revisions) {
        this.revisions = revisions;
        this.ids = new HashMap<>(2 * revisions.size());
        this.folded = new HashMap<>(2 * revisions.size());
        for (int i = 0; i < revisions.size(); i++) {
            readId(i);
        }
        for (int i = 0; i < revisions.size(); i++) {
            readLabels(i);
        }
        this.parents = links(this::parentsOf);
        this.needs = hasDependencies() ? links(this::needsOf) : parents;
        findCycles();
    }

    List<HistoryDefect> defects() {
        return defects;
    }

    Map<String, Integer> ids() {
        return ids;
    }

    Map<String, Integer> labels() {
        return labels;
    }

    /** Returns the parents of each revision; missing parents are left out. */
    int[][] parents() {
        return parents;
    }

    /**
     * Returns the parents and dependencies of each revision; the same array as {@link #parents} if there are no
     * dependencies.
     */
    int[][] needs() {
        return needs;
    }

    private boolean hasDependencies() {
        for (RevisionInfo revision : revisions) {
            if (!revision.dependsOn().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void readId(int index) {
        RevisionInfo revision = revisions.get(index);
        if (holdsForbidden(revision.id())) {
            add(
                    Kind.FORBIDDEN_CHARACTER,
                    "the id \"" + revision.id() + "\" contains " + forbiddenIn(revision.id())
                            + ", which has a meaning in targets",
                    revision);
        }
        defects.addAll(IdentifierRules.defectsOf(revision));
        Integer first = ids.putIfAbsent(revision.id(), index);
        if (first != null) {
            add(
                    Kind.DUPLICATE_ID,
                    "the id " + revision.id() + " is used by two revisions",
                    revisions.get(first),
                    revision);
            return;
        }
        Integer alike = folded.putIfAbsent(revision.id().toLowerCase(Locale.ROOT), index);
        if (alike != null) {
            add(
                    Kind.DUPLICATE_ID,
                    "the ids " + revisions.get(alike).id() + " and " + revision.id()
                            + " differ only in case, and many databases and file systems treat them as equal",
                    revisions.get(alike),
                    revision);
        }
    }

    private static boolean holdsForbidden(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (FORBIDDEN.indexOf(id.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String forbiddenIn(String id) {
        return id.chars()
                .filter(character -> FORBIDDEN.indexOf(character) >= 0)
                .distinct()
                .mapToObj(character -> "'" + (char) character + "'")
                .collect(joining(", "));
    }

    private void readLabels(int index) {
        RevisionInfo revision = revisions.get(index);
        for (String label : revision.labels()) {
            Integer named = ids.get(label);
            Integer first = labels.putIfAbsent(label, index);
            if (named != null) {
                add(
                        Kind.LABEL_IS_ID,
                        "the label " + label + " of revision " + revision.id() + " is also the id of a revision",
                        revision,
                        revisions.get(named));
            } else if (first != null) {
                add(
                        Kind.DUPLICATE_LABEL,
                        "the label " + label + " is declared twice, by "
                                + revisions.get(first).id() + " and " + revision.id(),
                        revisions.get(first),
                        revision);
            }
        }
    }

    private interface LinksOf {
        Set<Integer> of(RevisionInfo revision);
    }

    private int[][] links(LinksOf links) {
        int[][] all = new int[revisions.size()][];
        for (int i = 0; i < all.length; i++) {
            Set<Integer> found = links.of(revisions.get(i));
            all[i] = new int[found.size()];
            int at = 0;
            for (int index : found) {
                all[i][at++] = index;
            }
        }
        return all;
    }

    private Set<Integer> parentsOf(RevisionInfo revision) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String parent : revision.parents()) {
            Integer index = ids.get(parent);
            if (index == null) {
                addMissing(
                        Kind.MISSING_PARENT,
                        "the parent " + named(parent),
                        revision,
                        nearest(parent, Map.of(), revision));
            } else {
                found.add(index);
            }
        }
        return found;
    }

    private Set<Integer> needsOf(RevisionInfo revision) {
        Set<Integer> found = new LinkedHashSet<>();
        revision.parents().stream().filter(ids::containsKey).map(ids::get).forEach(found::add);
        for (String dependency : revision.dependsOn()) {
            Integer index = ids.getOrDefault(dependency, labels.get(dependency));
            if (index == null) {
                addMissing(
                        Kind.MISSING_DEPENDENCY,
                        "the dependency " + named(dependency),
                        revision,
                        nearest(dependency, labels, revision));
            } else {
                found.add(index);
            }
        }
        return found;
    }

    private static String named(String name) {
        return name.isEmpty() ? "\"\"" : name;
    }

    /** A link to the revision itself or to a descendant would be a cycle. */
    private List<String> nearest(String name, Map<String, Integer> labelled, RevisionInfo revision) {
        Set<String> after = withDescendants(revision);
        List<String> known = new ArrayList<>(ids.keySet());
        known.removeAll(after);
        labelled.forEach((label, index) -> {
            if (!after.contains(revisions.get(index).id())) {
                known.add(label);
            }
        });
        return NameSuggestions.to(name, known);
    }

    private Set<String> withDescendants(RevisionInfo revision) {
        Map<String, List<String>> children = new HashMap<>();
        for (RevisionInfo child : revisions) {
            child.parents().forEach(parent -> add(children, parent, child));
            child.dependsOn().forEach(name -> add(children, idOf(name), child));
        }
        Set<String> found = new LinkedHashSet<>(List.of(revision.id()));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            children.getOrDefault(open.pop(), List.of()).stream()
                    .filter(found::add)
                    .forEach(open::push);
        }
        return found;
    }

    private static void add(Map<String, List<String>> children, String parent, RevisionInfo child) {
        children.computeIfAbsent(parent, any -> new ArrayList<>()).add(child.id());
    }

    /** Returns the id of a revision that is named by its id or a label. */
    private String idOf(String name) {
        Integer labelled = labels.get(name);
        return ids.containsKey(name) || labelled == null
                ? name
                : revisions.get(labelled).id();
    }

    private void addMissing(Kind kind, String what, RevisionInfo revision, List<String> near) {
        String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        add(kind, what + " of revision " + revision.id() + " does not exist" + hint, revision);
    }

    private void findCycles() {
        for (int[] cycle : CycleFinder.in(parents)) {
            addCycle(Kind.CYCLE, "these revisions follow each other", cycle);
        }
        if (needs == parents) {
            return;
        }
        CycleFinder.in(needs).stream()
                .filter(cycle -> !isOfParents(cycle))
                .forEach(cycle -> addCycle(Kind.DEPENDENCY_CYCLE, "these revisions depend on each other", cycle));
    }

    private boolean isOfParents(int[] cycle) {
        return IntStream.range(0, cycle.length).allMatch(at -> {
            int next = cycle[(at + 1) % cycle.length];
            return Arrays.stream(parents[cycle[at]]).anyMatch(parent -> parent == next);
        });
    }

    private void addCycle(Kind kind, String what, int[] cycle) {
        RevisionInfo[] path = Arrays.stream(cycle).mapToObj(revisions::get).toArray(RevisionInfo[]::new);
        String ids = Arrays.stream(path).map(RevisionInfo::id).collect(joining(" -> "));
        add(kind, what + ": " + ids + " -> " + path[0].id(), path);
    }

    private void add(Kind kind, String message, RevisionInfo... concerned) {
        defects.add(HistoryDefect.of(kind, message, List.of(concerned)));
    }
}
