package io.retort.run;

import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import io.retort.revision.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table.
 *
 * @param id the revision's id
 * @param parents the ids of its parents when it was applied
 * @param message the description
 * @param checksum the checksum of its migration when it ran; null if it was stamped
 * @param state whether it is completely applied
 * @param progress the number of completed statements, if it is partially applied or downgraded, or if a backfill runs after
 *     it was applied
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
    }

    /** Returns the id and the message, truncated if it is long: {@code 2b (add email)}. */
    public String describe() {
        String name = PrintableText.joined(id);
        return message.isEmpty() ? name : name + " (" + PrintableText.title(message) + ")";
    }

    /** Returns whether it is partially applied or partially downgraded. */
    public boolean isPartial() {
        return state != AppliedState.APPLIED;
    }

    /** Returns whether it is applied, and a backfill that runs afterwards is not complete. */
    public boolean isFilling() {
        return state == AppliedState.APPLIED && inFlight != null;
    }

    /** Returns whether it counts as applied: it is applied, or not completely reverted. */
    public boolean counts() {
        return state != AppliedState.UPGRADING;
    }

    /** The state of a revision in the history table. */
    public enum AppliedState {
        /** Completely applied. */
        APPLIED,
        /** Partially applied: an upgrade is running, or has stopped. */
        UPGRADING,
        /** Partially reverted: a downgrade is running, or has stopped. */
        DOWNGRADING;

        /** Returns the state during a step of this direction. */
        public static AppliedState during(Direction direction) {
            return direction == Direction.UP ? UPGRADING : DOWNGRADING;
        }

        /** Returns the state as the table stores it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the state that the table stores as this text, in any case and with spaces around it.
         *
         * @throws RetortException if the text is no state
         */
        public static AppliedState of(String text) {
            try {
                return valueOf(text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new RetortException(
                        "A row of the history table has the state \"" + text + "\", which Retort does not write.",
                        "Set it to applied if the revision is applied, or delete the row if it is not.",
                        e);
            }
        }
    }
}
