package io.retort.diff.author;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code migrate:merge}.
 *
 * @param message the message; null for one that names the parents
 * @param format the file format
 * @param revisions the heads to join, as targets; {@code heads} for all
 * @param branchLabel the label of the new branch; null for no label
 * @param dependsOn the targets that must be applied first without being parents
 * @param revId the revision id; null for a random one
 */
public record MergeRequest(
        @Nullable String message,
        Format format,
        List<String> revisions,
        @Nullable String branchLabel,
        List<String> dependsOn,
        @Nullable String revId) {

    /** Copies the lists. */
    public MergeRequest {
        revisions = List.copyOf(revisions);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Returns a request that joins all heads in a Java revision. */
    public static MergeRequest ofHeads() {
        return new MergeRequest(null, Format.JAVA, List.of("heads"), null, List.of(), null);
    }
}
