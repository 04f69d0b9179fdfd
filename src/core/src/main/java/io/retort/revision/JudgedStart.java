package io.retort.revision;

import io.retort.error.Advice;
import io.retort.revision.RevisionException.Reason;
import java.util.List;

/** The target after which revisions are judged. */
final class JudgedStart {

    /** The request, as it follows "Cannot" in messages. */
    static final String REQUEST = "judge the revisions after";

    private final RevisionNumbering numbers;

    JudgedStart(RevisionNumbering numbers) {
        this.numbers = numbers;
    }

    /**
     * Returns the squash that ends at a replaced revision, otherwise the target itself.
     *
     * @throws RevisionException if a squash replaces the revision and later ones
     */
    String of(String since) {
        for (int i = 0; i < numbers.size(); i++) {
            RevisionInfo revision = numbers.at(i);
            if (revision.replacedIds().contains(since)) {
                List<ReplacedRevision> replaced = revision.replaces();
                if (replaced.get(replaced.size() - 1).id().equals(since)) {
                    return revision.id();
                }
                throw within(revision, since);
            }
        }
        return since;
    }

    private static RevisionException within(RevisionInfo squash, String since) {
        String before = squash.isBase() ? Target.BASE : squash.parents().get(0);
        return new RevisionException(
                Reason.REPLACED_REVISION,
                "Cannot " + REQUEST + " " + since + ": the squash " + squash.describe()
                        + " replaces it and revisions after it, and is one step.",
                Advice.of(
                        "Judge what comes after the squash, ",
                        Advice.option("since", squash.id()),
                        ", or the squash too, ",
                        Advice.option("since", before),
                        "."),
                List.of());
    }

    /** The advice of other requests is about the target of the upgrade. */
    static RevisionException advised(RevisionException e) {
        if (e.reason() == Reason.REPLACED_REVISION) {
            return e;
        }
        String name = e.candidates().isEmpty() ? "<id>" : e.candidates().get(0);
        return e.withAdvice(Advice.of(
                "Name another revision with ",
                Advice.option("since", name),
                ". `",
                Advice.command("history"),
                "` shows which revisions there are."));
    }
}
