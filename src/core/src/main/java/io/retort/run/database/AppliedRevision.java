package io.retort.run.database;

import io.retort.error.PrintableText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that a database has, as the database remembers it.
 *
 * @param id the revision's id
 * @param parents the ids of its parents when it was applied
 * @param message what it does
 * @param checksum of what was run; null if it was stamped
 * @param state whether it is whole
 * @param progress how many statements are done, of an upgrade or a downgrade that is half done
 * @param inFlight what is known about the statement after those; null if none had begun
 * @param appliedAt when it was applied; null if the database does not say
 * @param appliedBy the database user that applied it
 * @param duration how long its statements took; zero if it was stamped or applied by a script
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

    /** The id, and in parentheses what it does. */
    public String describe() {
        return message.isEmpty() ? id : id + " (" + message + ")";
    }

    /** Whether an upgrade or a downgrade stopped within it. */
    public boolean isHalf() {
        return state != AppliedState.APPLIED;
    }

    /** Whether it counts where the database is: it is applied, or not wholly taken back. */
    public boolean counts() {
        return state != AppliedState.UPGRADING;
    }
}
