package io.retort.boot.autoconfigure.properties;

/** What Retort does when the application starts: {@code retort.mode}. */
public enum StartMode {
    /** Applies all pending revisions. */
    UPGRADE,
    /** Fails the application start if revisions are pending, partially applied or edited. */
    VERIFY,
    /** Waits until another instance has upgraded the database. */
    WAIT,
    /** Does nothing. */
    OFF
}
