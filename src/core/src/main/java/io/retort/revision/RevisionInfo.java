package io.retort.revision;

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
 * @param message the description; control characters are escaped
 * @param created when the revision was created; null if unknown
 * @param transactional whether it runs inside a transaction
 * @param location its class or file, for messages
 * @param remarks what to know before it runs; control characters are escaped
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
        List<String> remarks) {

    /** Creates the metadata of a revision without remarks. */
    public RevisionInfo(
            String id,
            List<String> parents,
            List<String> dependsOn,
            List<String> labels,
            String message,
            @Nullable Instant created,
            boolean transactional,
            String location) {
        this(id, parents, dependsOn, labels, message, created, transactional, location, List.of());
    }

    public RevisionInfo {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        message = PrintableText.of(message);
        remarks = remarks.stream().map(PrintableText::of).toList();
    }

    /** Returns whether it has no parent. */
    public boolean isBase() {
        return parents.isEmpty();
    }

    /** Returns whether it has several parents. */
    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** Returns the id and the first line of the message: {@code 3f2a91 (add email)}. */
    public String describe() {
        return message.isBlank() ? id : id + " (" + message.lines().findFirst().orElse("") + ")";
    }
}
