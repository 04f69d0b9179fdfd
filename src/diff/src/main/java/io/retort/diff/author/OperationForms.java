package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;

/** Chooses how the operations of a difference, or their reverses, are written into a revision. */
@FunctionalInterface
public interface OperationForms {

    /** Writes each operation as it is. */
    OperationForms PLAIN = (operations, difference) -> operations;

    /**
     * Returns the operations that make the same changes. If they differ, the revision runs without a transaction.
     *
     * @param operations the operations of one direction; can be empty
     * @param difference the result of the comparison
     */
    List<Operation> of(List<Operation> operations, Difference difference);

    /**
     * Returns what to know about the written operations, as sentences for the revision file.
     *
     * @param written the operations of the upgrade, in their forms
     * @param difference the result of the comparison
     */
    default List<String> remarks(List<Operation> written, Difference difference) {
        return List.of();
    }
}
