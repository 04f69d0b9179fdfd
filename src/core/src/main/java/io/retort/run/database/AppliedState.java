package io.retort.run.database;

import io.retort.error.RetortException;
import io.retort.revision.Direction;
import java.util.Locale;

/** How much of a revision a database has. */
public enum AppliedState {
    /** All of it. */
    APPLIED,
    /** Some of it: an upgrade is going on, or stopped. */
    UPGRADING,
    /** Some of it: a downgrade is going on, or stopped. */
    DOWNGRADING;

    /** The state while a step of this direction goes on. */
    public static AppliedState during(Direction direction) {
        return direction == Direction.UP ? UPGRADING : DOWNGRADING;
    }

    /** As the table spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AppliedState of(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RetortException(
                    "A row of the table of revisions has the state \"" + text + "\", which Retort does not write.",
                    "Set it to applied if the revision is applied, or delete the row if it is not.",
                    e);
        }
    }
}
