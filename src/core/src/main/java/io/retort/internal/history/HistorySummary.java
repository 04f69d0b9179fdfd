package io.retort.internal.history;

import io.retort.internal.text.PrintableText;
import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a valid history with a single head.
 *
 * <p>It is sufficient for an upgrade if nothing is pending. It is faster to build than the graph, and every application
 * start waits for it. It uses loops because each lambda costs a class.
 *
 * @param head the id of the only head
 * @param message the message of the head
 * @param ids the ids of all revisions, without those that a squash replaces
 * @param squashes the ids of the squashes among them
 */
public record HistorySummary(String head, String message, List<String> ids, List<String> squashes) {

    public HistorySummary {
        ids = List.copyOf(ids);
        squashes = List.copyOf(squashes);
    }

    /** Creates the summary of a history without squashes. */
    public HistorySummary(String head, String message, List<String> ids) {
        this(head, message, ids, List.of());
    }

    /**
     * Builds the summary of revisions.
     *
     * @param revisions each after its parents, or a single line in any order; without those that a squash replaces
     * @return the summary; null if only the graph is conclusive: no single head, branch labels, dependencies or
     *     defects
     */
    public static @Nullable HistorySummary of(List<RevisionInfo> revisions) {
        Map<String, RevisionInfo> known = new HashMap<>(2 * revisions.size());
        Set<String> followed = new HashSet<>(2 * revisions.size());
        boolean inOrder = true;
        for (RevisionInfo revision : revisions) {
            inOrder = inOrder && known.keySet().containsAll(revision.parents());
            if (isDoubtful(revision) || known.put(revision.id(), revision) != null) {
                return null;
            }
            followed.addAll(revision.parents());
        }
        RevisionInfo head = head(revisions, followed);
        return head != null && (inOrder || isLine(head, known))
                ? new HistorySummary(head.id(), head.message(), List.copyOf(known.keySet()), squashes(revisions))
                : null;
    }

    private static List<String> squashes(List<RevisionInfo> revisions) {
        List<String> squashes = new ArrayList<>(0);
        for (RevisionInfo revision : revisions) {
            if (revision.isSquash()) {
                squashes.add(revision.id());
            }
        }
        return squashes;
    }

    private static @Nullable RevisionInfo head(List<RevisionInfo> revisions, Set<String> followed) {
        RevisionInfo head = null;
        for (RevisionInfo revision : revisions) {
            if (!followed.contains(revision.id())) {
                if (head != null) {
                    return null;
                }
                head = revision;
            }
        }
        return head;
    }

    /** Whether the way down from the head visits all revisions and contains no merge. */
    private static boolean isLine(RevisionInfo head, Map<String, RevisionInfo> known) {
        RevisionInfo at = head;
        for (int met = 1; at != null && met <= known.size(); met++) {
            if (at.isBase()) {
                return met == known.size();
            }
            at = at.isMerge() ? null : known.get(at.parents().get(0));
        }
        return false;
    }

    private static boolean isDoubtful(RevisionInfo revision) {
        return !revision.labels().isEmpty() || !revision.dependsOn().isEmpty();
    }

    /** Returns the id and the message of the head, as {@link RevisionInfo#describe()} does. */
    public String describe() {
        return message.isBlank() ? head : head + " (" + PrintableText.title(message) + ")";
    }
}
