package io.retort.internal.prepare;

import io.retort.internal.history.History;
import io.retort.migration.Operations;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionException.Reason;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds to an error about several heads which tables they change. The planner has only ids; the operations of the
 * revisions name the tables.
 */
public final class MultipleHeadsAdvice {

    private final History history;

    /**
     * @param history the history with its migrations
     */
    public MultipleHeadsAdvice(History history) {
        this.history = history;
    }

    /** Returns the exception; if it is about several heads, with their tables added to the message. */
    public RevisionException added(RevisionException failure) {
        if (failure.reason() != Reason.MULTIPLE_HEADS) {
            return failure;
        }
        try {
            ConflictCheck overlap =
                    new ConflictCheck(history.graph(), id -> Operations.collect(history.migration(id)::upgrade));
            String what = failure.what() + "\n" + String.join("\n", advice(overlap, failure.candidates()));
            return new RevisionException(failure.reason(), what, failure.advice(), failure.candidates());
        } catch (RuntimeException unreadable) {
            failure.addSuppressed(unreadable);
            return failure;
        }
    }

    private static List<String> advice(ConflictCheck overlap, List<String> heads) {
        return Stream.concat(overlap.changes(heads).stream(), overlap.remarks(heads).stream())
                .toList();
    }
}
