package io.retort.internal.execute;

import io.retort.internal.backfill.BackfillPosition;
import io.retort.operation.Statement;
import java.sql.SQLException;
import java.util.Optional;

/** Records the progress of one backfill in the history table, and reads there whether it is paused. */
interface BackfillJournal {

    /** Returns where an earlier run stopped; empty if the backfill did not begin. */
    Optional<BackfillPosition> position();

    /** Returns the entry after a batch, which belongs to the transaction of the batch. */
    Statement.Sql moveTo(BackfillPosition after) throws SQLException;

    /** Records that this entry was committed. */
    void moved(BackfillPosition after);

    /** Returns the entry that the backfill is complete. */
    Statement.Sql complete() throws SQLException;

    /** Records that this entry was committed. */
    void completed();

    /**
     * Returns why the backfill is paused; empty if it is not.
     *
     * @throws StoppedBackfillException if it must not continue in this session
     */
    Optional<String> paused() throws SQLException;
}
