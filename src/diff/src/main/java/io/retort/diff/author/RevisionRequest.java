package io.retort.diff.author;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code migrate:revision}.
 *
 * @param message the message, in a few words; null if it is missing, which is an error
 * @param format the file format
 * @param empty whether the revision is filled in by hand, so that nothing is compared
 * @param head the revision to follow, as a target; {@code base} for a new base; null for the only head
 * @param splice whether the revision can follow one that is not a head, which creates a branch
 * @param branchLabel the label of the new branch; null for no label
 * @param dependsOn the targets that must be applied first without being parents
 * @param revId the revision id; null for a random one
 * @param irreversible whether to accept operations that cannot be reversed
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

    /** Copies the list. */
    public RevisionRequest {
        dependsOn = List.copyOf(dependsOn);
    }
}
