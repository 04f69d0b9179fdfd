package io.retort.run;

import java.util.Locale;

/** How a downgrade loses data. */
public enum LossKind {
    /** A table is dropped with its rows. */
    DROPPED_TABLE,
    /** A column is dropped with its values. */
    DROPPED_COLUMN,
    /** Rows are deleted. */
    DELETED_ROWS,
    /** Values are overwritten, or converted to a type that cannot hold them. */
    CHANGED_VALUES,
    /** SQL or Java code runs whose effect on rows is not known. */
    NOT_JUDGED;

    /** Returns the name in JSON, for example {@code dropped-table}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
