package io.retort.internal.lint.rule;

/**
 * What a statement does to a table while it runs, and until its transaction ends. Tests compare it with the server.
 *
 * @param blocking which statements of other sessions wait
 * @param work how much work the server does while they wait
 */
public record Effect(Blocking blocking, Work work) {

    /** Which statements of other sessions wait. */
    public enum Blocking {
        NOTHING,
        WRITES,
        READS_AND_WRITES
    }

    /** How much work a statement does, with the number of bytes of the table that a server processes per second. */
    public enum Work {
        /** Changes the catalog only. */
        CATALOG(0),
        /** Reads every row. */
        SCAN(200),
        /** Builds an index. */
        INDEX(30),
        /** Writes the table and its indexes again. */
        REWRITE(50);

        private static final long MEGABYTE = 1_000_000;

        private final long bytesPerSecond;

        Work(long megabytesPerSecond) {
            this.bytesPerSecond = megabytesPerSecond * MEGABYTE;
        }

        /** Returns the order of magnitude of the duration for a number of bytes, in seconds. */
        public long seconds(long bytes) {
            return bytesPerSecond == 0 ? 0 : bytes / bytesPerSecond;
        }
    }

    /** No effect on other sessions. */
    public static final Effect NONE = new Effect(Blocking.NOTHING, Work.CATALOG);

    /** Returns whether other sessions wait while the server does work that grows with the table. */
    public boolean isOutage() {
        return blocking != Blocking.NOTHING && work != Work.CATALOG;
    }
}
