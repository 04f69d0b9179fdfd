package io.retort.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a backfill divides the rows of a table. The values affect only how long it takes and which sessions it disturbs: they are not part
 * of the revision's checksum, and can be changed while a backfill is interrupted.
 *
 * <pre>{@code
 * batches().key("id").rows(2_000).pauseMillis(200).waitWhile("select count(*) > 100 from job_queue")
 * }</pre>
 *
 * @param key the columns by whose ranges the rows are divided; empty for the primary key
 * @param rows the maximum number of rows in a batch
 * @param millis the time that a batch should take, in milliseconds
 * @param pauseMillis the pause after each batch, in milliseconds
 * @param waitWhile a query; before each batch, the backfill waits as long as its first value is true or a positive number.
 *     Null for no query
 * @param isAfterStart whether the revision is applied without the rows, which are filled afterwards
 */
public record Batches(
        List<String> key,
        int rows,
        int millis,
        int pauseMillis,
        @Nullable String waitWhile,
        boolean isAfterStart) {

    /** The defaults: the primary key, up to 50,000 rows in about half a second, and no pause. */
    public static final Batches STANDARD = new Batches(List.of(), 50_000, 500, 0, null, false);

    /**
     * Copies the key.
     *
     * @throws IllegalArgumentException if a batch would have no rows or no time, or if the pause is negative
     */
    public Batches {
        key = List.copyOf(key);
        if (rows < 1 || millis < 1 || pauseMillis < 0) {
            throw new IllegalArgumentException(
                    "a batch needs at least one row and one millisecond, and a pause of zero or"
                            + " more milliseconds: rows " + rows + ", time " + millis + ", pause " + pauseMillis);
        }
    }

    /**
     * Returns a copy that divides the rows by these columns. They need an index, but do not have to be unique.
     *
     * @param columns the names of the columns
     */
    public Batches key(String... columns) {
        return new Batches(List.of(columns), rows, millis, pauseMillis, waitWhile, isAfterStart);
    }

    /** Returns a copy with this maximum number of rows in a batch. */
    public Batches rows(int most) {
        return new Batches(key, most, millis, pauseMillis, waitWhile, isAfterStart);
    }

    /** Returns a copy whose batches should take this time, in milliseconds; their number of rows adapts to it. */
    public Batches millis(int time) {
        return new Batches(key, rows, time, pauseMillis, waitWhile, isAfterStart);
    }

    /** Returns a copy that pauses after each batch, in milliseconds. */
    public Batches pauseMillis(int pause) {
        return new Batches(key, rows, millis, pause, waitWhile, isAfterStart);
    }

    /** Returns a copy that waits before each batch as long as the first value of a query is true or a positive number. */
    public Batches waitWhile(String query) {
        return new Batches(key, rows, millis, pauseMillis, query, isAfterStart);
    }

    /**
     * Returns a copy that fills the rows after the revision is applied, so that an application can start and other
     * revisions can be applied meanwhile. The application must accept rows that are not filled. In the revision, only other
     * such backfills can follow.
     */
    public Batches afterStart() {
        return new Batches(key, rows, millis, pauseMillis, waitWhile, true);
    }

    /** Returns a copy that fills the rows while the revision is applied. */
    public Batches beforeStart() {
        return new Batches(key, rows, millis, pauseMillis, waitWhile, false);
    }

    /** Returns the Java source of the value. */
    public JavaCall java() {
        JavaCall call = JavaCall.of("batches");
        call = key.isEmpty() ? call : call.then("key", key.toArray());
        call = rows == STANDARD.rows ? call : call.then("rows", rows);
        call = millis == STANDARD.millis ? call : call.then("millis", millis);
        call = pauseMillis == 0 ? call : call.then("pauseMillis", pauseMillis);
        call = waitWhile == null ? call : call.then("waitWhile", waitWhile);
        return isAfterStart ? call.then("afterStart") : call;
    }
}
