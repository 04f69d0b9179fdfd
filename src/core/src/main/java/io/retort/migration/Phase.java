package io.retort.migration;

/** When a revision runs, where a starting application upgrades its database. Commands run every revision at once. */
public enum Phase {
    /** Before anything uses the database. */
    START,
    /**
     * When the application is ready: long work on data that the new version can do without for a while. A revision that
     * others build upon runs with them.
     */
    AFTER_START
}
