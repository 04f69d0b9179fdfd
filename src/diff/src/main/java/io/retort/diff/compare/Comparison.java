package io.retort.diff.compare;

import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param operations what takes the live schema to the model, in an order that runs
 * @param skipped what could not be decided, each a sentence with its reason
 * @param kept what is different and stays so, because a person said it
 * @param notOurs tables and sequences in the database that no entity knows and no revision made; they are left alone
 * @param remarks what a person should know of the operations, each a sentence or more
 * @param unmanaged objects inside tables of which the same is true; they are kept
 */
public record Comparison(
        List<Operation> operations,
        List<String> skipped,
        List<String> kept,
        List<QualifiedName> notOurs,
        List<String> remarks,
        List<UnmanagedObject> unmanaged) {

    /** A comparison of schemas in which every object inside a table is managed. */
    public Comparison(
            List<Operation> operations, List<String> skipped, List<String> kept, List<QualifiedName> notOurs) {
        this(operations, skipped, kept, notOurs, List.of(), List.of());
    }

    public Comparison {
        kept = List.copyOf(kept);
        operations = List.copyOf(operations);
        skipped = List.copyOf(skipped);
        notOurs = List.copyOf(notOurs);
        remarks = List.copyOf(remarks);
        unmanaged = List.copyOf(unmanaged);
    }

    /** Whether live schema and model agree in all that could be decided. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }
}
