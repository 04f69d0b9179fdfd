package io.retort.internal.lint.rule;

import org.jspecify.annotations.Nullable;

/**
 * The approximate size of a table.
 *
 * @param rows the number of rows; null if unknown
 * @param bytes the number of bytes; null if unknown
 * @param partitioned whether the table consists of partitions, which have these rows; false if unknown
 */
public record TableSize(@Nullable Long rows, @Nullable Long bytes, boolean partitioned) {

    /** An unknown size, which counts as big. */
    public static final TableSize UNKNOWN = new TableSize(null, null, false);

    /** A table without rows. */
    public static final TableSize EMPTY = new TableSize(0L, 0L, false);

    /** A table with fewer rows is small, unless they have many bytes. */
    public static final long FEW_ROWS = 10_000;

    private static final long FEW_BYTES = 10_000_000;

    /** Returns whether the table has no rows. */
    public boolean isEmpty() {
        return rows != null && rows == 0;
    }

    /** Returns whether any work on the table takes a moment: fewer than 10,000 rows and 10 MB. */
    public boolean isSmall() {
        return rows != null && rows < FEW_ROWS && bytes != null && bytes < FEW_BYTES;
    }
}
