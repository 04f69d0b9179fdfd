package io.retort.diff.custom;

import io.retort.migration.RevisionRewriter;
import io.retort.operation.ColumnOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes something out of the way of changes to a table's columns.
 *
 * @param table the table
 * @param thing what stands in the way, as it is there: a view that shows the table, a trigger on it
 */
public record Around(QualifiedName table, CustomOperation thing) implements RevisionRewriter {

    @Override
    public List<Operation> rewrite(List<Operation> operations) {
        if (operations.stream().noneMatch(this::changesColumn)) {
            return operations;
        }
        List<Operation> around = new ArrayList<>(operations);
        around.add(0, thing.reverse().orElseThrow());
        around.add(thing);
        return around;
    }

    private boolean changesColumn(Operation operation) {
        if (operation instanceof TableOperation.Rebuild rebuild) {
            return rebuild.changes().stream().anyMatch(this::changesColumn);
        }
        return operation instanceof ColumnOperation.Alter alter && alter.table().equals(table);
    }
}
