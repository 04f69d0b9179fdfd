package io.retort.revision;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;

/**
 * Signals that a target, a range or the history itself is invalid. Contains the reason as a value, and names that can
 * be offered to the user.
 */
public class RevisionException extends RetortException {

    private final Reason reason;
    private final transient List<String> candidates;

    /**
     * Creates an exception with exit status {@link ExitStatus#USAGE}.
     *
     * @param reason the reason
     * @param what what failed
     * @param action what to do next, as plain text
     * @param candidates ids or names that may have been meant
     */
    public RevisionException(Reason reason, String what, String action, List<String> candidates) {
        this(reason, what, Advice.of(action), candidates);
    }

    /**
     * Creates an exception with exit status {@link ExitStatus#USAGE}.
     *
     * @param reason the reason
     * @param what what failed
     * @param advice what to do next
     * @param candidates ids or names that may have been meant
     */
    public RevisionException(Reason reason, String what, Advice advice, List<String> candidates) {
        this(reason, what, advice, candidates, ExitStatus.USAGE);
    }

    RevisionException(Reason reason, String what, Advice advice, List<String> candidates, ExitStatus status) {
        super(what, advice, status);
        this.reason = reason;
        this.candidates = List.copyOf(candidates);
    }

    /** Returns a copy with another advice. */
    public RevisionException withAdvice(Advice advice) {
        return new RevisionException(reason, what(), advice, candidates, status());
    }

    /** Returns the reason. */
    public Reason reason() {
        return reason;
    }

    /** Returns ids or names that may have been meant: several heads, similar names, the path of a cycle. */
    public List<String> candidates() {
        return candidates;
    }

    /** The reasons. */
    public enum Reason {
        /** No revision or label has this name or starts with it. */
        UNKNOWN_REVISION,
        /** The part before {@code @} matches no revision or label. */
        UNKNOWN_BRANCH,
        /** An abbreviation matches several ids or labels. */
        AMBIGUOUS_ID,
        /** In {@code x@y}, y is neither an ancestor nor a descendant of x. */
        NOT_IN_BRANCH,
        /** A target that must be one revision refers to several heads. */
        MULTIPLE_HEADS,
        /**
         * The target is not an ancestor of the applied revisions, or the start of a range is not an ancestor of its
         * end.
         */
        RANGE_NOT_ANCESTOR,
        /** A relative target leads beyond the history, has the wrong sign for the command, or is zero. */
        RELATIVE_OUT_OF_RANGE,
        /** A relative target meets a branch point or a merge, or starts from several heads. */
        AMBIGUOUS_WALK,
        /** One of several revisions is an ancestor of another. */
        OVERLAPPING_REVISIONS,
        /** {@code from:to} is used where a single target is required. */
        RANGE_NOT_ALLOWED,
        /** The script of a downgrade needs {@code from:to}. */
        RANGE_REQUIRED,
        /** A range has invalid syntax. */
        BAD_RANGE,
        /** Parents form a cycle. */
        CYCLE,
        /** Parents and dependencies together form a cycle. */
        DEPENDENCY_CYCLE,
        /** A branch label is declared twice, or equals an id. */
        DUPLICATE_LABEL,
        /** Two revisions have the same id. */
        DUPLICATE_REVISION,
        /** A squash replaces revisions that no single revision can replace. */
        INVALID_SQUASH,
        /** A target is a revision that a squash replaces. */
        REPLACED_REVISION,
        /** A parent or a dependency does not exist. */
        MISSING_REFERENCE,
        /** An id contains a character of the target syntax. */
        BAD_REVISION_ID,
        /** The rows of the history table contradict each other. */
        VERSION_TABLE_MISMATCH,
        /** A warning. */
        ODDITY
    }
}
