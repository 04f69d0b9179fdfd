package io.retort.run.database;

import java.util.List;

/**
 * The rows of the history table.
 *
 * @param hasTable whether the table exists
 * @param revisions the rows, oldest first; empty without the table
 */
public record AppliedRows(boolean hasTable, List<AppliedRevision> revisions) {

    /** A database without the history table. */
    static final AppliedRows NO_TABLE = new AppliedRows(false, List.of());

    public AppliedRows {
        revisions = List.copyOf(revisions);
    }
}
