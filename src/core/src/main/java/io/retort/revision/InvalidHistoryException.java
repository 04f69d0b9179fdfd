package io.retort.revision;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.FailureLocation;
import io.retort.revision.RevisionException.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Signals that a history is invalid. Contains all defects, so that they can be corrected together. */
public final class InvalidHistoryException extends RevisionException {

    private final transient List<HistoryDefect> defects;

    /**
     * Creates the exception.
     *
     * @param defects the defects, at least one
     */
    public InvalidHistoryException(List<HistoryDefect> defects) {
        super(defects.get(0).kind().reason(), what(defects), action(defects), ids(defects), ExitStatus.FAILED);
        this.defects = List.copyOf(defects);
        at(place(defects.get(0)));
    }

    /** A failure has one place: that of the first defect. The text names the files of all. */
    private static FailureLocation place(HistoryDefect first) {
        return first.locations().isEmpty()
                ? FailureLocation.UNKNOWN
                : FailureLocation.inRevision(
                        first.revisions().get(0), first.locations().get(0), 0);
    }

    /** Returns all defects; {@link #reason()} is that of the first. */
    public List<HistoryDefect> defects() {
        return defects;
    }

    private static String what(List<HistoryDefect> defects) {
        String count = defects.size() == 1 ? "a defect" : defects.size() + " defects";
        return defects.stream()
                .map(defect -> "  - " + defect.describe())
                .collect(Collectors.joining(
                        System.lineSeparator(), "The history has " + count + ":" + System.lineSeparator(), ""));
    }

    private static Advice action(List<HistoryDefect> defects) {
        boolean onlyBranches =
                defects.stream().allMatch(defect -> defect.kind() == HistoryDefect.Kind.BRANCH_WITHIN_SQUASH);
        if (onlyBranches) {
            return Advice.of(
                    "In the file named above, name the squash as the parent instead of the revision that it replaces. Or"
                            + " delete the squash, and squash up to the revision where the other one begins: ",
                    Advice.command("squash", Advice.option("to", "<id>")),
                    ".");
        }
        return Advice.of(
                defects.size() == 1
                        ? "Correct the file named above, then run the command again."
                        : "Correct the files named above, then run the command again.");
    }

    private static List<String> ids(List<HistoryDefect> defects) {
        return defects.stream()
                .flatMap(defect -> defect.revisions().stream())
                .distinct()
                .toList();
    }

    /**
     * A defect of a history, or a {@linkplain Kind#isWarning() warning}.
     *
     * @param kind the kind of defect
     * @param message a sentence about it, with similar names where a name was not found
     * @param revisions the ids of the revisions concerned; for a cycle its path, where each needs the next and the last
     *     needs the first
     * @param locations the classes or files of these revisions
     */
    public record HistoryDefect(Kind kind, String message, List<String> revisions, List<String> locations) {

        public HistoryDefect {
            revisions = List.copyOf(revisions);
            locations = List.copyOf(locations);
        }

        static HistoryDefect of(Kind kind, String message, List<RevisionInfo> revisions) {
            return new HistoryDefect(
                    kind,
                    message,
                    revisions.stream().map(RevisionInfo::id).distinct().toList(),
                    revisions.stream().map(RevisionInfo::location).distinct().toList());
        }

        /** Returns the message with the locations: {@code message [V1.java, V2.java]}. */
        public String describe() {
            return message + " [" + String.join(", ", locations) + "]";
        }

        /** The kinds of defects. */
        public enum Kind {
            /** An id contains a character of the target syntax. */
            FORBIDDEN_CHARACTER(Reason.BAD_REVISION_ID),
            /** An id or label is empty, too long, or contains white space, a comma or a control character. */
            UNUSABLE_NAME(Reason.BAD_REVISION_ID),
            /** Two revisions have the same id. */
            DUPLICATE_ID(Reason.DUPLICATE_REVISION),
            /** A branch label is declared twice. */
            DUPLICATE_LABEL(Reason.DUPLICATE_LABEL),
            /** A branch label is also the id of a revision. */
            LABEL_IS_ID(Reason.DUPLICATE_LABEL),
            /** A parent does not exist. */
            MISSING_PARENT(Reason.MISSING_REFERENCE),
            /** A dependency does not exist. */
            MISSING_DEPENDENCY(Reason.MISSING_REFERENCE),
            /** Parents form a cycle. */
            CYCLE(Reason.CYCLE),
            /** Parents and dependencies together form a cycle. */
            DEPENDENCY_CYCLE(Reason.DEPENDENCY_CYCLE),
            /** A squash replaces revisions that no single revision can replace. */
            INVALID_SQUASH(Reason.INVALID_SQUASH),
            /** A revision follows one of those in the middle of what a squash replaces. */
            BRANCH_WITHIN_SQUASH(Reason.INVALID_SQUASH),
            /** Warning: a merge names a parent that is an ancestor of another of its parents. */
            REDUNDANT_PARENT(Reason.ODDITY),
            /** Warning: no target can reach a name, because the target syntax reads it differently. */
            UNREACHABLE_NAME(Reason.ODDITY);

            private final Reason reason;

            Kind(Reason reason) {
                this.reason = reason;
            }

            /** Returns the reason of an exception that reports this defect. */
            public Reason reason() {
                return reason;
            }

            /** Returns whether the history can be used in spite of it. */
            public boolean isWarning() {
                return reason == Reason.ODDITY;
            }
        }
    }
}
