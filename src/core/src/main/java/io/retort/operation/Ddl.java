package io.retort.operation;

import java.util.List;

/** What a database must be able to say: one method per operation, each answering the statements to send, in order. */
public interface Ddl {

    /**
     * What people call the product that the statements are for: {@code PostgreSQL}, {@code MariaDB}, {@code MySQL},
     * {@code H2}, {@code HSQLDB}, {@code SQLite}, {@code SQL Server}. A {@link CustomOperation} asks it where products say the
     * same thing differently.
     */
    String product();

    List<Statement> createTable(TableOperation.Create create);

    List<Statement> dropTable(TableOperation.Drop drop);

    List<Statement> renameTable(TableOperation.Rename rename);

    List<Statement> commentTable(TableOperation.Comment comment);

    List<Statement> rebuildTable(TableOperation.Rebuild rebuild);

    List<Statement> addColumn(ColumnOperation.Add add);

    List<Statement> dropColumn(ColumnOperation.Drop drop);

    List<Statement> alterColumn(ColumnOperation.Alter alter);

    List<Statement> renameColumn(ColumnOperation.Rename rename);

    List<Statement> addConstraint(ConstraintOperation.Add add);

    List<Statement> dropConstraint(ConstraintOperation.Drop drop);

    List<Statement> renameConstraint(ConstraintOperation.Rename rename);

    List<Statement> createIndex(IndexOperation.Create create);

    List<Statement> dropIndex(IndexOperation.Drop drop);

    List<Statement> renameIndex(IndexOperation.Rename rename);

    List<Statement> createSequence(SequenceOperation.Create create);

    List<Statement> dropSequence(SequenceOperation.Drop drop);

    List<Statement> alterSequence(SequenceOperation.Alter alter);

    List<Statement> renameSequence(SequenceOperation.Rename rename);

    List<Statement> createEnum(TypeOperation.Create create);

    List<Statement> dropEnum(TypeOperation.Drop drop);

    List<Statement> addEnumLabel(TypeOperation.AddLabel add);

    List<Statement> alterEnum(TypeOperation.Alter alter);

    List<Statement> insert(DataOperation.Insert insert);

    List<Statement> delete(DataOperation.Delete delete);

    List<Statement> execute(DataOperation.Execute execute);
}
