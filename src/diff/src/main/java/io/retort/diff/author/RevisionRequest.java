package io.retort.diff.author;

import io.retort.diff.author.file.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of {@code migrate:revision}.
 *
 * @param message what the revision does, in a few words; null if it was not said, which is refused
 * @param format what it is written in
 * @param empty whether it is filled in by hand, so that nothing is compared
 * @param head the revision to follow, as a target; {@code base} for a line of its own; null for the only head
 * @param splice whether the revision to follow need not be a head
 * @param branchLabel a name for the line that begins here; null for none
 * @param dependsOn targets that must be applied first without being parents
 * @param revId the revision's id; null for a random one
 * @param irreversible whether operations are accepted that nothing undoes
 */
public record RevisionRequest(
        @Nullable String message,
        Format format,
        boolean empty,
        @Nullable String head,
        boolean splice,
        @Nullable String branchLabel,
        List<String> dependsOn,
        @Nullable String revId,
        boolean irreversible) {

    public RevisionRequest {
        dependsOn = List.copyOf(dependsOn);
    }
}
