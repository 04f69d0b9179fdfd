package io.retort.diff.author;

import io.retort.diff.author.file.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of {@code migrate:merge}.
 *
 * @param message what the merge is for; null for one that names its parents
 * @param format what it is written in
 * @param revisions the heads to join, as targets; {@code heads} for all
 * @param branchLabel a name for the line that begins here; null for none
 * @param dependsOn targets that must be applied first without being parents
 * @param revId the revision's id; null for a random one
 */
public record MergeRequest(
        @Nullable String message,
        Format format,
        List<String> revisions,
        @Nullable String branchLabel,
        List<String> dependsOn,
        @Nullable String revId) {

    public MergeRequest {
        revisions = List.copyOf(revisions);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A merge of all heads. */
    public static MergeRequest ofHeads() {
        return new MergeRequest(null, Format.JAVA, List.of("heads"), null, List.of(), null);
    }
}
