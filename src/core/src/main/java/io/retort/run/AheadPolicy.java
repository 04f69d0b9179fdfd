package io.retort.run;

/** What to do with a database that has revisions which the history of the application does not contain. */
public enum AheadPolicy {
    /** Refuse it. */
    REFUSE,
    /** Accept it if all of these revisions only add to the schema; otherwise refuse it. Never reverts a revision. */
    COMPATIBLE,
    /**
     * Accept it, unless a squash that the history does not contain ran there: an upgrade would run the revisions that it
     * replaces again. Never reverts a revision.
     */
    ALLOW,
    /**
     * For development: an application that starts reverts these revisions with their stored downgrades. A command
     * refuses the database.
     */
    SWITCH
}
