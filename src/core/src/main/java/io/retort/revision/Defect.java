package io.retort.revision;

import io.retort.revision.RevisionException.Reason;
import java.util.List;

/**
 * One thing that is wrong with a history, or, for the kinds that are {@linkplain Kind#isWarning() warnings}, odd.
 *
 * @param kind what is wrong
 * @param message a sentence that says it, with the nearest names where a name was not found
 * @param revisions ids of the revisions concerned; for a cycle its path, each needing the next and the last the first
 * @param locations the classes or files of these revisions
 */
public record Defect(Kind kind, String message, List<String> revisions, List<String> locations) {

    public Defect {
        revisions = List.copyOf(revisions);
        locations = List.copyOf(locations);
    }

    static Defect of(Kind kind, String message, List<RevisionInfo> revisions) {
        return new Defect(
                kind,
                message,
                revisions.stream().map(RevisionInfo::id).distinct().toList(),
                revisions.stream().map(RevisionInfo::location).distinct().toList());
    }

    /** The message with the places to look at: {@code message [V1.java, V2.java]}. */
    public String describe() {
        return message + " [" + String.join(", ", locations) + "]";
    }

    /** What can be wrong. */
    public enum Kind {
        /** An id that holds a character of the target grammar. */
        FORBIDDEN_CHARACTER(Reason.BAD_REVISION_ID),
        /** An id or label that cannot be typed or kept: empty, too long, or with a blank or a comma in it. */
        UNUSABLE_NAME(Reason.BAD_REVISION_ID),
        /** Two revisions with one id. */
        DUPLICATE_ID(Reason.DUPLICATE_REVISION),
        /** A label declared twice. */
        DUPLICATE_LABEL(Reason.DUPLICATE_LABEL),
        /** A label that is also the id of a revision. */
        LABEL_IS_ID(Reason.DUPLICATE_LABEL),
        /** A parent that does not exist. */
        MISSING_PARENT(Reason.MISSING_REFERENCE),
        /** A dependency that does not exist. */
        MISSING_DEPENDENCY(Reason.MISSING_REFERENCE),
        /** Revisions that follow each other in a circle. */
        CYCLE(Reason.CYCLE),
        /** A circle that is closed by dependencies. */
        DEPENDENCY_CYCLE(Reason.DEPENDENCY_CYCLE),
        /** Warning: a merge names a parent that another of its parents already follows. */
        REDUNDANT_PARENT(Reason.ODDITY),
        /** Warning: a name that no target can reach, because the grammar reads it otherwise. */
        UNREACHABLE_NAME(Reason.ODDITY);

        private final Reason reason;

        Kind(Reason reason) {
            this.reason = reason;
        }

        /** The category of an error that reports it. */
        public Reason reason() {
            return reason;
        }

        /** Whether a history can be used in spite of it. */
        public boolean isWarning() {
            return reason == Reason.ODDITY;
        }
    }
}
