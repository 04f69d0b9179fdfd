package io.retort.operation;

import java.util.List;

/**
 * Renders operations as the SQL of one product: one method per operation. Each returns the statements in the order in
 * which they are sent, and an empty list if the product needs none.
 *
 * <p>Every method throws a {@link io.retort.error.RetortException} if the product does not support the operation.
 */
public interface Ddl {

    /**
     * Returns the product's name as people write it: {@code PostgreSQL}, {@code MariaDB}, {@code MySQL}, {@code H2},
     * {@code HSQLDB}, {@code SQLite} or {@code SQL Server}. A {@link CustomOperation} uses it to choose its SQL.
     */
    String product();

    /**
     * Returns the operations that together make a change in several statements. A change that stopped in the middle can
     * then be reverted: each completed operation has its own reverse. Usually the operation alone.
     *
     * @param operation the operation
     */
    default List<Operation> parts(Operation operation) {
        return List.of(operation);
    }

    /** Renders {@code create table} and the statements for its comments. */
    List<Statement> createTable(TableOperation.Create create);

    /** Renders {@code drop table}. */
    List<Statement> dropTable(TableOperation.Drop drop);

    /** Renders the change of a table's name. */
    List<Statement> renameTable(TableOperation.Rename rename);

    /** Renders the comment on a table. */
    List<Statement> commentTable(TableOperation.Comment comment);

    /** Renders several changes to one table; SQLite creates a new table and copies the rows. */
    List<Statement> rebuildTable(TableOperation.Rebuild rebuild);

    /** Renders {@code add column}. */
    List<Statement> addColumn(ColumnOperation.Add add);

    /** Renders {@code drop column}. */
    List<Statement> dropColumn(ColumnOperation.Drop drop);

    /** Renders the change of a column's definition. */
    List<Statement> alterColumn(ColumnOperation.Alter alter);

    /** Renders the change of a column's name. */
    List<Statement> renameColumn(ColumnOperation.Rename rename);

    /** Renders {@code add constraint}. */
    List<Statement> addConstraint(ConstraintOperation.Add add);

    /** Renders {@code drop constraint}. */
    List<Statement> dropConstraint(ConstraintOperation.Drop drop);

    /** Renders the change of a constraint's name. */
    List<Statement> renameConstraint(ConstraintOperation.Rename rename);

    /** Renders {@code create index}. */
    List<Statement> createIndex(IndexOperation.Create create);

    /** Renders {@code drop index}. */
    List<Statement> dropIndex(IndexOperation.Drop drop);

    /** Renders the change of an index's name. */
    List<Statement> renameIndex(IndexOperation.Rename rename);

    /** Renders {@code create sequence}. */
    List<Statement> createSequence(SequenceOperation.Create create);

    /** Renders {@code drop sequence}. */
    List<Statement> dropSequence(SequenceOperation.Drop drop);

    /** Renders {@code alter sequence}. */
    List<Statement> alterSequence(SequenceOperation.Alter alter);

    /** Renders the change of a sequence's name. */
    List<Statement> renameSequence(SequenceOperation.Rename rename);

    /** Renders the creation of a named enum type. */
    List<Statement> createEnum(TypeOperation.Create create);

    /** Renders the drop of a named enum type. */
    List<Statement> dropEnum(TypeOperation.Drop drop);

    /** Renders the addition of an enum constant. */
    List<Statement> addEnumValue(TypeOperation.AddValue add);

    /** Renders the change of the constants of a named enum type. */
    List<Statement> alterEnum(TypeOperation.Alter alter);

    /** Renders {@code insert}. */
    List<Statement> insert(DataOperation.Insert insert);

    /** Renders {@code delete}, one statement per row. */
    List<Statement> delete(DataOperation.Delete delete);

    /** Renders {@code upsert}: first the rows that are deleted, then those that are inserted or updated. */
    List<Statement> upsert(DataOperation.Upsert upsert);

    /** Renders an {@code update} that runs in batches. */
    List<Statement> backfill(DataOperation.Backfill backfill);

    /** Renders an SQL statement of the user, unchanged. */
    List<Statement> execute(DataOperation.Execute execute);
}
