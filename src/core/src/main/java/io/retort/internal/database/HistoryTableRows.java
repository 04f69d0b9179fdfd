package io.retort.internal.database;

import io.retort.run.AppliedRevision;
import java.util.List;

/**
 * The rows of the history table.
 *
 * @param hasTable whether the table exists
 * @param isExtended whether the table is known to have all columns of this version
 * @param revisions the rows, oldest first; empty without the table
 */
public record HistoryTableRows(boolean hasTable, boolean isExtended, List<AppliedRevision> revisions) {

    /** A database without the history table. */
    static final HistoryTableRows NO_TABLE = new HistoryTableRows(false, false, List.of());

    public HistoryTableRows {
        revisions = List.copyOf(revisions);
    }
}
