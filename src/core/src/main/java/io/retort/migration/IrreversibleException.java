package io.retort.migration;

import io.retort.error.RetortException;
import io.retort.operation.Operation;

/** Signals that a migration cannot be downgraded because one of its operations has no reverse. */
public final class IrreversibleException extends RetortException {

    private final transient Operation operation;

    IrreversibleException(Operation operation) {
        super(
                "nothing is known that undoes the operation \"" + operation.describe() + "\"",
                "Override downgrade(op) in the migration, give the operation its whole definition"
                        + " (dropColumn(\"t\", column(...)) instead of dropColumn(\"t\", \"c\")), or give execute(...) and"
                        + " work(...) their undo.");
        this.operation = operation;
    }

    /** Returns the operation that has no reverse. */
    public Operation operation() {
        return operation;
    }
}
