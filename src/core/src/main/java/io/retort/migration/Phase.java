package io.retort.migration;

/**
 * When a revision runs during the start of an application that migrates its database on start. The command {@code upgrade}
 * runs the revisions of both phases.
 */
public enum Phase {
    /** Before the application uses the database. */
    START,
    /**
     * After the application is ready, in the background: for long backfills that the new version can start without. If
     * a revision of phase {@link #START} follows this one, this one runs at that phase, too.
     */
    AFTER_START
}
