package io.retort.diff.handmade;

/** How a database came to its tables. */
enum DatabaseOrigin {
    /** Revisions created them. */
    REVISIONS,
    /** Hibernate created them, and there is no revision. */
    DDL_AUTO,
    /** Hibernate created them, and a base revision adopts them with what was made by hand. */
    ADOPTION
}
