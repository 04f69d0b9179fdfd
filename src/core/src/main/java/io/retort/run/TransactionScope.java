package io.retort.run;

/** How many revisions one transaction contains, on products that can roll back DDL. */
public enum TransactionScope {
    /** One revision: a failure rolls back this revision, and earlier ones stay applied. */
    REVISION,
    /**
     * All revisions of a run: a failure rolls back all of them. A revision that must run outside a transaction splits
     * the run into two transactions.
     */
    RUN
}
