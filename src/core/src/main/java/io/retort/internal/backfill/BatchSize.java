package io.retort.internal.backfill;

import io.retort.operation.Batches;
import java.time.Duration;

/** The number of rows of the next batch, adapted so that a batch takes about a given time. */
public final class BatchSize {

    private static final int FIRST = 1_000;
    private static final int LEAST = 100;
    private static final double FASTEST_GROWTH = 2;
    private static final double FASTEST_DECLINE = 0.5;

    private final Batches batches;
    private int rows;

    /** Creates the size of the first batch. */
    public BatchSize(Batches batches) {
        this.batches = batches;
        this.rows = Math.min(FIRST, batches.rows());
    }

    /** Returns the number of rows of the next batch. */
    public int rows() {
        return rows;
    }

    /**
     * Adapts the size.
     *
     * @param took how long a batch of the present size took
     */
    public void adapt(Duration took) {
        double ratio = batches.millis() / Math.max(1.0, took.toMillis());
        double factor = Math.max(FASTEST_DECLINE, Math.min(FASTEST_GROWTH, ratio));
        int least = Math.min(LEAST, batches.rows());
        rows = (int) Math.max(least, Math.min(batches.rows(), Math.round(rows * factor)));
    }
}
