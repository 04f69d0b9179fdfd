package io.retort.diff.internal.compare;

import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Collects the operations of a comparison and puts them into an order that is executable for upgrade and downgrade. */
final class OperationOrder {

    /** The position of an operation in the upgrade. The downgrade uses the reverse order. */
    public enum Phase {
        DROP_FOREIGN_KEYS,
        END_IDENTITIES,
        DROP_CONSTRAINTS,
        DROP_COMPUTED_COLUMNS,
        CREATE_TYPES,
        CREATE_SEQUENCES,
        CREATE_TABLES,
        ADD_COLUMNS,
        ALTER_COLUMNS,
        ADD_COMPUTED_COLUMNS,
        ADD_KEYS,
        ADD_CHECKS,
        CREATE_INDEXES,
        ADD_FOREIGN_KEYS,
        COMMENT,
        DROP_COLUMNS,
        DROP_TABLES,
        DROP_SEQUENCES,
        DROP_TYPES
    }

    private final Map<Phase, List<Operation>> operations = new EnumMap<>(Phase.class);
    private final List<String> skipped = new ArrayList<>();
    private final TreeSet<QualifiedName> notOurs = new TreeSet<>();

    /**
     * Adds an operation at the end of its phase.
     *
     * @param phase when the operation runs
     * @param operation the operation
     */
    public void add(Phase phase, Operation operation) {
        operations.computeIfAbsent(phase, p -> new ArrayList<>()).add(operation);
    }

    /** Removes operations that others replace. */
    void withdraw(Predicate<Operation> which) {
        operations.values().forEach(list -> list.removeIf(which));
    }

    /**
     * Adds something that could not be decided.
     *
     * @param sentence what was skipped, with the reason
     */
    public void skip(String sentence) {
        skipped.add(sentence);
    }

    /**
     * Adds an object that no revision owns.
     *
     * @param name the name of the object
     */
    public void leaveAlone(QualifiedName name) {
        notOurs.add(name);
    }

    /** Returns all operations, in executable order. */
    public List<Operation> operations() {
        return operations.values().stream().flatMap(List::stream).toList();
    }

    /** Whether there are neither operations nor skipped objects. */
    public boolean isEmpty() {
        return operations.isEmpty() && skipped.isEmpty();
    }

    /** Returns what was skipped, in the order in which it was added. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** Returns the objects that no revision owns, sorted by name. */
    public List<QualifiedName> notOurs() {
        return List.copyOf(notOurs);
    }
}
