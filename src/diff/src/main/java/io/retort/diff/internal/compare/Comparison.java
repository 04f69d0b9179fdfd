package io.retort.diff.internal.compare;

import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * The result of a comparison.
 *
 * @param operations the operations that change the live schema into the model, in executable order
 * @param skipped what could not be decided, one sentence with the reason each
 * @param kept the differences that remain because of an answer
 * @param notOurs tables, sequences and types that no entity declares and no revision created; they are left alone
 * @param remarks what to know about the operations, one or more sentences each
 * @param unmanaged objects within tables that no entity declares and no revision created; they are kept
 */
public record Comparison(
        List<Operation> operations,
        List<String> skipped,
        List<String> kept,
        List<QualifiedName> notOurs,
        List<String> remarks,
        List<UnmanagedObject> unmanaged) {

    /**
     * Creates the result of a comparison in which every object within a table is managed.
     *
     * @param operations the operations, in executable order
     * @param skipped what could not be decided
     * @param kept the differences that remain
     * @param notOurs tables, sequences and types that are left alone
     */
    public Comparison(
            List<Operation> operations, List<String> skipped, List<String> kept, List<QualifiedName> notOurs) {
        this(operations, skipped, kept, notOurs, List.of(), List.of());
    }

    /** Copies the lists; none of them can be null or contain null. */
    public Comparison {
        kept = List.copyOf(kept);
        operations = List.copyOf(operations);
        skipped = List.copyOf(skipped);
        notOurs = List.copyOf(notOurs);
        remarks = List.copyOf(remarks);
        unmanaged = List.copyOf(unmanaged);
    }

    /** Whether the live schema matches the model, apart from what was skipped. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }
}
