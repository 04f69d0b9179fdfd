package io.retort.migration;

import io.retort.migration.Definitions.ExpectedRows;
import io.retort.migration.Definitions.Using;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.NumberedColumn;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a migration speaks to: each method notes down one operation. Nothing runs until the migration has said
 * everything.
 *
 * <p>Names are given as typed into SQL: {@code "user"}, {@code "billing.invoice"} for a table in another schema,
 * {@code "\"User\""} where exactly these letters are meant. The whole form of a drop (with the column, constraint or
 * table as it was) can be undone; the short form, by name, cannot.
 */
public final class Operations {

    private final List<Operation> collected = new ArrayList<>();

    /** What a migration says, in order. */
    public static List<Operation> saidBy(Consumer<Operations> migration) {
        Operations operations = new Operations();
        migration.accept(operations);
        return List.copyOf(operations.collected);
    }

    // tables

    /** Creates a table; columns, constraints and a comment stand in any order. */
    public void createTable(String table, Table.Element... elements) {
        add(new TableOperation.Create(table(table, elements)));
    }

    public void dropTable(String table) {
        add(new TableOperation.Drop(name(table), null));
    }

    /** Drops a table and knows how to bring it back, without its rows and indexes. */
    public void dropTable(String table, Table.Element... elements) {
        add(new TableOperation.Drop(name(table), table(table, elements)));
    }

    public void renameTable(String before, String after) {
        add(new TableOperation.Rename(name(before), name(after)));
    }

    public void commentTable(String table, @Nullable String before, @Nullable String after) {
        add(new TableOperation.Comment(name(table), before, after));
    }

    /**
     * Makes several changes to a table at once: {@code op.rebuildTable(table("user", column(...), ...), changes ->
     * changes.alterColumn("user", ...))}. Where a product cannot make them on the table as it stands (SQLite), the table is
     * built anew and its rows are copied.
     *
     * @param before the whole table before, with its indexes: what is left out is lost where the table is built anew
     * @param changes says what becomes different: columns, constraints and indexes of this table
     */
    public void rebuildTable(Table before, Consumer<Operations> changes) {
        add(new TableOperation.Rebuild(before, saidBy(changes)));
    }

    // columns

    public void addColumn(String table, Column column) {
        add(new ColumnOperation.Add(name(table), column));
    }

    /** Adds a column that is a key from the start: MySQL and MariaDB count up in nothing else. */
    public void addColumn(String table, Column column, Constraint key) {
        add(new ColumnOperation.Add(name(table), column, key));
    }

    public void dropColumn(String table, String column) {
        add(new ColumnOperation.Drop(name(table), column, null));
    }

    public void dropColumn(String table, Column column) {
        add(new ColumnOperation.Drop(name(table), column.name(), column));
    }

    /** Drops a column with the key that it is. */
    public void dropColumn(String table, Column column, Constraint key) {
        add(new ColumnOperation.Drop(name(table), column.name(), column, key));
    }

    /** Changes a column from one definition to another; the name stays. */
    public void alterColumn(String table, Column before, Column after) {
        add(new ColumnOperation.Alter(name(table), before, after));
    }

    public void alterColumn(String table, Column before, Column after, Using using) {
        add(new ColumnOperation.Alter(name(table), before, after, using.expression(), using.back()));
    }

    public void renameColumn(String table, String before, String after) {
        add(new ColumnOperation.Rename(name(table), before, after));
    }

    // constraints

    public void addConstraint(String table, Constraint constraint) {
        add(new ConstraintOperation.Add(name(table), constraint));
    }

    /** Adds a constraint and leaves the rows that are there unchecked (PostgreSQL). */
    public void addConstraintNotValid(String table, Constraint constraint) {
        add(new ConstraintOperation.Add(name(table), constraint, true));
    }

    public void dropConstraint(String table, String constraint) {
        add(new ConstraintOperation.Drop(name(table), constraint));
    }

    public void dropConstraint(String table, Constraint constraint) {
        add(new ConstraintOperation.Drop(name(table), constraint));
    }

    /** Drops a constraint that comes back without a look at the rows (PostgreSQL). */
    public void dropConstraintNotValid(String table, Constraint constraint) {
        add(new ConstraintOperation.Drop(name(table), constraint.name(), constraint, true));
    }

    public void renameConstraint(String table, Constraint before, String after) {
        add(new ConstraintOperation.Rename(name(table), before, after));
    }

    // indexes

    public void createIndex(String index, String table, String... columns) {
        createIndex(table, new Index(index, Arrays.asList(columns)));
    }

    public void createIndex(String table, Index index) {
        add(new IndexOperation.Create(name(table), index));
    }

    /** Creates an index without keeping writers out; runs outside a transaction (PostgreSQL). */
    public void createIndexConcurrently(String index, String table, String... columns) {
        createIndexConcurrently(table, new Index(index, Arrays.asList(columns)));
    }

    public void createIndexConcurrently(String table, Index index) {
        add(new IndexOperation.Create(name(table), index, true));
    }

