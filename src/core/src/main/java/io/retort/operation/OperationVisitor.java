package io.retort.operation;

/**
 * One method per kind of operation, for code that handles each of them in its own way. A new kind does not compile until
 * every visitor handles it.
 *
 * @param <R> the result
 */
public interface OperationVisitor<R> {

    /** Handles {@link TableOperation.Create}. */
    R createTable(TableOperation.Create create);

    /** Handles {@link TableOperation.Drop}. */
    R dropTable(TableOperation.Drop drop);

    /** Handles {@link TableOperation.Rename}. */
    R renameTable(TableOperation.Rename rename);

    /** Handles {@link TableOperation.Comment}. */
    R commentTable(TableOperation.Comment comment);

    /** Handles {@link TableOperation.Rebuild}. */
    R rebuildTable(TableOperation.Rebuild rebuild);

    /** Handles {@link ColumnOperation.Add}. */
    R addColumn(ColumnOperation.Add add);

    /** Handles {@link ColumnOperation.Drop}. */
    R dropColumn(ColumnOperation.Drop drop);

    /** Handles {@link ColumnOperation.Alter}. */
    R alterColumn(ColumnOperation.Alter alter);

    /** Handles {@link ColumnOperation.Rename}. */
    R renameColumn(ColumnOperation.Rename rename);

    /** Handles {@link ConstraintOperation.Add}. */
    R addConstraint(ConstraintOperation.Add add);

    /** Handles {@link ConstraintOperation.Drop}. */
    R dropConstraint(ConstraintOperation.Drop drop);

    /** Handles {@link ConstraintOperation.Rename}. */
    R renameConstraint(ConstraintOperation.Rename rename);

    /** Handles {@link IndexOperation.Create}. */
    R createIndex(IndexOperation.Create create);

    /** Handles {@link IndexOperation.Drop}. */
    R dropIndex(IndexOperation.Drop drop);

    /** Handles {@link IndexOperation.Rename}. */
    R renameIndex(IndexOperation.Rename rename);

    /** Handles {@link SequenceOperation.Create}. */
    R createSequence(SequenceOperation.Create create);

    /** Handles {@link SequenceOperation.Drop}. */
    R dropSequence(SequenceOperation.Drop drop);

    /** Handles {@link SequenceOperation.Alter}. */
    R alterSequence(SequenceOperation.Alter alter);

    /** Handles {@link SequenceOperation.Rename}. */
    R renameSequence(SequenceOperation.Rename rename);

    /** Handles {@link TypeOperation.Create}. */
    R createEnum(TypeOperation.Create create);

    /** Handles {@link TypeOperation.Drop}. */
    R dropEnum(TypeOperation.Drop drop);

    /** Handles {@link TypeOperation.AddLabel}. */
    R addEnumLabel(TypeOperation.AddLabel add);

    /** Handles {@link TypeOperation.Alter}. */
    R alterEnum(TypeOperation.Alter alter);

    /** Handles {@link DataOperation.Insert}. */
    R insert(DataOperation.Insert insert);

    /** Handles {@link DataOperation.Delete}. */
    R delete(DataOperation.Delete delete);

    /** Handles {@link DataOperation.Execute}. */
    R execute(DataOperation.Execute execute);

    /** Handles {@link DataOperation.Work}. */
    R work(DataOperation.Work work);

    /** Handles an operation of a user. */
    R custom(CustomOperation operation);
}
