package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.Status;
import io.retort.Status.PartiallyAppliedRevision;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import io.retort.run.EditedRevision;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks that an application can start on its database, for {@code retort.mode=verify}: no revision is pending, half
 * applied or edited.
 */
final class Verification {

    private final Retort retort;
    private final Status status;
    private final String target;

    /**
     * @param retort the unit's Retort
     * @param status the status of its database
     * @param target the target that the database must have reached
     */
    Verification(Retort retort, Status status, String target) {
        this.retort = retort;
        this.status = status;
        this.target = target;
    }

    /**
     * Checks the database.
     *
     * @throws RetortException if a revision is pending, partially applied or edited, or if the target is {@code head} and
     *     the history has several heads
     */
    public void require() {
        refuseSeveralHeads();
        refusePartiallyApplied();
        refusePending();
        refuseEdited(retort.edits());
    }

    private void refuseSeveralHeads() {
        if (target.equals("head") && status.historyHeads().size() > 1) {
            throw new RetortException(
                    "The history has " + status.historyHeads().size()
                            + " heads, but the target head requires exactly one: " + names(status.historyHeads()) + ".",
                    Advice.of(
                            "Merge them: ",
                            Advice.command("merge", Advice.option("message", "...")),
                            " Or set ",
                            Advice.setting("target", "heads"),
                            "."));
        }
    }

    private void refusePartiallyApplied() {
        if (!status.partial().isEmpty()) {
            throw new RetortException(
                    status.database() + " has a partially applied revision: "
                            + status.partial().stream()
                                    .map(PartiallyAppliedRevision::describe)
                                    .collect(Collectors.joining("; "))
                            + ".",
                    Advice.of(
                            "Finish it first: ",
                            Advice.command("upgrade", Advice.target(target)),
                            ". ",
                            Advice.command("current"),
                            " shows details."));
        }
    }

    private void refusePending() {
        if (!status.upToDate()) {
            throw new RetortException(
                    status.database() + " is behind this application. Pending: " + names(status.pending()) + ".",
                    Advice.of("Upgrade it first: ", Advice.command("upgrade", Advice.target(target)), "."));
        }
    }

    private void refuseEdited(List<EditedRevision> edited) {
        if (!edited.isEmpty()) {
            throw new RetortException(
                    "Revisions were edited after they ran on " + status.database() + ":" + System.lineSeparator()
                            + edited.stream()
                                    .flatMap(revision -> revision.describe().stream())
                                    .map(line -> "  " + line)
                                    .collect(Collectors.joining(System.lineSeparator())),
                    Advice.of(
                            "Restore the revisions and write a new revision for the change, or accept them as they"
                                    + " are: ",
                            Advice.command("repair"),
                            "."));
        }
    }

    private static String names(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::describe).collect(Collectors.joining(", "));
    }
}
