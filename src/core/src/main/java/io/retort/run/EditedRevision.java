package io.retort.run;

import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An applied revision whose migration was edited after it ran.
 *
 * @param revision the revision
 * @param was the checksum when it ran; null if its upgrade is partial
 * @param is the present checksum
 * @param difference the removed statements with a minus sign and the added ones with a plus sign. Empty if unknown,
 *     because a script applied the revision or only parts other than SQL have changed
 */
public record EditedRevision(
        RevisionInfo revision, @Nullable String was, String is, List<String> difference) {

    public EditedRevision {
        difference = List.copyOf(difference);
    }

    /** Returns a description as lines: one about the revision, then its difference. */
    public List<String> describe() {
        String head = revision.describe() + " in " + revision.location() + " was edited after it ran";
        Stream<String> what = difference.isEmpty()
                ? Stream.of("  checksum " + was + " then, " + is + " now; what ran was not recorded as statements")
                : difference.stream().map(line -> "  " + line);
        return Stream.concat(Stream.of(head), what).toList();
    }
}
