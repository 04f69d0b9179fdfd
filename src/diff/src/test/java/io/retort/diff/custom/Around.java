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
 * Drops an object before changes to the columns of a table, and creates it again afterwards.
 *
 * @param table the table
 * @param thing the object that blocks the changes, such as a view or a trigger, as it exists
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
