package io.retort.run.database;

import java.util.List;

/**
 * What a database remembers of its revisions.
 *
 * @param hasTable whether it has the table of revisions
 * @param revisions oldest first; none without the table
 */
public record AppliedRows(boolean hasTable, List<AppliedRevision> revisions) {

    /** A database on which Retort has not worked yet. */
    static final AppliedRows NO_TABLE = new AppliedRows(false, List.of());

    public AppliedRows {
        revisions = List.copyOf(revisions);
    }
}
