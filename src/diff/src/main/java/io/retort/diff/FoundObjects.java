package io.retort.diff;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.TableOperation;
import io.retort.schema.Snapshot;
import java.util.List;

/** The objects that an adopting revision found, under the names that later revisions gave them. */
final class FoundObjects implements OperationVisitor.Selective<Snapshot> {

    private Snapshot schema;

    FoundObjects(Snapshot schema) {
        this.schema = schema;
    }

    Snapshot after(List<Operation> operations) {
        for (Operation operation : operations) {
            schema = operation.accept(this);
        }
        return schema;
    }

    @Override
    public Snapshot renameTable(TableOperation.Rename rename) {
        return rename.applyTo(schema);
    }

    @Override
    public Snapshot renameColumn(ColumnOperation.Rename rename) {
        return rename.applyTo(schema);
    }

    @Override
    public Snapshot renameConstraint(ConstraintOperation.Rename rename) {
        return rename.applyTo(schema);
    }

    @Override
    public Snapshot renameIndex(IndexOperation.Rename rename) {
        return rename.applyTo(schema);
    }

    @Override
    public Snapshot rebuildTable(TableOperation.Rebuild rebuild) {
        return after(rebuild.changes());
    }

    @Override
    public Snapshot execute(DataOperation.Execute execute) {
        return execute.means() == null ? schema : after(execute.means());
    }

    @Override
    public Snapshot other(Operation operation) {
        return schema;
    }
}
