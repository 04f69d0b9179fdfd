package io.retort.diff.custom;

import io.retort.migration.RevisionRewriter;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a view out of the way of changes to a table's columns.
 *
 * @param table the table that the view shows
 * @param view the view, as it is there
 */
public record ViewAround(QualifiedName table, View view) implements RevisionRewriter {

    @Override
    public List<Operation> rewrite(List<Operation> operations) {
        boolean inTheWay = operations.stream().anyMatch(this::changesColumn);
        if (!inTheWay) {
            return operations;
        }
        List<Operation> around = new ArrayList<>(operations);
        around.add(0, new View(view.name(), view.query(), false));
        around.add(view);
        return around;
    }

    private boolean changesColumn(Operation operation) {
        return operation instanceof ColumnOperation.Alter alter && alter.table().equals(table);
    }
}
