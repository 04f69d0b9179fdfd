package io.retort.run;

import io.retort.internal.text.PrintableText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table.
 *
 * @param id the revision's id
 * @param parents the ids of its parents when it was applied
 * @param message the description
 * @param checksum the checksum of its migration when it ran; null if it was stamped
 * @param state whether it is completely applied
 * @param progress the number of completed statements, if it is partially applied or downgraded
 * @param inFlight the journal entry of the next statement; null if that was not started
 * @param appliedAt when it was applied; null if unknown
 * @param appliedBy the database user that applied it; null if unknown
 * @param duration the duration of its statements; zero if it was stamped or applied by a script
 */
public record AppliedRevision(
        String id,
        List<String> parents,
        String message,
        @Nullable String checksum,
        AppliedState state,
        int progress,
        @Nullable String inFlight,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy,
        Duration duration) {

    public AppliedRevision {
        parents = List.copyOf(parents);
        message = PrintableText.of(message);
    }

    /** Returns the id and the message: {@code 2b (add email)}. */
    public String describe() {
        return message.isEmpty() ? id : id + " (" + message + ")";
    }

    /** Returns whether it is partially applied or partially downgraded. */
    public boolean isHalf() {
        return state != AppliedState.APPLIED;
    }

    /** Returns whether it counts as applied: it is applied, or not completely reverted. */
    public boolean counts() {
        return state != AppliedState.UPGRADING;
    }
}
