package io.retort.migration;

import io.retort.error.RetortException;
import io.retort.operation.Operation;

/** A migration was asked to go back, but one of its operations does not say what would undo it. */
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

    /** The operation that cannot be undone. */
    public Operation operation() {
        return operation;
    }
}
