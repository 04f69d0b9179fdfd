package io.retort.boot.autoconfigure.properties;

/** What Retort does when the application starts. */
public enum StartMode {
    /** Applies what is pending. */
    UPGRADE,
    /** Refuses to start on a database that is behind. */
    VERIFY,
    /** Waits until another instance has upgraded the database. */
    WAIT,
    /** Leaves the database alone. */
    OFF
}
