package io.retort.operation;

import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One change to a schema, as a value. Operations are immutable; equal operations make the same change. */
public sealed interface Operation
        permits TableOperation,
                ColumnOperation,
                ConstraintOperation,
                IndexOperation,
                SequenceOperation,
                TypeOperation,
                DataOperation,
                CustomOperation {

    /** Returns the operation that reverses this one; empty if it cannot be reversed. */
    Optional<Operation> reverse();

    /** Returns the schema after this operation. A change to an object that does not exist has no effect. */
    Snapshot applyTo(Snapshot schema);

    /**
     * Returns the operations on the schema that have the same effect as this one: usually this one alone. Empty if it
     * changes rows only. No value if it is code of your own whose effect is not declared.
     */
    default Optional<List<Operation>> schemaChanges() {
        return Optional.of(List.of(this));
    }

    /**
     * Returns the statements that make this change on a product, in order.
     *
     * @param ddl the SQL of the product
     * @throws io.retort.error.RetortException if the product does not support the change
     */
    List<Statement> sql(Ddl ddl);

    /** Calls the method of the visitor for this kind of operation and returns its result. */
    <R> R accept(OperationVisitor<R> visitor);

    /** Returns the call on {@code op} that adds this operation in a revision file. */
    JavaCall java();

    /** Returns a description for messages, with a sign first: {@code + column user.email varchar(255) not null}. */
    String describe();

    /**
     * Returns the table that this operation changes, by its name after the operation. Empty for sequences, types, SQL
     * and code.
     */
    default Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    /**
     * Returns the table of which this operation changes a part: a column, a constraint or an index. Empty for other
     * operations.
     */
    Optional<QualifiedName> alteredTable();

    /** Returns whether users wrote its statements or code, so that it can do more than its description says. */
    default boolean isHandWritten() {
        return false;
    }

    /** Returns the reverses of these operations, last first; empty if one of them cannot be reversed. */
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
     * Removes the drops of indexes whose table is dropped, too: the table drops them. MySQL and MariaDB also refuse to
     * drop an index that a foreign key of the table needs. A drop stays if another index gets the name before the table
     * is dropped.
     */
    static List<Operation> withoutIndexesOfDroppedTables(List<Operation> operations) {
        Map<QualifiedName, Integer> dropped = tableDrops(operations);
        List<Operation> remaining = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            if (!(operations.get(i) instanceof IndexOperation.Drop drop)
                    || !dropped.containsKey(drop.table())
                    || isCreated(drop.index().name(), operations, i, dropped.get(drop.table()))) {
                remaining.add(operations.get(i));
            }
        }
        return List.copyOf(remaining);
    }

    /** The position at which each table is dropped. */
    private static Map<QualifiedName, Integer> tableDrops(List<Operation> operations) {
        Map<QualifiedName, Integer> drops = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof TableOperation.Drop drop) {
                drops.put(drop.name(), i);
            }
        }
        return drops;
    }

    private static boolean isCreated(String index, List<Operation> operations, int from, int to) {
        return from < to
                && operations.subList(from, to).stream()
                        .anyMatch(operation -> operation instanceof IndexOperation.Create create
                                && create.index().name().equals(index));
    }

    /** Returns the schema after these operations, in order. */
    static Snapshot apply(List<Operation> operations, Snapshot schema) {
        Snapshot after = schema;
        for (Operation operation : operations) {
            after = operation.applyTo(after);
        }
        return after;
    }
}
