package io.retort.diff.author;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Groups operations on the same table. */
final class OperationGroups {

    private static final KindOf KIND = new KindOf();

    private OperationGroups() {}

    /** Returns the operations as text, in order: one per line, and one paragraph per group, without empty ones. */
    static List<String> of(List<Operation> operations, Function<Operation, String> text) {
        return groups(operations).stream()
                .map(group -> group.stream()
                        .map(text)
                        .filter(lines -> !lines.isEmpty())
                        .collect(Collectors.joining("\n")))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** Returns the operations in order, with a new group whenever the table changes. */
    private static List<List<Operation>> groups(List<Operation> operations) {
        List<List<Operation>> groups = new ArrayList<>();
        Operation previous = null;
        for (Operation operation : operations) {
            if (previous == null || !together(previous, operation)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(operation);
            previous = operation;
        }
        return groups;
    }

    private static boolean together(Operation one, Operation next) {
        Optional<QualifiedName> table = one.subject();
        boolean same = table.equals(next.subject()) && (table.isPresent() || one.accept(KIND) == next.accept(KIND));
        return same || (shortDrop(one) && shortDrop(next));
    }

    private static boolean shortDrop(Operation operation) {
        return operation instanceof TableOperation.Drop drop && drop.table() == null;
    }

    /** What operations without a table have in common. */
    private enum Kind {
        SEQUENCE,
        TYPE,
        DATA,
        OTHER
    }

    private static final class KindOf implements OperationVisitor.Selective<Kind> {

        @Override
        public Kind sequence(SequenceOperation operation) {
            return Kind.SEQUENCE;
        }

        @Override
        public Kind type(TypeOperation operation) {
            return Kind.TYPE;
        }

        @Override
        public Kind data(DataOperation operation) {
            return Kind.DATA;
        }

        @Override
        public Kind other(Operation operation) {
            return Kind.OTHER;
        }
    }
}
