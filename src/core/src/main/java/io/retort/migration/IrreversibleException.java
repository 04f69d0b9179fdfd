package io.retort.migration;

import io.retort.error.RetortException;
import io.retort.operation.Operation;

/** Signals that a migration cannot be downgraded because one of its operations has no reverse. */
public final class IrreversibleException extends RetortException {

    private final transient Operation operation;

    IrreversibleException(Operation operation) {
        super(
                "The operation \"" + operation.describe() + "\" has no reverse.",
                "Override downgrade(op) in the migration, give the operation the full definition"
                        + " (dropColumn(\"t\", column(...)) instead of dropColumn(\"t\", \"c\")), or give execute(...) and"
                        + " work(...) a reverse, and upsert(...) the former rows.");
        this.operation = operation;
    }

    /** Returns the operation that has no reverse. */
    public Operation operation() {
        return operation;
    }
}
