package io.retort.diff.compare.order;

import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Collects what the comparisons find, and puts the operations into an order that runs, both ways. */
public final class Changes {

    /** When an operation runs. In reverse, the same order serves the way back. */
    public enum Phase {
        DROP_FOREIGN_KEYS,
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

    /** Notes an operation for its phase, after those that are there. */
    public void add(Phase phase, Operation operation) {
        operations.computeIfAbsent(phase, p -> new ArrayList<>()).add(operation);
    }

    /** Takes operations back that something else says better. */
    void withdraw(Predicate<Operation> which) {
        operations.values().forEach(list -> list.removeIf(which));
    }

    /** Notes what could not be decided, as a sentence with its reason. */
    public void skip(String sentence) {
        skipped.add(sentence);
    }

    /** Notes a thing that is not ours. */
    public void leaveAlone(QualifiedName name) {
        notOurs.add(name);
    }

    /** Everything to be done, in order. */
    public List<Operation> operations() {
        return operations.values().stream().flatMap(List::stream).toList();
    }

    /** Whether nothing is to be done and nothing was skipped. */
    public boolean isEmpty() {
        return operations.isEmpty() && skipped.isEmpty();
    }

    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    public List<QualifiedName> notOurs() {
        return List.copyOf(notOurs);
    }
}
