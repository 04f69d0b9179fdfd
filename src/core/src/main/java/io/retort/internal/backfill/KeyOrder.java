package io.retort.internal.backfill;

import java.sql.SQLException;
import java.util.List;

/**
 * Notices that the keys of a pass repeat, so that a pass ends also if a driver converts the values of a key to other ones. It
 * remembers two keys, the second after 1, 2, 4, 8, ... batches, which finds every cycle.
 */
public final class KeyOrder {

    private List<KeyValue> before;
    private List<KeyValue> remembered;
    private long batches;
    private long next = 1;

    /** Begins after a key; at the beginning of the table if it is empty. */
    public KeyOrder(List<KeyValue> after) {
        this.before = after;
        this.remembered = after;
    }

    /**
     * Notes the key of the last row of a batch; empty for the last batch.
     *
     * @throws SQLException if the key was there before
     */
    public void require(List<KeyValue> last) throws SQLException {
        if (!last.isEmpty() && (last.equals(before) || last.equals(remembered))) {
            throw new SQLException("the key of the batch does not follow those before: " + last
                    + ". Divide the rows by another indexed column: batches().key(\"number\")");
        }
        before = last;
        if (++batches == next) {
            remembered = last;
            next *= 2;
        }
    }
}
