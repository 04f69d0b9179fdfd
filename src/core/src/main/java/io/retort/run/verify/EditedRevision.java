package io.retort.run.verify;

import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An applied revision whose upgrade says something else now than what ran.
 *
 * @param revision the revision
 * @param was the checksum of what ran; null if an upgrade of it stopped half-way
 * @param is the checksum of what it says now
 * @param difference the statements that went, each with a minus sign, and those that came, with a plus sign; empty if that is
 *     not known, because a script applied it, or only what is no SQL has changed
 */
public record EditedRevision(
        RevisionInfo revision, @Nullable String was, String is, List<String> difference) {

    public EditedRevision {
        difference = List.copyOf(difference);
    }

    /** For people: a line about the revision, then its difference. */
    public List<String> describe() {
        String head = revision.describe() + " in " + revision.location() + " was edited after it ran";
        Stream<String> what = difference.isEmpty()
                ? Stream.of("  checksum " + was + " then, " + is + " now; what ran was not recorded as statements")
                : difference.stream().map(line -> "  " + line);
        return Stream.concat(Stream.of(head), what).toList();
    }
}
