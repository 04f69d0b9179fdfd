package io.retort.internal.state;

import io.retort.internal.state.SchemaObject.Kind;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Constraint;
import java.util.List;

/** Returns the objects that an operation creates, changes or drops, by their names before it; empty for rows and code. */
public final class OperationObjects implements OperationVisitor<List<SchemaObject>> {

    @Override
    public List<SchemaObject> createTable(TableOperation.Create create) {
        return List.of(SchemaObject.table(create.table().name()));
    }

    @Override
    public List<SchemaObject> dropTable(TableOperation.Drop drop) {
        return List.of(SchemaObject.table(drop.name()));
    }

    @Override
    public List<SchemaObject> renameTable(TableOperation.Rename rename) {
        return List.of(SchemaObject.table(rename.before()));
    }

    @Override
    public List<SchemaObject> commentTable(TableOperation.Comment comment) {
        return List.of(SchemaObject.table(comment.table()));
    }

    @Override
    public List<SchemaObject> rebuildTable(TableOperation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }

    @Override
    public List<SchemaObject> addColumn(ColumnOperation.Add add) {
        return List.of(SchemaObject.column(add.table(), add.column().name()));
    }

    @Override
    public List<SchemaObject> dropColumn(ColumnOperation.Drop drop) {
        return List.of(SchemaObject.column(drop.table(), drop.name()));
    }

    @Override
    public List<SchemaObject> alterColumn(ColumnOperation.Alter alter) {
        return List.of(SchemaObject.column(alter.table(), alter.after().name()));
    }

    @Override
    public List<SchemaObject> renameColumn(ColumnOperation.Rename rename) {
        return List.of(SchemaObject.column(rename.table(), rename.before()));
    }

    @Override
    public List<SchemaObject> addConstraint(ConstraintOperation.Add add) {
        return List.of(SchemaObject.constraint(add.table(), add.constraint()));
    }

    @Override
    public List<SchemaObject> dropConstraint(ConstraintOperation.Drop drop) {
        Constraint constraint = drop.constraint();
        return constraint == null
                ? List.of(new SchemaObject(Kind.CONSTRAINT, drop.table(), String.valueOf(drop.name())))
                : List.of(SchemaObject.constraint(drop.table(), constraint));
    }

    @Override
    public List<SchemaObject> renameConstraint(ConstraintOperation.Rename rename) {
        return List.of(SchemaObject.constraint(rename.table(), rename.before()));
    }

    @Override
    public List<SchemaObject> createIndex(IndexOperation.Create create) {
        return List.of(SchemaObject.index(create.table(), create.index().name()));
    }

    @Override
    public List<SchemaObject> dropIndex(IndexOperation.Drop drop) {
        return List.of(SchemaObject.index(drop.table(), drop.index().name()));
    }

    @Override
    public List<SchemaObject> renameIndex(IndexOperation.Rename rename) {
        return List.of(SchemaObject.index(rename.table(), rename.before()));
    }

    @Override
    public List<SchemaObject> createSequence(SequenceOperation.Create create) {
        return List.of(SchemaObject.sequence(create.sequence().name()));
    }

    @Override
    public List<SchemaObject> dropSequence(SequenceOperation.Drop drop) {
        return List.of(SchemaObject.sequence(drop.name()));
    }

    @Override
    public List<SchemaObject> alterSequence(SequenceOperation.Alter alter) {
        return List.of(SchemaObject.sequence(alter.before().name()));
    }

    @Override
    public List<SchemaObject> renameSequence(SequenceOperation.Rename rename) {
        return List.of(SchemaObject.sequence(rename.before()));
    }

    @Override
    public List<SchemaObject> createEnum(TypeOperation.Create create) {
        return List.of(SchemaObject.enumType(create.type().name()));
    }

    @Override
    public List<SchemaObject> dropEnum(TypeOperation.Drop drop) {
        return List.of(SchemaObject.enumType(drop.type().name()));
    }

    @Override
    public List<SchemaObject> addEnumValue(TypeOperation.AddValue add) {
        return List.of(SchemaObject.enumType(add.type()));
    }

    @Override
    public List<SchemaObject> alterEnum(TypeOperation.Alter alter) {
        return List.of(SchemaObject.enumType(alter.before().name()));
    }

    @Override
    public List<SchemaObject> insert(DataOperation.Insert insert) {
        return List.of();
    }

    @Override
    public List<SchemaObject> delete(DataOperation.Delete delete) {
        return List.of();
    }

    @Override
    public List<SchemaObject> upsert(DataOperation.Upsert upsert) {
        return List.of();
    }

    @Override
    public List<SchemaObject> backfill(DataOperation.Backfill backfill) {
        return List.of();
    }

    @Override
    public List<SchemaObject> execute(DataOperation.Execute execute) {
        return List.of();
    }

    @Override
    public List<SchemaObject> work(DataOperation.Work work) {
        return List.of();
    }

    @Override
    public List<SchemaObject> custom(CustomOperation operation) {
        return List.of();
    }
}
