package io.retort.internal.lint.rule;

import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import java.util.List;

/** Finds the violations of one operation; none for an operation whose method is not overridden. */
public interface LintVisitor extends OperationVisitor.Selective<List<Violation>> {

    @Override
    default List<Violation> other(Operation operation) {
        return List.of();
    }

    @Override
    default List<Violation> rebuildTable(TableOperation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }
}
