package io.retort.run.journal;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.sql.SqlSyntax;

/**
 * Finds the objects that an operation touches, with the names as its user wrote them. A constraint counts as its whole
 * table, because it can create an index with another name or change a column.
 */
final class TouchedByOperation implements OperationVisitor<Touched> {

    private final String sql;
    private final SqlSyntax syntax;

    /**
     * Creates a visitor for one statement.
     *
     * @param sql the statement, which decides for operations that contain SQL
     * @param syntax how the product reads it
     */
    TouchedByOperation(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    @Override
    public Touched createTable(TableOperation.Create create) {
        return Touched.all(create.table().name());
    }

    @Override
    public Touched dropTable(TableOperation.Drop drop) {
        return Touched.all(drop.name());
    }

    @Override
    public Touched renameTable(TableOperation.Rename rename) {
        return Touched.all(rename.before(), rename.after());
    }

    @Override
    public Touched commentTable(TableOperation.Comment comment) {
        return Touched.all(comment.table());
    }

    @Override
    public Touched rebuildTable(TableOperation.Rebuild rebuild) {
        return Touched.all(rebuild.before().name());
    }

    @Override
    public Touched addColumn(ColumnOperation.Add add) {
        return Touched.one(add.column().name(), add.table());
    }

    @Override
    public Touched dropColumn(ColumnOperation.Drop drop) {
        return Touched.one(drop.name(), drop.table());
    }

    @Override
    public Touched alterColumn(ColumnOperation.Alter alter) {
        return Touched.all(alter.table());
    }

    @Override
    public Touched renameColumn(ColumnOperation.Rename rename) {
        return Touched.all(rename.table());
    }

    @Override
    public Touched addConstraint(ConstraintOperation.Add add) {
        return Touched.all(add.table());
    }

    @Override
    public Touched dropConstraint(ConstraintOperation.Drop drop) {
        return Touched.all(drop.table());
    }

    @Override
    public Touched renameConstraint(ConstraintOperation.Rename rename) {
        return Touched.all(rename.table());
    }

    @Override
    public Touched createIndex(IndexOperation.Create create) {
        return Touched.one(create.index().name(), create.table());
    }

    @Override
    public Touched dropIndex(IndexOperation.Drop drop) {
        return Touched.one(drop.index().name(), drop.table());
    }

    @Override
    public Touched renameIndex(IndexOperation.Rename rename) {
        return Touched.all(rename.table());
    }

    @Override
    public Touched createSequence(SequenceOperation.Create create) {
        return Touched.all(create.sequence().name());
    }

    @Override
    public Touched dropSequence(SequenceOperation.Drop drop) {
        return Touched.all(drop.name());
    }

    @Override
    public Touched alterSequence(SequenceOperation.Alter alter) {
        return Touched.all(alter.after().name());
    }

    @Override
    public Touched renameSequence(SequenceOperation.Rename rename) {
        return Touched.all(rename.before(), rename.after());
    }

    @Override
    public Touched createEnum(TypeOperation.Create create) {
        return Touched.EVERYTHING;
    }

    @Override
    public Touched dropEnum(TypeOperation.Drop drop) {
        return Touched.EVERYTHING;
    }

    @Override
    public Touched addEnumLabel(TypeOperation.AddLabel add) {
        return Touched.EVERYTHING;
    }

    @Override
    public Touched alterEnum(TypeOperation.Alter alter) {
        return Touched.EVERYTHING;
    }

    @Override
    public Touched insert(DataOperation.Insert insert) {
        return TouchedBySql.guess(sql, syntax);
    }

    @Override
    public Touched delete(DataOperation.Delete delete) {
        return TouchedBySql.guess(sql, syntax);
    }

    @Override
    public Touched execute(DataOperation.Execute execute) {
        return TouchedBySql.guess(sql, syntax);
    }

    @Override
    public Touched work(DataOperation.Work work) {
        return TouchedBySql.guess(sql, syntax);
    }

    @Override
    public Touched custom(CustomOperation operation) {
        return Touched.EVERYTHING;
    }
}
