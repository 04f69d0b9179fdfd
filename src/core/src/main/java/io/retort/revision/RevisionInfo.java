package io.retort.revision;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a revision, without its migration.
 *
 * @param id the id, unique in the history
 * @param parents the ids of the revisions that it follows; none for a base, several for a merge
 * @param dependsOn ids or branch labels of revisions that must be applied first without being parents
 * @param labels the branch labels that it declares
 * @param message the description, as its file has it; can contain control characters
 * @param created when the revision was created; null if unknown
 * @param transactional whether it runs inside a transaction
 * @param location its class or file, for messages
 * @param remarks what to know before it runs; can contain control characters
 * @param adopts the existing database that it adopts, only for a base; null if it adopts none
 * @param replaces the revisions that it replaces, if it is a squash
 */
public record RevisionInfo(
        String id,
        List<String> parents,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable Instant created,
        boolean transactional,
        String location,
        List<String> remarks,
        @Nullable AdoptionMark adopts,
        List<ReplacedRevision> replaces) {

    /** Creates the metadata of a revision that has no remarks, adopts no database and replaces no revisions. */
    public RevisionInfo(
            String id,
            List<String> parents,
            List<String> dependsOn,
            List<String> labels,
            String message,
            @Nullable Instant created,
            boolean transactional,
            String location) {
        this(id, parents, dependsOn, labels, message, created, transactional, location, List.of(), null, List.of());
    }

    /**
     * Creates the metadata of a revision.
     *
     * @throws RetortException if a revision with parents adopts a database
     */
    public RevisionInfo {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        remarks = List.copyOf(remarks);
        replaces = List.copyOf(replaces);
        if (adopts != null && !parents.isEmpty()) {
            throw new RetortException(
                            "The revision in " + location + " adopts \"" + adopts.text() + "\" and follows "
                                    + String.join(", ", parents) + ". Only a base can adopt an existing database.",
                            "Remove the mark, or remove the parents if this revision creates the whole schema.")
                    .at(FailureLocation.inRevision(id, location, 0));
        }
    }

    /** Returns a copy at another place in the history. */
    RevisionInfo at(List<String> otherParents, List<String> otherDependsOn, List<String> otherLabels) {
        return new RevisionInfo(
                id,
                otherParents,
                otherDependsOn,
                otherLabels,
                message,
                created,
                transactional,
                location,
                remarks,
                adopts,
                replaces);
    }

    /** Returns a copy that runs inside a transaction, or outside. */
    public RevisionInfo withTransactional(boolean other) {
        return new RevisionInfo(
                id, parents, dependsOn, labels, message, created, other, location, remarks, adopts, replaces);
    }

    /** Returns whether it is a squash: it replaces other revisions. */
    public boolean isSquash() {
        return !replaces.isEmpty();
    }

    /** Returns the ids of all revisions that it replaces, including those that a replaced squash replaces. */
    public List<String> replacedIds() {
        return replaces.stream().flatMap(replaced -> replaced.ids().stream()).toList();
    }

    /** Returns whether it has no parent. */
    public boolean isBase() {
        return parents.isEmpty();
    }

    /** Returns whether it has several parents. */
    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** Returns the id and the first line of the message, truncated if it is long: {@code 3f2a91 (add email)}. */
    public String describe() {
        String name = PrintableText.joined(id);
        return message.isBlank() ? name : name + " (" + PrintableText.title(message) + ")";
    }
}
