package io.retort.internal.execute;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.database.HistoryTable;
import io.retort.internal.database.SqlErrorText;
import io.retort.run.AppliedRevision;
import io.retort.run.BackfillThrottle;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.run.RunListener;
import java.sql.Connection;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs one backfill of an applied revision, under its own lock. */
public final class BackfillRunner {

    private final HistoryTable table;
    private final Sink sink;
    private final Connection connection;
    private final RunListener listener;
    private final BackfillThrottle throttle;
    private final BooleanSupplier stops;

    /**
     * @param table the history table
     * @param sink sends the statements, and confirms the lock of the backfill
     * @param connection the connection of the sink
     * @param listener notified about the progress
     * @param throttle makes the backfill wait
     * @param stops asked before each batch; true ends the backfill
     */
    public BackfillRunner(
            HistoryTable table,
            Sink sink,
            Connection connection,
            RunListener listener,
            BackfillThrottle throttle,
            BooleanSupplier stops) {
        this.stops = stops;
        this.table = table;
        this.sink = sink;
        this.connection = connection;
        this.listener = listener;
        this.throttle = throttle;
    }

    /**
     * Fills the rows.
     *
     * @param step the upgrade of the revision
     * @param row the row of the revision, read while the lock is held
     * @param place the backfill
     * @param next the backfill that follows in the revision; null for the last one
     * @return whether no row is left; false if the backfill was paused or stopped, or its revision reverted
     * @throws RetortException if a batch fails; the batches before it are committed
     */
    public boolean run(
            PreparedStep step, AppliedRevision row, StatementPosition place, @Nullable StatementPosition next) {
        try {
            sink.begin(step);
            new BackfillExecution(
                            sink,
                            listener,
                            throttle,
                            new AppliedBackfill(table, connection, row, place, next, stops),
                            place,
                            table.dialect(),
                            connection)
                    .run();
            sink.end(step);
            return true;
        } catch (StoppedBackfillException | UnexpectedRowsException stopped) {
            sink.fail(step);
            return false;
        } catch (InterruptedException stopped) {
            sink.fail(step);
            Thread.currentThread().interrupt();
            return false;
        } catch (RetortException e) {
            sink.fail(step);
            throw failed(row, e.what(), e.advice(), e);
        } catch (Exception e) {
            sink.fail(step);
            throw failed(
                    row,
                    SqlErrorText.of(e),
                    Advice.of("Correct what the database reports, then continue: ", Advice.command("backfill"), "."),
                    e);
        } catch (Error e) {
            sink.fail(step);
            throw e;
        }
    }

    private static RetortException failed(AppliedRevision row, String reason, Advice advice, Exception cause) {
        return new RetortException(
                "The backfill of revision " + row.describe() + " failed: " + reason + System.lineSeparator()
                        + "The revision is applied. The batches before the failed one are committed with their progress.",
                advice,
                cause);
    }
}
