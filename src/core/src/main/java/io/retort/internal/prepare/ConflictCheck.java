package io.retort.internal.prepare;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds tables that more than one of several heads changes. */
public final class ConflictCheck {

    private final RevisionGraph graph;
    private final Function<String, List<Operation>> declared;

    /**
     * @param graph the history
     * @param declared returns the operations of a revision's upgrade, by its id
     */
    public ConflictCheck(RevisionGraph graph, Function<String, List<Operation>> declared) {
        this.graph = graph;
        this.declared = declared;
    }

    /** Returns what to know before these heads are merged, as sentences. */
    public List<String> remarks(List<String> heads) {
        Set<QualifiedName> shared = new TreeSet<>();
        Set<String> unread = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (String one : heads) {
            for (String other : heads) {
                if (one.compareTo(other) < 0) {
                    compare(one, other, shared, unread, twice);
                }
            }
        }
        List<String> remarks = new ArrayList<>();
        if (!twice.isEmpty()) {
            remarks.add("More than one branch creates " + String.join(", ", twice)
                    + ": the second one will fail. Remove it from one of the branches before you merge.");
        }
        if (!shared.isEmpty()) {
            remarks.add(
                    "More than one branch changes " + names(shared) + ": compare these revisions before you merge.");
        } else if (twice.isEmpty()) {
            remarks.add("The branches change different tables"
                    + (unread.isEmpty() ? "; the merge is safe." : ", except for revisions that contain SQL or code."));
        }
        if (!unread.isEmpty()) {
            remarks.add("Retort does not analyze SQL and code: read " + String.join(", ", unread) + ".");
        }
        return remarks;
    }

    /**
     * Returns the tables that each of these heads changes in revisions that no other one follows, as sentences. A head with only
     * SQL is left out; {@link #remarks} names it.
     */
    public List<String> changes(List<String> heads) {
        List<String> changes = new ArrayList<>();
        for (String head : heads) {
            List<RevisionInfo> side = new ArrayList<>(graph.ancestors(List.of(head), true));
            heads.stream()
                    .filter(other -> !other.equals(head))
                    .forEach(other -> side.removeAll(graph.ancestors(List.of(other), true)));
            Set<String> unread = new TreeSet<>();
            Set<QualifiedName> tables = tables(side, unread);
            if (!tables.isEmpty() || unread.isEmpty()) {
                changes.add(graph.get(head).describe() + " changes " + (tables.isEmpty() ? "no table" : names(tables))
                        + (unread.isEmpty() ? "." : " and whatever its SQL changes."));
            }
        }
        return changes;
    }

    private void compare(String one, String other, Set<QualifiedName> shared, Set<String> unread, Set<String> twice) {
        List<RevisionInfo> oneSide = beyond(one, other);
        List<RevisionInfo> otherSide = beyond(other, one);
        if (oneSide.isEmpty() || otherSide.isEmpty()) {
            return;
        }
        Set<QualifiedName> both = tables(oneSide, unread);
        both.retainAll(tables(otherSide, unread));
        shared.addAll(both);
        BranchEffects effects = effects(oneSide);
        BranchEffects others = effects(otherSide);
        shared.addAll(common(effects.removed, others.referenced));
        shared.addAll(common(others.removed, effects.referenced));
        twice.addAll(common(effects.created, others.created));
    }

    private BranchEffects effects(List<RevisionInfo> revisions) {
        BranchEffects effects = new BranchEffects();
        revisions.forEach(revision -> changes(revision).forEach(operation -> operation.accept(effects)));
        return effects;
    }

    /** Returns the operations of a revision, and what its SQL and code declare in place of these. */
    private List<Operation> changes(RevisionInfo revision) {
        List<Operation> changes = new ArrayList<>();
        for (Operation operation : declared.apply(revision.id())) {
            changes.addAll(
                    operation.isHandWritten() && operation instanceof DataOperation
                            ? operation.schemaChanges().orElse(List.of(operation))
                            : List.of(operation));
        }
        return changes;
    }

    private static <T> Set<T> common(Set<T> one, Set<T> other) {
        Set<T> common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
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
            for (Operation operation : changes(revision)) {
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
