package io.retort.run.source;

import io.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
     * @param revisions each after its parents
     * @return null where only the graph can tell: there are several heads or none, labels, dependencies, or mistakes
     */
    public static @Nullable Outline of(List<RevisionInfo> revisions) {
        List<String> ids = new ArrayList<>(revisions.size());
        Set<String> known = new HashSet<>(2 * revisions.size());
        Set<String> followed = new HashSet<>(2 * revisions.size());
        for (RevisionInfo revision : revisions) {
            if (isDoubtful(revision) || !known.containsAll(revision.parents()) || !known.add(revision.id())) {
                return null;
            }
            followed.addAll(revision.parents());
            ids.add(revision.id());
        }
        boolean oneHead = followed.size() == ids.size() - 1;
        RevisionInfo last = oneHead ? revisions.get(revisions.size() - 1) : null;
        return last == null ? null : new Outline(last.id(), last.message(), ids);
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
