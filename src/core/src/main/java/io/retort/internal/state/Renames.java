package io.retort.internal.state;

import io.retort.internal.state.SchemaObject.Kind;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import java.util.function.UnaryOperator;

/** Returns the new identity of an object that an operation renames, and the same identity for any other object. */
final class Renames implements OperationVisitor.Selective<UnaryOperator<SchemaObject>> {

    private static UnaryOperator<SchemaObject> renamed(Kind kind, QualifiedName table, String before, String after) {
        SchemaObject renamed = new SchemaObject(kind, table, before);
        return object -> object.equals(renamed) ? object.named(after) : object;
    }

    @Override
    public UnaryOperator<SchemaObject> other(Operation operation) {
        return UnaryOperator.identity();
    }

    @Override
    public UnaryOperator<SchemaObject> renameTable(TableOperation.Rename rename) {
        return object -> object.owner().equals(rename.before()) ? object.in(rename.after()) : object;
    }

    @Override
    public UnaryOperator<SchemaObject> rebuildTable(TableOperation.Rebuild rebuild) {
        UnaryOperator<SchemaObject> all = UnaryOperator.identity();
        for (Operation change : rebuild.changes()) {
            UnaryOperator<SchemaObject> before = all;
            UnaryOperator<SchemaObject> next = change.accept(this);
            all = object -> next.apply(before.apply(object));
        }
        return all;
    }

    @Override
    public UnaryOperator<SchemaObject> renameColumn(ColumnOperation.Rename rename) {
        return renamed(Kind.COLUMN, rename.table(), rename.before(), rename.after());
    }

    @Override
    public UnaryOperator<SchemaObject> renameConstraint(ConstraintOperation.Rename rename) {
        return renamed(
                Kind.CONSTRAINT, rename.table(), String.valueOf(rename.before().name()), rename.after());
    }

    @Override
    public UnaryOperator<SchemaObject> renameIndex(IndexOperation.Rename rename) {
        return renamed(Kind.INDEX, rename.table(), rename.before(), rename.after());
    }

    @Override
    public UnaryOperator<SchemaObject> renameSequence(SequenceOperation.Rename rename) {
        return object -> object.kind() == Kind.SEQUENCE && object.owner().equals(rename.before())
                ? object.in(rename.after())
                : object;
    }
}
