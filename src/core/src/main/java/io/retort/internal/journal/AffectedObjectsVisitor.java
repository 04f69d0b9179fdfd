package io.retort.internal.journal;

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
import io.retort.sql.SqlSyntax;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the objects that an operation touches, with the names as its user wrote them. A constraint counts as its whole
 * table, because it can create an index with another name or change a column.
 */
final class AffectedObjectsVisitor implements OperationVisitor<AffectedObjects> {

    private final String sql;
    private final SqlSyntax syntax;

    /**
     * Creates a visitor for one statement.
     *
     * @param sql the statement, which decides for operations that contain SQL
     * @param syntax how the product reads it
     */
    AffectedObjectsVisitor(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    @Override
    public AffectedObjects createTable(TableOperation.Create create) {
        return AffectedObjects.all(create.table().name());
    }

    @Override
    public AffectedObjects dropTable(TableOperation.Drop drop) {
        return AffectedObjects.all(drop.name());
    }

    @Override
    public AffectedObjects renameTable(TableOperation.Rename rename) {
        return AffectedObjects.all(rename.before(), rename.after());
    }

    @Override
    public AffectedObjects commentTable(TableOperation.Comment comment) {
        return AffectedObjects.all(comment.table());
    }

    @Override
    public AffectedObjects rebuildTable(TableOperation.Rebuild rebuild) {
        return AffectedObjects.all(rebuild.before().name());
    }

    @Override
    public AffectedObjects addColumn(ColumnOperation.Add add) {
        return AffectedObjects.one(add.column().name(), add.table());
    }

    @Override
    public AffectedObjects dropColumn(ColumnOperation.Drop drop) {
        return AffectedObjects.one(drop.name(), drop.table());
    }

    @Override
    public AffectedObjects alterColumn(ColumnOperation.Alter alter) {
        return AffectedObjects.all(alter.table());
    }

    @Override
    public AffectedObjects renameColumn(ColumnOperation.Rename rename) {
        return AffectedObjects.all(rename.table());
    }

    @Override
    public AffectedObjects addConstraint(ConstraintOperation.Add add) {
        return AffectedObjects.all(add.table());
    }

    @Override
    public AffectedObjects dropConstraint(ConstraintOperation.Drop drop) {
        return AffectedObjects.all(drop.table());
    }

    @Override
    public AffectedObjects renameConstraint(ConstraintOperation.Rename rename) {
        return AffectedObjects.all(rename.table());
    }

    @Override
    public AffectedObjects createIndex(IndexOperation.Create create) {
        return AffectedObjects.one(create.index().name(), create.table());
    }

    @Override
    public AffectedObjects dropIndex(IndexOperation.Drop drop) {
        return AffectedObjects.one(drop.index().name(), drop.table());
    }

    @Override
    public AffectedObjects renameIndex(IndexOperation.Rename rename) {
        return AffectedObjects.all(rename.table());
    }

    @Override
    public AffectedObjects createSequence(SequenceOperation.Create create) {
        return AffectedObjects.all(create.sequence().name());
    }

    @Override
    public AffectedObjects dropSequence(SequenceOperation.Drop drop) {
        return AffectedObjects.all(drop.name());
    }

    @Override
    public AffectedObjects alterSequence(SequenceOperation.Alter alter) {
        return AffectedObjects.all(alter.after().name());
    }

    @Override
    public AffectedObjects renameSequence(SequenceOperation.Rename rename) {
        return AffectedObjects.all(rename.before(), rename.after());
    }

    @Override
    public AffectedObjects createEnum(TypeOperation.Create create) {
        return AffectedObjects.EVERYTHING;
    }

    @Override
    public AffectedObjects dropEnum(TypeOperation.Drop drop) {
        return AffectedObjects.EVERYTHING;
    }

    @Override
    public AffectedObjects addEnumValue(TypeOperation.AddValue add) {
        return AffectedObjects.EVERYTHING;
    }

    @Override
    public AffectedObjects alterEnum(TypeOperation.Alter alter) {
        return AffectedObjects.EVERYTHING;
    }

    @Override
    public AffectedObjects insert(DataOperation.Insert insert) {
        return SqlAffectedObjects.guess(sql, syntax);
    }

    @Override
    public AffectedObjects delete(DataOperation.Delete delete) {
        return SqlAffectedObjects.guess(sql, syntax);
    }

    @Override
    public AffectedObjects upsert(DataOperation.Upsert upsert) {
        return SqlAffectedObjects.guess(sql, syntax);
    }

    @Override
    public AffectedObjects backfill(DataOperation.Backfill backfill) {
        return SqlAffectedObjects.guess(sql, syntax);
    }

    @Override
    public AffectedObjects execute(DataOperation.Execute execute) {
        AffectedObjects guessed = SqlAffectedObjects.guess(sql, syntax);
        return guessed.isEverything() ? declared(execute.schemaChanges().orElse(List.of())) : guessed;
    }

    /** The statement says more reliably than the declaration which table it is about, if it is about one. */
    private AffectedObjects declared(List<Operation> changes) {
        Set<QualifiedName> tables = new LinkedHashSet<>();
        for (Operation change : changes) {
            AffectedObjects affected = change.accept(this);
            if (affected.isEverything()) {
                return AffectedObjects.EVERYTHING;
            }
            tables.addAll(affected.tables());
        }
        return new AffectedObjects(List.copyOf(tables), null);
    }

    @Override
    public AffectedObjects work(DataOperation.Work work) {
        return SqlAffectedObjects.guess(sql, syntax);
    }

    @Override
    public AffectedObjects custom(CustomOperation operation) {
        return AffectedObjects.EVERYTHING;
    }
}
