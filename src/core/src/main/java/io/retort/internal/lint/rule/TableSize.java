package io.retort.internal.lint.rule;

/**
 * The approximate size of a table.
 *
 * @param rows the number of rows; {@link #UNKNOWN_COUNT} if unknown
 * @param bytes the number of bytes; {@link #UNKNOWN_COUNT} if unknown
 * @param partitioned whether the table consists of partitions, which have these rows; false if unknown
 */
public record TableSize(long rows, long bytes, boolean partitioned) {

    /** The value of an unknown number. */
    public static final long UNKNOWN_COUNT = -1;

    /** An unknown size, which counts as big. */
    public static final TableSize UNKNOWN = new TableSize(UNKNOWN_COUNT, UNKNOWN_COUNT, false);

    /** A table without rows. */
    public static final TableSize EMPTY = new TableSize(0, 0, false);

    /** A table with fewer rows is small, unless they have many bytes. */
    public static final long FEW_ROWS = 10_000;

    private static final long FEW_BYTES = 10_000_000;

    /** Returns whether the table has no rows. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** Returns whether any work on the table takes a moment: fewer than 10,000 rows and 10 MB. */
    public boolean isSmall() {
        return rows >= 0 && rows < FEW_ROWS && bytes >= 0 && bytes < FEW_BYTES;
    }

    /** Returns whether both numbers are known. */
    public boolean isKnown() {
        return rows >= 0 && bytes >= 0;
    }
}
