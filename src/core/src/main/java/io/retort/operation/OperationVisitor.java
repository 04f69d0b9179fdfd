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

    /** Handles {@link TypeOperation.AddValue}. */
    R addEnumValue(TypeOperation.AddValue add);

    /** Handles {@link TypeOperation.Alter}. */
    R alterEnum(TypeOperation.Alter alter);

    /** Handles {@link DataOperation.Insert}. */
    R insert(DataOperation.Insert insert);

    /** Handles {@link DataOperation.Delete}. */
    R delete(DataOperation.Delete delete);

    /** Handles {@link DataOperation.Upsert}. */
    R upsert(DataOperation.Upsert upsert);

    /** Handles {@link DataOperation.Backfill}. */
    R backfill(DataOperation.Backfill backfill);

    /** Handles {@link DataOperation.Execute}. */
    R execute(DataOperation.Execute execute);

    /** Handles {@link DataOperation.Work}. */
    R work(DataOperation.Work work);

    /** Handles an operation of a user. */
    R custom(CustomOperation operation);

    /**
     * A visitor with one method per kind of object, for code that handles most operations of a kind in the same way. It
     * overrides the methods of single operations where they differ.
     *
     * @param <R> the result
     */
    interface ByObject<R> extends OperationVisitor<R> {

        /** Handles an operation on a whole table whose own method is not overridden. */
        R table(TableOperation operation);

        /** Handles an operation on a column whose own method is not overridden. */
        R column(ColumnOperation operation);

        /** Handles an operation on a constraint whose own method is not overridden. */
        R constraint(ConstraintOperation operation);

        /** Handles an operation on an index whose own method is not overridden. */
        R index(IndexOperation operation);

        /** Handles an operation on a sequence whose own method is not overridden. */
        R sequence(SequenceOperation operation);

        /** Handles an operation on an enum type whose own method is not overridden. */
        R type(TypeOperation operation);

        /** Handles an operation on rows, hand-written SQL or Java code whose own method is not overridden. */
        R data(DataOperation operation);

        @Override
        default R createTable(TableOperation.Create create) {
            return table(create);
        }

        @Override
        default R dropTable(TableOperation.Drop drop) {
            return table(drop);
        }

        @Override
        default R renameTable(TableOperation.Rename rename) {
            return table(rename);
        }

        @Override
        default R commentTable(TableOperation.Comment comment) {
            return table(comment);
        }

        @Override
        default R rebuildTable(TableOperation.Rebuild rebuild) {
            return table(rebuild);
        }

        @Override
        default R addColumn(ColumnOperation.Add add) {
            return column(add);
        }

        @Override
        default R dropColumn(ColumnOperation.Drop drop) {
            return column(drop);
        }

        @Override
        default R alterColumn(ColumnOperation.Alter alter) {
            return column(alter);
        }

        @Override
        default R renameColumn(ColumnOperation.Rename rename) {
            return column(rename);
        }

        @Override
        default R addConstraint(ConstraintOperation.Add add) {
            return constraint(add);
        }

        @Override
        default R dropConstraint(ConstraintOperation.Drop drop) {
            return constraint(drop);
        }

        @Override
        default R renameConstraint(ConstraintOperation.Rename rename) {
            return constraint(rename);
        }

        @Override
        default R createIndex(IndexOperation.Create create) {
            return index(create);
        }

        @Override
        default R dropIndex(IndexOperation.Drop drop) {
            return index(drop);
        }

        @Override
        default R renameIndex(IndexOperation.Rename rename) {
            return index(rename);
        }

        @Override
        default R createSequence(SequenceOperation.Create create) {
            return sequence(create);
        }

        @Override
        default R dropSequence(SequenceOperation.Drop drop) {
            return sequence(drop);
        }

        @Override
        default R alterSequence(SequenceOperation.Alter alter) {
            return sequence(alter);
        }

        @Override
        default R renameSequence(SequenceOperation.Rename rename) {
            return sequence(rename);
        }

        @Override
        default R createEnum(TypeOperation.Create create) {
            return type(create);
        }

        @Override
        default R dropEnum(TypeOperation.Drop drop) {
            return type(drop);
        }

        @Override
        default R addEnumValue(TypeOperation.AddValue add) {
            return type(add);
        }

        @Override
        default R alterEnum(TypeOperation.Alter alter) {
            return type(alter);
        }

        @Override
        default R insert(DataOperation.Insert insert) {
            return data(insert);
        }

        @Override
        default R delete(DataOperation.Delete delete) {
            return data(delete);
        }

        @Override
        default R upsert(DataOperation.Upsert upsert) {
            return data(upsert);
        }

        @Override
        default R backfill(DataOperation.Backfill backfill) {
            return data(backfill);
        }

        @Override
        default R execute(DataOperation.Execute execute) {
            return data(execute);
        }

        @Override
        default R work(DataOperation.Work work) {
            return data(work);
        }
    }

    /**
     * A visitor for code that is about few operations and handles all others in one way.
     *
     * @param <R> the result
     */
    interface Selective<R> extends ByObject<R> {

        /** Handles an operation for which neither its own method nor that of its kind of object is overridden. */
        R other(Operation operation);

        @Override
        default R table(TableOperation operation) {
            return other(operation);
        }

        @Override
        default R column(ColumnOperation operation) {
            return other(operation);
        }

        @Override
        default R constraint(ConstraintOperation operation) {
            return other(operation);
        }

        @Override
        default R index(IndexOperation operation) {
            return other(operation);
        }

        @Override
        default R sequence(SequenceOperation operation) {
            return other(operation);
        }

        @Override
        default R type(TypeOperation operation) {
            return other(operation);
        }

        @Override
        default R data(DataOperation operation) {
            return other(operation);
        }

        @Override
        default R custom(CustomOperation operation) {
            return other(operation);
        }
    }

    /** A visitor that returns each operation unchanged, for code that replaces some of them. */
    interface Rewrite extends Selective<Operation> {

        @Override
        default Operation other(Operation operation) {
            return operation;
        }
    }
}
