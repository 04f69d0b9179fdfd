package io.retort.run;

import io.retort.error.RetortException;
import io.retort.revision.Direction;
import java.util.Locale;

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
