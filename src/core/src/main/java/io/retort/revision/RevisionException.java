package io.retort.revision;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;

/**
 * A question about the history that has no answer. Carries the reason as a value and the revisions or names that were
 * in question, so that a caller can offer them.
 */
public class RevisionException extends RetortException {

    private final Reason reason;
    private final transient List<String> candidates;

    public RevisionException(Reason reason, String what, String action, List<String> candidates) {
        this(reason, what, action, candidates, ExitStatus.USAGE);
    }

    RevisionException(Reason reason, String what, String action, List<String> candidates, ExitStatus status) {
        super(what, action, status);
        this.reason = reason;
        this.candidates = List.copyOf(candidates);
    }

    /**
     * The same refusal where a target is typed otherwise.
     *
     * @param option what comes before it there, where others say {@code -Dtarget=}: {@code -Dhead=}
     */
    public RevisionException typedAs(String option) {
        return curedBy(action().replace("`-Dtarget=", "`" + option));
    }

    /** The same refusal with another cure, where the usual one would not help. */
    public RevisionException curedBy(String action) {
        return new RevisionException(reason, what(), action, candidates, status());
    }

    /** The kind of refusal. */
    public Reason reason() {
        return reason;
    }

    /** Ids or names among which the answer may be found: several heads, near spellings, the ends of a cycle. */
    public List<String> candidates() {
        return candidates;
    }

    /** Why a question about the history was refused. */
    public enum Reason {
        /** No revision or label has this name or begins with it. */
        UNKNOWN_REVISION,
        /** The part before {@code @} matches nothing. */
        UNKNOWN_BRANCH,
        /** An abbreviation matches several ids or labels. */
        AMBIGUOUS_ID,
        /** In {@code x@y}, y is neither an ancestor nor a descendant of x. */
        NOT_IN_BRANCH,
        /** What must be one revision has several candidates. */
        MULTIPLE_HEADS,
        /** The target is not on the line of what is applied. */
        RANGE_NOT_ANCESTOR,
        /** A relative step runs off the history, has the wrong sign for the command, or is zero. */
        RELATIVE_OUT_OF_RANGE,
        /** A relative step meets a fork or a merge, or starts from several heads. */
        AMBIGUOUS_WALK,
        /** Several starting revisions of which one is an ancestor of another. */
        OVERLAPPING_REVISIONS,
        /** {@code from:to} where only one place makes sense. */
        RANGE_NOT_ALLOWED,
        /** A script that takes revisions back needs {@code from:to}. */
        RANGE_REQUIRED,
        /** A range that cannot be read. */
        BAD_RANGE,
        /** Parents form a cycle. */
        CYCLE,
        /** Parents and dependencies together form a cycle. */
        DEPENDENCY_CYCLE,
        /** A label declared twice, or equal to an id. */
        DUPLICATE_LABEL,
        /** Two revisions with one id. */
        DUPLICATE_REVISION,
        /** A parent or dependency that does not exist. */
        MISSING_REFERENCE,
        /** An id that holds a character of the target grammar. */
        BAD_REVISION_ID,
        /** The applied revisions of the database contradict themselves. */
        VERSION_TABLE_MISMATCH,
        /** Odd, but no error: only warnings carry it. */
        ODDITY
    }
}