    /** Drops an index; with its columns named, the drop can be undone. */
    public void dropIndex(String index, String table, String... columns) {
        dropIndex(table, new Index(index, Arrays.asList(columns)));
    }

    public void dropIndex(String table, Index index) {
        add(new IndexOperation.Drop(name(table), index));
    }

    /** Drops an index without keeping others out; runs outside a transaction (PostgreSQL). */
    public void dropIndexConcurrently(String index, String table, String... columns) {
        dropIndexConcurrently(table, new Index(index, Arrays.asList(columns)));
    }

    public void dropIndexConcurrently(String table, Index index) {
        add(new IndexOperation.Drop(name(table), index, true));
    }

    public void renameIndex(String table, String before, String after) {
        add(new IndexOperation.Rename(name(table), before, after));
    }

    // sequences and types

    /**
     * Creates a sequence.
     *
     * @param startAfter the columns that take their numbers from it and may have rows: the sequence begins after the
     *     largest of them, so that the next insert does not collide. PostgreSQL, MariaDB, H2, HSQLDB and SQL Server
     */
    public void createSequence(Sequence sequence, NumberedColumn... startAfter) {
        add(new SequenceOperation.Create(sequence, Arrays.asList(startAfter)));
    }

    public void dropSequence(String sequence) {
        add(new SequenceOperation.Drop(name(sequence), null));
    }

    /**
     * Drops a sequence; the downgrade creates it again.
     *
     * @param startAfter the columns after whose numbers the downgrade starts it
     */
    public void dropSequence(Sequence sequence, NumberedColumn... startAfter) {
        add(new SequenceOperation.Drop(sequence.name(), sequence, Arrays.asList(startAfter)));
    }

    public void alterSequence(Sequence before, Sequence after) {
        add(new SequenceOperation.Alter(before, after));
    }

    public void renameSequence(String before, String after) {
        add(new SequenceOperation.Rename(name(before), name(after)));
    }

    /** Creates an enum type (PostgreSQL). */
    public void createEnum(String type, String... labels) {
        add(new TypeOperation.Create(new EnumType(name(type), Arrays.asList(labels))));
    }

    /** Drops an enum type; with its labels named, the drop can be undone. */
    public void dropEnum(String type, String... labels) {
        add(new TypeOperation.Drop(new EnumType(name(type), Arrays.asList(labels))));
    }

    /** Adds a label at the end of an enum type. Nothing can undo it. */
    public void addEnumLabel(String type, String label) {
        add(new TypeOperation.AddLabel(name(type), label));
    }

    /** Gives an enum type other labels; where one goes or moves, the columns of this type are converted (PostgreSQL). */
    public void alterEnum(EnumType before, EnumType after, TypeOperation.Use... uses) {
        add(new TypeOperation.Alter(before, after, Arrays.asList(uses)));
    }

    // data

    /** Inserts rows: {@code op.insert("role", columns("id", "name"), row(1, "admin"), row(2, "guest"))}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void insert(String table, List<String> columns, List<@Nullable Object>... rows) {
        add(new DataOperation.Insert(name(table), columns, Arrays.asList(rows)));
    }

    /** Deletes exactly these rows; each must be there. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void delete(String table, List<String> columns, List<@Nullable Object>... rows) {
        add(new DataOperation.Delete(name(table), columns, Arrays.asList(rows)));
    }

    /** Runs one SQL statement as it stands. */
    public void execute(String sql) {
        add(new DataOperation.Execute(sql, null, Statement.Sql.ANY));
    }

    /** Runs one SQL statement, and says which one undoes it. */
    public void execute(String sql, String undo) {
        add(new DataOperation.Execute(sql, undo, Statement.Sql.ANY));
    }

    public void execute(String sql, ExpectedRows rows) {
        add(new DataOperation.Execute(sql, null, rows.count()));
    }

    public void execute(String sql, String undo, ExpectedRows rows) {
        add(new DataOperation.Execute(sql, undo, rows.count()));
    }

    /** Runs Java code on the migration's connection, inside its transaction. A script cannot hold it. */
    public void work(String name, Statement.Work.Code code) {
        add(new DataOperation.Work(name, code, null));
    }

    public void work(String name, Statement.Work.Code code, Statement.Work.Code undo) {
        add(new DataOperation.Work(name, code, undo));
    }

    // anything else

    /** Notes down an operation of your own. */
    public void custom(CustomOperation operation) {
        add(operation);
    }

    /**
     * Notes down what undoes everything that the given code says, last first; indexes of a dropped table go with it.
     *
     * @throws IrreversibleException if something in it has no reverse
     */
    public void reverse(Consumer<Operations> code) {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : saidBy(code)) {
            reversed.add(0, operation.reverse().orElseThrow(() -> new IrreversibleException(operation)));
        }
        Operation.indexesGoWithTheirTable(reversed).forEach(this::add);
    }

    private void add(Operation operation) {
        collected.add(operation);
    }

    private static Table table(String name, Table.Element... elements) {
        return Table.of(name(name), Arrays.asList(elements));
    }

    private static QualifiedName name(String typed) {
        return QualifiedName.parse(typed);
    }
}
