package io.retort.diff.author.file;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What operations are about, and which of them belong together for that reason. */
public final class Subject {

    private Subject() {}

    /** The table that an operation changes; empty for sequences, types, SQL and code. */
    public static Optional<QualifiedName> table(Operation operation) {
        if (operation instanceof TableOperation table) {
            return Optional.of(table(table));
        }
        if (operation instanceof ColumnOperation column) {
            return Optional.of(column.table());
        }
        if (operation instanceof ConstraintOperation constraint) {
            return Optional.of(constraint.table());
        }
        if (operation instanceof IndexOperation index) {
            return Optional.of(index.table());
        }
        return operation instanceof DataOperation data ? table(data) : Optional.empty();
    }

    private static QualifiedName table(TableOperation operation) {
        if (operation instanceof TableOperation.Create create) {
            return create.table().name();
        }
        if (operation instanceof TableOperation.Drop drop) {
            return drop.name();
        }
        return operation instanceof TableOperation.Rename rename
                ? rename.after()
                : ((TableOperation.Comment) operation).table();
    }

    private static Optional<QualifiedName> table(DataOperation operation) {
        if (operation instanceof DataOperation.Insert insert) {
            return Optional.of(insert.table());
        }
        return operation instanceof DataOperation.Delete delete ? Optional.of(delete.table()) : Optional.empty();
    }

    /** The operations as text in their order, one a line, each group a paragraph. */
    static List<String> paragraphs(List<Operation> operations, Function<Operation, String> text) {
        return groups(operations).stream()
                .map(group -> group.stream().map(text).collect(Collectors.joining("\n")))
                .toList();
    }

    /** The operations in their order, with a new group wherever another table's turn comes. */
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
        Optional<QualifiedName> table = table(one);
        boolean same = table.equals(table(next)) && (table.isPresent() || kind(one) == kind(next));
        return same || (shortDrop(one) && shortDrop(next));
    }

    private static boolean shortDrop(Operation operation) {
        return operation instanceof TableOperation.Drop drop && drop.table() == null;
    }

    private static Class<?> kind(Operation operation) {
        if (operation instanceof SequenceOperation) {
            return SequenceOperation.class;
        }
        if (operation instanceof TypeOperation) {
            return TypeOperation.class;
        }
        return operation instanceof DataOperation ? DataOperation.class : Operation.class;
    }
}
