package io.retort.internal.state;

import io.retort.internal.state.SchemaObject.Kind;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.QualifiedName;
import java.util.function.UnaryOperator;

/** Returns the new identity of an object that an operation renames, and the same identity for any other object. */
final class Renames implements OperationVisitor<UnaryOperator<SchemaObject>> {

    private static UnaryOperator<SchemaObject> renamed(Kind kind, QualifiedName table, String before, String after) {
        SchemaObject renamed = new SchemaObject(kind, table, before);
        return object -> object.equals(renamed) ? object.named(after) : object;
    }

    private static UnaryOperator<SchemaObject> nothing() {
        return UnaryOperator.identity();
    }

    @Override
    public UnaryOperator<SchemaObject> createTable(TableOperation.Create create) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> dropTable(TableOperation.Drop drop) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> renameTable(TableOperation.Rename rename) {
        return object -> object.owner().equals(rename.before()) ? object.in(rename.after()) : object;
    }

    @Override
    public UnaryOperator<SchemaObject> commentTable(TableOperation.Comment comment) {
        return nothing();
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
    public UnaryOperator<SchemaObject> addColumn(ColumnOperation.Add add) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> dropColumn(ColumnOperation.Drop drop) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> alterColumn(ColumnOperation.Alter alter) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> renameColumn(ColumnOperation.Rename rename) {
        return renamed(Kind.COLUMN, rename.table(), rename.before(), rename.after());
    }

    @Override
    public UnaryOperator<SchemaObject> addConstraint(ConstraintOperation.Add add) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> dropConstraint(ConstraintOperation.Drop drop) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> renameConstraint(ConstraintOperation.Rename rename) {
        return renamed(
                Kind.CONSTRAINT, rename.table(), String.valueOf(rename.before().name()), rename.after());
    }

    @Override
    public UnaryOperator<SchemaObject> createIndex(IndexOperation.Create create) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> dropIndex(IndexOperation.Drop drop) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> renameIndex(IndexOperation.Rename rename) {
        return renamed(Kind.INDEX, rename.table(), rename.before(), rename.after());
    }

    @Override
    public UnaryOperator<SchemaObject> createSequence(SequenceOperation.Create create) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> dropSequence(SequenceOperation.Drop drop) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> alterSequence(SequenceOperation.Alter alter) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> renameSequence(SequenceOperation.Rename rename) {
        return object -> object.kind() == Kind.SEQUENCE && object.owner().equals(rename.before())
                ? object.in(rename.after())
                : object;
    }

    @Override
    public UnaryOperator<SchemaObject> createEnum(TypeOperation.Create create) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> dropEnum(TypeOperation.Drop drop) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> addEnumLabel(TypeOperation.AddLabel add) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> alterEnum(TypeOperation.Alter alter) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> insert(DataOperation.Insert insert) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> delete(DataOperation.Delete delete) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> execute(DataOperation.Execute execute) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> work(DataOperation.Work work) {
        return nothing();
    }

    @Override
    public UnaryOperator<SchemaObject> custom(CustomOperation operation) {
        return nothing();
    }
}
