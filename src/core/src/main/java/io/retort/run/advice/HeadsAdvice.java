package io.retort.run.advice;

import io.retort.migration.Operations;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionException.Reason;
import io.retort.run.source.History;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to do about several heads depends on what they change: the planner knows only ids, the revisions' operations tell.
 *
 * @param history the history with its code
 */
public record HeadsAdvice(History history) {

    /** The same refusal; one of several heads with who changes what. */
    public RevisionException added(RevisionException failure) {
        if (failure.reason() != Reason.MULTIPLE_HEADS) {
            return failure;
        }
        try {
            Overlap overlap = new Overlap(history.graph(), id -> Operations.saidBy(history.migration(id)::upgrade));
            String what = failure.what() + "\n" + String.join("\n", advice(overlap, failure.candidates()));
            return new RevisionException(failure.reason(), what, failure.action(), failure.candidates());
        } catch (RuntimeException unreadable) {
            failure.addSuppressed(unreadable);
            return failure;
        }
    }

    private static List<String> advice(Overlap overlap, List<String> heads) {
        return Stream.concat(overlap.changes(heads).stream(), overlap.remarks(heads).stream())
                .toList();
    }
}
