package io.retort.run;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a backfill after its last committed batch.
 *
 * @param table the table
 * @param read how many rows its batches have covered, in the present round
 * @param filled how many rows it has changed
 * @param estimate the approximate number of rows of the table; null if unknown
 * @param left the estimated remaining time, without waiting; null if unknown
 */
public record BackfillProgress(
        String table,
        long read,
        long filled,
        @Nullable Long estimate,
        @Nullable Duration left) {

    /** Returns a one-line description: {@code customer: 84,000 of about 310,000 rows, 12,000 filled, about 27 s left}. */
    public String describe() {
        String all = estimate == null ? " rows" : " of about " + number(Math.max(estimate, read)) + " rows";
        return table + ": " + number(read) + all + ", " + number(filled) + " filled"
                + (left == null ? "" : ", about " + OtherSession.seconds(left) + " left");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
