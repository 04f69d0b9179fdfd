package io.retort.run;

/** What one transaction holds, on databases that can roll back changes to a schema. */
public enum TransactionScope {
    /** A revision: what is done stays done, and a failure takes back one revision. */
    REVISION,
    /** A whole run: all revisions of it or none. One that must run outside a transaction parts it in two. */
    RUN
}
