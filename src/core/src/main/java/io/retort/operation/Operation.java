package io.retort.operation;

import io.retort.operation.source.JavaCall;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One change to a schema, as data. Operations are immutable and equal when they say the same. */
public sealed interface Operation
        permits TableOperation,
                ColumnOperation,
                ConstraintOperation,
                IndexOperation,
                SequenceOperation,
                TypeOperation,
                DataOperation,
                CustomOperation {

    /** What undoes this operation; empty if nothing can, which is known as soon as the operation is written. */
    Optional<Operation> reverse();

    /** The schema after this operation. What is not there cannot be changed and is left so. */
    Snapshot applyTo(Snapshot schema);

    /** How a database says this operation: the statements, in order. */
    List<Statement> sql(Ddl ddl);

    /** How a revision file says this operation, as a call on {@code op}. */
    JavaCall java();

    /** How a person says this operation, with a sign in front: {@code + column user.email varchar(255) not null}. */
    String describe();

    /** The table that this operation is about, by its name after; empty for sequences, types, SQL and code. */
    default Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    /** Whether a person wrote its statements or code, so that it may do more than its name says. */
    default boolean isHandWritten() {
        return false;
    }

    /** What undoes all of these, last first; empty if one of them cannot be undone. */
    static Optional<List<Operation>> reverse(List<Operation> operations) {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Operation> back = operation.reverse();
            if (back.isEmpty()) {
                return Optional.empty();
            }
            reversed.add(back.get());
        }
        Collections.reverse(reversed);
        return Optional.of(List.copyOf(reversed));
    }

    /**
     * The same without the drops of indexes whose table is dropped as well: they go with it, and MySQL and MariaDB refuse
     * to let one go that a foreign key of the table leans on.
     */
    static List<Operation> indexesGoWithTheirTable(List<Operation> operations) {
        Set<QualifiedName> dropped = operations.stream()
                .filter(TableOperation.Drop.class::isInstance)
                .map(drop -> ((TableOperation.Drop) drop).name())
                .collect(Collectors.toSet());
        return operations.stream()
                .filter(operation -> !(operation instanceof IndexOperation.Drop drop && dropped.contains(drop.table())))
                .toList();
    }

    /** The schema after all of these, in order. */
    static Snapshot apply(List<Operation> operations, Snapshot schema) {
        Snapshot after = schema;
        for (Operation operation : operations) {
            after = operation.applyTo(after);
        }
        return after;
    }
}
