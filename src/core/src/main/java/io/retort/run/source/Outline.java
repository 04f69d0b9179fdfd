package io.retort.run.source;

import io.retort.revision.RevisionInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A history in a nutshell, where nothing about it is in doubt: it ends in one head.
 *
 * <p>It is all that an upgrade needs to know where nothing is pending, and much sooner made than the graph: every start of an
 * application waits for it. Its loops are loops because each lambda is a class that is made.
 *
 * @param head the id of the only head
 * @param message what the head does
 * @param ids of all revisions, each once
 */
public record Outline(String head, String message, List<String> ids) {

    public Outline {
        ids = List.copyOf(ids);
    }

    /**
     * The outline of these revisions.
     *
     * @param revisions each after its parents, or one line in any order
     * @return null where only the graph can tell: there are several heads or none, labels, dependencies, or mistakes
     */
    public static @Nullable Outline of(List<RevisionInfo> revisions) {
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
        boolean sound = head != null && (inOrder || isLine(head, known));
        return sound ? new Outline(head.id(), head.message(), List.copyOf(known.keySet())) : null;
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

    /** Whether all revisions are met on the way down from the head, none of them a merge. */
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

    /** The head in a sentence, as {@link RevisionInfo#describe()}. */
    public String describe() {
        return message.isBlank()
                ? head
                : head + " (" + message.lines().findFirst().orElse("") + ")";
    }
}
