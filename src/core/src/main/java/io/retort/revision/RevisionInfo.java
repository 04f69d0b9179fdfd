package io.retort.revision;

import io.retort.error.PrintableText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as its file declares it, without its code.
 *
 * @param id the revision's id, unique in the history
 * @param parents ids of the revisions that it follows; none for the first of a line, several for a merge
 * @param dependsOn ids or labels of revisions that must be applied first without being parents
 * @param labels branch labels declared here; each names this revision and its line
 * @param message what the revision is for; control characters are written as their numbers
 * @param created when the file was written, or null when it does not say
 * @param transactional whether it may run inside a transaction
 * @param location the class or file that declares it, for messages
 */
public record RevisionInfo(
        String id,
        List<String> parents,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable Instant created,
        boolean transactional,
        String location) {

    public RevisionInfo {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        message = PrintableText.of(message);
    }

    /** Whether nothing comes before it on its line. */
    public boolean isBase() {
        return parents.isEmpty();
    }

    /** Whether it joins several lines. */
    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** The revision in a sentence: {@code 3f2a91 (add email)}. */
    public String describe() {
        return message.isBlank() ? id : id + " (" + message.lines().findFirst().orElse("") + ")";
    }
}
