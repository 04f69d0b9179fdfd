package io.retort.internal.prepare;

import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds tables that more than one of several heads changes. */
public final class ConflictCheck {

    private final RevisionGraph graph;
    private final Function<String, List<Operation>> said;

    /**
     * @param graph the history
     * @param said returns the operations of a revision's upgrade, by its id
     */
    public ConflictCheck(RevisionGraph graph, Function<String, List<Operation>> said) {
        this.graph = graph;
        this.said = said;
    }

    /** Returns what to know before these heads are merged, as sentences. */
    public List<String> remarks(List<String> heads) {
        Set<QualifiedName> shared = new TreeSet<>();
        Set<String> unread = new TreeSet<>();
        for (String one : heads) {
            for (String other : heads) {
                if (one.compareTo(other) < 0) {
                    compare(one, other, shared, unread);
                }
            }
        }
        List<String> remarks = new ArrayList<>();
        if (!shared.isEmpty()) {
            remarks.add(
                    "More than one branch changes " + names(shared) + ": compare these revisions before you merge.");
        } else {
            remarks.add("The branches change different tables"
                    + (unread.isEmpty() ? "; the merge is safe." : ", except for revisions that contain SQL or code."));
        }
        if (!unread.isEmpty()) {
            remarks.add("Retort does not analyze SQL and code: read " + String.join(", ", unread) + ".");
        }
        return remarks;
    }

    /**
     * Returns the tables that each of these heads changes after their common ancestors, as sentences. A head with only
     * SQL is left out; {@link #remarks} names it.
     */
    public List<String> changes(List<String> heads) {
        Set<RevisionInfo> common = new LinkedHashSet<>(graph.ancestors(List.of(heads.get(0)), true));
        heads.forEach(head -> common.retainAll(graph.ancestors(List.of(head), true)));
        List<String> changes = new ArrayList<>();
        for (String head : heads) {
            List<RevisionInfo> side = new ArrayList<>(graph.ancestors(List.of(head), true));
            side.removeAll(common);
            Set<String> unread = new TreeSet<>();
            Set<QualifiedName> tables = tables(side, unread);
            if (!tables.isEmpty() || unread.isEmpty()) {
                changes.add(graph.get(head).describe() + " changes " + (tables.isEmpty() ? "no table" : names(tables))
                        + (unread.isEmpty() ? "." : " and whatever its SQL changes."));
            }
        }
        return changes;
    }

    private void compare(String one, String other, Set<QualifiedName> shared, Set<String> unread) {
        List<RevisionInfo> oneSide = beyond(one, other);
        List<RevisionInfo> otherSide = beyond(other, one);
        if (oneSide.isEmpty() || otherSide.isEmpty()) {
            return;
        }
        Set<QualifiedName> both = tables(oneSide, unread);
        both.retainAll(tables(otherSide, unread));
        shared.addAll(both);
    }

    /** The revisions since the common ancestors of two heads, on the side of the first. */
    private List<RevisionInfo> beyond(String head, String other) {
        List<RevisionInfo> side = new ArrayList<>(graph.ancestors(List.of(head), true));
        side.removeAll(graph.ancestors(List.of(other), true));
        return side;
    }

    private Set<QualifiedName> tables(List<RevisionInfo> revisions, Set<String> unread) {
        Set<QualifiedName> tables = new TreeSet<>();
        for (RevisionInfo revision : revisions) {
            for (Operation operation : said.apply(revision.id())) {
                Optional<QualifiedName> table = operation.subject();
                table.ifPresent(tables::add);
                if (operation instanceof TableOperation.Rename rename) {
                    tables.add(rename.before());
                }
                if (table.isEmpty() && operation.isHandWritten()) {
                    unread.add(revision.describe());
                }
            }
        }
        return tables;
    }

    private static String names(Set<QualifiedName> tables) {
        return tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
    }
}
