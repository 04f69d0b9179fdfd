package io.retort.migration;

import static io.retort.migration.Support.Product.H2;
import static io.retort.migration.Support.Product.HSQLDB;
import static io.retort.migration.Support.Product.MARIADB;
import static io.retort.migration.Support.Product.MYSQL;
import static io.retort.migration.Support.Product.POSTGRESQL;
import static io.retort.migration.Support.Product.SQL_SERVER;

import io.retort.lint.Finding.Waiver;
import io.retort.migration.Definitions.ExpectedRows;
import io.retort.migration.Definitions.Using;
import io.retort.operation.Batches;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Rows;
import io.retort.operation.SequenceOperation;
import io.retort.operation.SequenceOperation.NumberedColumn;
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
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the operations of a migration. Each method adds one operation; nothing runs until the migration has
 * returned.
 *
 * <p>Names are written as in SQL. {@code "user"} is an ordinary name, which Retort quotes where the product requires
 * it. {@code "billing.invoice"} is a table in another schema, and {@code "\"User\""} means exactly these letters.
 *
 * <p>A drop that gives the whole definition (column, constraint or table) can be undone by a downgrade. A drop by name
 * alone cannot. All methods work on every supported product unless their description names the products. An operation
 * that a product does not support is refused before any statement runs.
 *
 * <p>SQLite cannot change columns or constraints of an existing table; use {@link #rebuildTable} there, which works on
 * every product.
 *
 * @see Definitions
 */
public final class Operations {

    private final List<Declared> collected = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final @Nullable Class<?> source;

    /** Creates an empty collector. */
    public Operations() {
        this(null);
    }

    /** With a class, the line of each call in its source file is recorded, which costs a stack walk for each operation. */
    private Operations(@Nullable Class<?> source) {
        this.source = source;
    }

    /**
     * An operation that a migration declares.
     *
     * @param operation the operation
     * @param waivers the lint findings that the migration accepts for it
     */
    public record Declared(Operation operation, List<Waiver> waivers) {

        public Declared {
            Objects.requireNonNull(operation, "'operation' must not be null");
            waivers = List.copyOf(waivers);
        }

        private Declared with(Waiver waiver) {
            List<Waiver> more = new ArrayList<>(waivers);
            more.add(waiver);
            return new Declared(operation, more);
        }
    }

    /** Collects the operations that a migration declares, in order. Runs none of them. */
    public static List<Operation> collect(Consumer<Operations> migration) {
        List<Declared> declared = declaredBy(migration);
        List<Operation> operations = new ArrayList<>(declared.size());
        for (Declared each : declared) {
            operations.add(each.operation());
        }
        return List.copyOf(operations);
    }

    /** Collects the operations that a migration declares with their waivers, in order. Runs none of them. */
    public static List<Declared> declaredBy(Consumer<Operations> migration) {
        Operations operations = new Operations();
        migration.accept(operations);
        return List.copyOf(operations.collected);
    }

    /**
     * Returns the lines of a migration's source file on which it declares the operations of its upgrade, in order.
     *
     * @param migration the migration; its class must have been compiled with line numbers
     * @return a line for each operation; 0 or less if it is not known, for example because another class declares it
     */
    public static List<Integer> linesOf(Migration migration) {
        Operations operations = new Operations(migration.getClass());
        migration.upgrade(operations);
        return List.copyOf(operations.lines);
    }

    /**
     * Creates a table.
     *
     * <pre>{@code
     * op.createTable(
     *         "invoice",
     *         column("id", bigint()).notNull().identity(),
     *         column("number", varchar(20)).notNull(),
     *         column("customer_id", bigint()).notNull(),
     *         primaryKey("id").named("pk_invoice"),
     *         unique("uk_invoice_number", "number"),
     *         foreignKey("fk_invoice_customer", "customer_id").references("customer", "id").onDelete(CASCADE),
     *         comment("What customers owe us"));
     * }</pre>
     *
     * @param table the table's name
     * @param elements columns, constraints, a comment and options, in any order
     */
    @Support
    public void createTable(String table, Table.Element... elements) {
        add(new TableOperation.Create(table(table, elements)));
    }

    /** Drops a table by name: {@code op.dropTable("customer")}. A downgrade cannot undo this. */
    @Support
    public void dropTable(String table) {
        add(new TableOperation.Drop(name(table), null));
    }

    /**
     * Drops a table. A downgrade creates it again, without its rows and indexes.
     *
     * <pre>{@code
     * op.dropTable("customer", column("id", bigint()).notNull(), column("name", varchar(100)), primaryKey("id"));
     * }</pre>
     *
     * @param table the table's name
     * @param elements the columns, constraints, comment and options of the table
     */
    @Support
    public void dropTable(String table, Table.Element... elements) {
        add(new TableOperation.Drop(name(table), table(table, elements)));
    }

    /**
     * Renames a table: {@code op.renameTable("customer", "client")}. Its constraints and indexes keep their names. On
     * PostgreSQL, MySQL and MariaDB a name in another schema moves the table; other products refuse it.
     *
     * @param before the present name
     * @param after the new name
     */
    @Support
    public void renameTable(String before, String after) {
        add(new TableOperation.Rename(name(before), name(after)));
    }

    /**
     * Changes the comment on a table: {@code op.commentTable("customer", null, "People who buy")}. SQLite has no
     * comments, so the operation does nothing there.
     *
     * @param table the table's name
     * @param before the present comment, for the downgrade; null if the table has no comment
     * @param after the new comment; null to remove it
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void commentTable(String table, @Nullable String before, @Nullable String after) {
        add(new TableOperation.Comment(name(table), before, after));
    }

    /**
     * Makes several changes to one table. SQLite creates a new table, copies the rows and replaces the old table, like
     * Alembic's batch mode. The other products make each change with an {@code alter table}.
     *
     * <pre>{@code
     * op.rebuildTable(
     *         table("customer", column("id", bigint()).notNull(), column("email", varchar(255)), primaryKey("id"))
     *                 .indexed(index("ix_customer_email", "email")),
     *         changes -> {
     *             changes.alterColumn("customer", column("email", varchar(255)), column("email", varchar(320)));
     *             changes.addConstraint("customer", unique("uk_customer_email", "email"));
     *         });
     * }</pre>
     *
     * @param before the whole table before the change, with its indexes; on SQLite, whatever it omits is lost
     * @param changes declares the changes to columns, constraints and indexes of this table
     * @throws IllegalArgumentException if a change is not about a column, constraint or index of this table
     */
    @Support
    public void rebuildTable(Table before, Consumer<Operations> changes) {
        add(new TableOperation.Rebuild(before, collect(changes)));
    }

    /**
     * Adds a column at the end of a table.
     *
     * <pre>{@code
     * op.addColumn("customer", column("city", varchar(80)).comment("where they live"));
     * }</pre>
     *
     * <p>On SQLite, the default must be constant, and a stored generated column needs {@link #rebuildTable}.
     */
    @Support
    public void addColumn(String table, Column column) {
        add(new ColumnOperation.Add(name(table), column));
    }

    /**
     * Adds a column together with the key that consists of it. MySQL and MariaDB require this for an
     * {@code auto_increment} column. Not on SQLite, where {@link #rebuildTable} does it.
     *
     * <pre>{@code
     * op.addColumn("note", column("id", bigint()).notNull().identity(), primaryKey("id"));
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void addColumn(String table, Column column, Constraint key) {
        add(new ColumnOperation.Add(name(table), column, key));
    }

    /**
     * Adds a column without blocking other sessions. PostgreSQL adds an enum column first and validates its check
     * constraint afterwards, outside a transaction. MySQL and MariaDB refuse the statement instead of blocking writes. The
     * other products add it in the ordinary way.
     *
     * <pre>{@code
     * op.addColumn("customer", column("status", enumOf("NEW", "PAID")).concurrently());
     * }</pre>
     */
    @Support
    public void addColumn(String table, Column.Concurrent column) {
        add(new ColumnOperation.Add(name(table), column.column(), null, true));
    }

    /** Drops a column by name: {@code op.dropColumn("customer", "email")}. A downgrade cannot undo this. */
    @Support
    public void dropColumn(String table, String column) {
        add(new ColumnOperation.Drop(name(table), column, null));
    }

    /**
     * Drops a column: {@code op.dropColumn("customer", column("email", varchar(255)))}. A downgrade adds it again,
     * without its values.
     */
    @Support
    public void dropColumn(String table, Column column) {
        add(new ColumnOperation.Drop(name(table), column.name(), column));
    }

    /**
     * Drops a column. A downgrade adds it again without blocking other sessions, without its values. MySQL and MariaDB refuse
     * the drop instead of blocking writes; the other products drop the column in the ordinary way.
     *
     * <pre>{@code
     * op.dropColumn("customer", column("status", enumOf("NEW", "PAID")).concurrently());
     * }</pre>
     */
    @Support
    public void dropColumn(String table, Column.Concurrent column) {
        Column whole = column.column();
        add(new ColumnOperation.Drop(name(table), whole.name(), whole, null, true));
    }

    /**
     * Drops a column together with the key that consists of it. Not on SQLite, where {@link #rebuildTable} does it.
     *
     * <pre>{@code
     * op.dropColumn("note", column("id", bigint()).notNull().identity(), primaryKey("id"));
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropColumn(String table, Column column, Constraint key) {
        add(new ColumnOperation.Drop(name(table), column.name(), column, key));
    }

    /**
     * Changes the type, nullability, default, generation, collation or comment of a column.
     *
     * <pre>{@code
     * op.alterColumn(
     *         "customer",
     *         column("email", varchar(255)),
     *         column("email", varchar(320)).notNull().defaultValue("unknown"));
     * }</pre>
     *
     * <p>On SQLite, use {@link #rebuildTable}: this method is refused, except that a change of the comment alone does nothing,
     * because SQLite has no comments. SQL Server cannot change a column to or from an identity or generated
     * column.
     *
     * @param table the table's name
     * @param before the whole column before the change
     * @param after the whole column after the change, with the same name
     * @throws IllegalArgumentException if the two names differ; use {@link #renameColumn}
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void alterColumn(String table, Column before, Column after) {
        add(new ColumnOperation.Alter(name(table), before, after));
    }

    /**
     * Changes a column without blocking other sessions, where the product can. PostgreSQL sets {@code not null}, and
     * adds the check constraint of an enum column, with a constraint that it validates while other sessions read and
     * write, outside a transaction. It makes other changes, and the other products make all changes, in the ordinary
     * way; but MySQL and MariaDB refuse a change that would block writes, unless it always does. On SQLite, use {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.alterColumn(
     *         "customer",
     *         column("email", varchar(255)),
     *         column("email", varchar(255)).notNull().concurrently());
     * }</pre>
     *
     * @param table the table's name
     * @param before the whole column before the change
     * @param after the whole column after the change, with the same name
     * @throws IllegalArgumentException if the two names differ; use {@link #renameColumn}
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void alterColumn(String table, Column before, Column.Concurrent after) {
        add(new ColumnOperation.Alter(name(table), before, after.column(), null, null, true));
    }

    /**
     * Changes a column and converts its values by an SQL expression. Not on SQLite, where {@link #rebuildTable} does it.
     *
     * <pre>{@code
     * op.alterColumn("customer", column("age", varchar(10)), column("age", integer()), using("length(age)"));
     * }</pre>
     *
     * @param table the table's name
     * @param before the whole column before the change
     * @param after the whole column after the change, with the same name
     * @param using the expressions that convert the values
     * @throws IllegalArgumentException if the two names differ; use {@link #renameColumn}
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void alterColumn(String table, Column before, Column after, Using using) {
        add(new ColumnOperation.Alter(name(table), before, after, using.expression(), using.back()));
    }

    /**
     * Renames a column: {@code op.renameColumn("customer", "email", "mail")}. Constraints and indexes refer to the new
     * name.
     */
    @Support
    public void renameColumn(String table, String before, String after) {
        add(new ColumnOperation.Rename(name(table), before, after));
    }

    /**
     * Adds a primary key, unique constraint, foreign key or check constraint. On SQLite, use {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.addConstraint("customer", check("ck_customer_id", "id > 0"));
     * op.addConstraint("purchase", foreignKey("fk_purchase_customer", "customer_id").references("customer", "id"));
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void addConstraint(String table, Constraint constraint) {
        add(new ConstraintOperation.Add(name(table), constraint));
    }

    /**
     * Adds a foreign key or check constraint without checking the existing rows (PostgreSQL {@code not valid}, H2 {@code
     * nocheck}, SQL Server {@code with nocheck}). MySQL and MariaDB check the rows nevertheless. HSQLDB and SQLite refuse
     * it.
     *
     * <pre>{@code
     * op.addConstraint(
     *         "purchase",
     *         foreignKey("fk_purchase_customer", "customer_id").references("customer", "id").notValid());
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, SQL_SERVER})
    public void addConstraint(String table, Constraint.NotValid constraint) {
        add(new ConstraintOperation.Add(name(table), constraint.constraint(), true));
    }

    /**
     * Adds a constraint without blocking other sessions. On PostgreSQL, several statements do this outside a
     * transaction. A foreign key or check constraint is added without a check of the existing rows and then validated.
     * A unique constraint or primary key gets an index that is built concurrently. The columns of a primary key must be
     * {@code not null} before. MySQL and MariaDB refuse a key instead of blocking writes. The other products add it in
     * the ordinary way. On SQLite, use {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.addConstraint("customer", unique("uk_customer_email", "email").concurrently());
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void addConstraint(String table, Constraint.Concurrent constraint) {
        add(new ConstraintOperation.Add(name(table), constraint.constraint(), false, true));
    }

    /**
     * Drops a constraint by name: {@code op.dropConstraint("purchase", "fk_purchase_customer")}. A downgrade cannot
     * undo this. On SQLite, use {@link #rebuildTable}.
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropConstraint(String table, String constraint) {
        add(new ConstraintOperation.Drop(name(table), constraint));
    }

    /**
     * Drops a constraint; a downgrade adds it again. On SQLite, use {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.dropConstraint("customer", unique("uk_customer_email", "email"));
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropConstraint(String table, Constraint constraint) {
        add(new ConstraintOperation.Drop(name(table), constraint));
    }

    /**
     * Drops a constraint; a downgrade adds it again without checking the rows. On SQLite, use {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.dropConstraint(
     *         "purchase",
     *         foreignKey("fk_purchase_customer", "customer_id").references("customer", "id").notValid());
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropConstraint(String table, Constraint.NotValid constraint) {
        Constraint whole = constraint.constraint();
        add(new ConstraintOperation.Drop(name(table), whole.name(), whole, true));
    }

    /**
     * Drops a constraint; a downgrade adds it again without blocking other sessions. On SQLite, use
     * {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.dropConstraint("customer", unique("uk_customer_email", "email").concurrently());
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropConstraint(String table, Constraint.Concurrent constraint) {
        Constraint whole = constraint.constraint();
        add(new ConstraintOperation.Drop(name(table), whole.name(), whole, false, true));
    }

    /**
     * Renames a constraint. MySQL and MariaDB do not name primary keys, so renaming one does nothing there. On SQLite,
     * use {@link #rebuildTable}.
     *
     * <pre>{@code
     * op.renameConstraint("customer", unique("uk_customer_email", "email"), "uk_customer_mail");
     * }</pre>
     *
     * @param table the table's name
     * @param before the whole constraint with its present name
     * @param after the new name
     * @throws NullPointerException if the constraint has no name
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void renameConstraint(String table, Constraint before, String after) {
        add(new ConstraintOperation.Rename(name(table), before, after));
    }

    /**
     * Creates an index.
     *
     * <pre>{@code
     * op.createIndex("customer", index("ix_customer_email", "email"));
     * op.createIndex("customer", index("ix_customer_name", "name").descending("email").asUnique());
     * }</pre>
     *
     * <p>Expressions need PostgreSQL, MySQL or SQLite. A {@code where} condition needs PostgreSQL, SQLite or SQL
     * Server. {@code nullsFirst} and {@code nullsLast} need PostgreSQL or H2. {@code using} needs PostgreSQL, MySQL or
     * MariaDB.
     */
    @Support
    public void createIndex(String table, Index index) {
        add(new IndexOperation.Create(name(table), index));
    }

    /**
     * Creates an index without blocking writes. PostgreSQL builds it outside a transaction. MySQL and MariaDB refuse the
     * statement instead of blocking writes. The other products create an ordinary index.
     *
     * <pre>{@code
     * op.createIndex("customer", index("ix_customer_email", "email").concurrently());
     * }</pre>
     */
    @Support
    public void createIndex(String table, Index.Concurrent index) {
        add(new IndexOperation.Create(name(table), index.index(), true));
    }

    /** Drops an index by name: {@code op.dropIndex("customer", "ix_customer_email")}. A downgrade cannot undo this. */
    @Support
    public void dropIndex(String table, String index) {
        dropIndex(table, new Index(index, List.of()));
    }

    /**
     * Drops an index; a downgrade creates it again.
     *
     * <pre>{@code
     * op.dropIndex("customer", index("ix_customer_email", "email"));
     * }</pre>
     */
    @Support
    public void dropIndex(String table, Index index) {
        add(new IndexOperation.Drop(name(table), index));
    }

    /**
     * Drops an index without blocking other sessions. PostgreSQL drops it outside a transaction; on other products this
     * is an ordinary drop. A downgrade creates the index again in the same way.
     *
     * <pre>{@code
     * op.dropIndex("customer", index("ix_customer_email", "email").concurrently());
     * }</pre>
     */
    @Support
    public void dropIndex(String table, Index.Concurrent index) {
        add(new IndexOperation.Drop(name(table), index.index(), true));
    }

    /**
     * Renames an index. SQLite cannot: drop the index and create it again.
     *
     * <pre>{@code
     * op.renameIndex("customer", "ix_customer_email", "ix_customer_mail");
     * }</pre>
     */
    @Support({POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void renameIndex(String table, String before, String after) {
        add(new IndexOperation.Rename(name(table), before, after));
    }

    /**
     * Creates a sequence. Not on MySQL and SQLite, which have no sequences.
     *
     * <pre>{@code
     * op.createSequence(sequence("customer_seq").incrementBy(50), startAfter("customer", "id"));
     * }</pre>
     *
     * @param sequence the sequence
     * @param startAfter the columns that get their values from the sequence and may contain rows. The sequence starts
     *     after the largest value, so that the next insert does not collide
     */
    @Support({POSTGRESQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void createSequence(Sequence sequence, NumberedColumn... startAfter) {
        add(new SequenceOperation.Create(sequence, Arrays.asList(startAfter)));
    }

    /**
     * Drops a sequence by name: {@code op.dropSequence("customer_seq")}. A downgrade cannot undo this. Not on MySQL and
     * SQLite, which have no sequences.
     */
    @Support({POSTGRESQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropSequence(String sequence) {
        add(new SequenceOperation.Drop(name(sequence), null));
    }

    /**
     * Drops a sequence; a downgrade creates it again. Not on MySQL and SQLite, which have no sequences.
     *
     * <pre>{@code
     * op.dropSequence(sequence("customer_seq").incrementBy(50), startAfter("customer", "id"));
     * }</pre>
     *
     * @param sequence the sequence
     * @param startAfter the columns after whose values the downgrade starts the sequence
     */
    @Support({POSTGRESQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void dropSequence(Sequence sequence, NumberedColumn... startAfter) {
        add(new SequenceOperation.Drop(sequence.name(), sequence, Arrays.asList(startAfter)));
    }

    /**
     * Changes the numbers of a sequence. Not on MySQL and SQLite, which have no sequences.
     *
     * <pre>{@code
     * op.alterSequence(
     *         sequence("customer_seq").incrementBy(50), sequence("customer_seq").maximum(5000L).cycling());
     * }</pre>
     *
     * @param before the whole sequence before the change
     * @param after the whole sequence after the change, with the same name
     */
    @Support({POSTGRESQL, MARIADB, H2, HSQLDB, SQL_SERVER})
    public void alterSequence(Sequence before, Sequence after) {
        add(new SequenceOperation.Alter(before, after));
    }

    /**
     * Renames a sequence (PostgreSQL, MariaDB, HSQLDB, SQL Server).
     *
     * <pre>{@code
     * op.renameSequence("customer_seq", "client_seq");
     * }</pre>
     *
     * @param before the present name
     * @param after the new name; in another schema only on PostgreSQL
     */
    @Support({POSTGRESQL, MARIADB, HSQLDB, SQL_SERVER})
    public void renameSequence(String before, String after) {
        add(new SequenceOperation.Rename(name(before), name(after)));
    }

    /**
     * Creates a named enum type: {@code op.createEnum(enumType("mood", "HAPPY", "SAD"))} (PostgreSQL; a domain on H2). On
     * other products, use {@link Definitions#enumOf} or a check constraint.
     */
    @Support({POSTGRESQL, H2})
    public void createEnum(EnumType type) {
        add(new TypeOperation.Create(type));
    }

    /** Drops a named enum type by name: {@code op.dropEnum("mood")} (PostgreSQL, H2). A downgrade cannot undo this. */
    @Support({POSTGRESQL, H2})
    public void dropEnum(String type) {
        add(new TypeOperation.Drop(new EnumType(name(type), List.of())));
    }

    /**
     * Drops a named enum type; a downgrade creates it again: {@code op.dropEnum(enumType("mood", "HAPPY", "SAD"))}
     * (PostgreSQL, H2).
     */
    @Support({POSTGRESQL, H2})
    public void dropEnum(EnumType type) {
        add(new TypeOperation.Drop(type));
    }

    /**
     * Adds a value at the end of a named enum type: {@code op.addEnumValue("mood", "ELATED")} (PostgreSQL). A
     * downgrade cannot undo this; {@link #alterEnum} can be undone.
     */
    @Support({POSTGRESQL})
    public void addEnumValue(String type, String value) {
        add(new TypeOperation.AddValue(name(type), value));
    }

    /**
     * Changes the values of a named enum type (PostgreSQL, H2). PostgreSQL adds new values in place. Where a
     * value is removed or moved, the type is created again and its columns are converted.
     *
     * <pre>{@code
     * op.alterEnum(
     *         enumType("mood", "HAPPY", "SAD"),
     *         enumType("mood", "HAPPY"),
     *         usedBy("person", column("mood", type("mood")).defaultExpression("'HAPPY'")));
     * }</pre>
     *
     * @param before the type before the change
     * @param after the type after the change, with the same name
     * @param uses the columns of this type
     */
    @Support({POSTGRESQL, H2})
    public void alterEnum(EnumType before, EnumType after, TypeOperation.Use... uses) {
        add(new TypeOperation.Alter(before, after, Arrays.asList(uses)));
    }

    /**
     * Inserts rows; a downgrade deletes them.
     *
     * <pre>{@code
     * op.insert("role", columns("id", "name"), row(1, "admin"), row(2, "guest"));
     * }</pre>
     *
     * @param table the table's name
     * @param columns the columns that get values
     * @param rows the values of each row, in the order of the columns; null for SQL null
     * @throws IllegalArgumentException if a row has more or fewer values than there are columns
     */
    @Support
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void insert(String table, List<String> columns, List<@Nullable Object>... rows) {
        add(new DataOperation.Insert(name(table), columns, Arrays.asList(rows)));
    }

    /**
     * Inserts rows, for example those of a CSV file; a downgrade deletes them.
     *
     * <pre>{@code
     * op.insert("country", csv(getClass(), "countries.csv"));
     * }</pre>
     *
     * @param table the table's name
     * @param rows the rows
     */
    @Support
    public void insert(String table, Rows rows) {
        add(new DataOperation.Insert(name(table), rows.columns(), rows.rows()));
    }

    /**
     * Inserts rows, and updates those that already exist with the same key. A downgrade cannot undo this, because the former
     * rows are not known: name them with {@link #upsert(String, List, Rows, Rows)}, or override
     * {@link Migration#downgrade}.
     *
     * <pre>{@code
     * op.upsert("country", key("code"), csv(getClass(), "countries.csv"));
     * op.upsert("country", key("code"), rows(columns("code", "name"), row("FR", "France"), row("IT", "Italy")));
     * }</pre>
     *
     * @param table the table's name
     * @param key the columns that identify a row; on PostgreSQL and SQLite, they must be a primary key or unique
     * @param rows the rows
     * @throws IllegalArgumentException if the rows lack a column of the key, or if the key of a row contains null or is
     *     that of another row
     */
    @Support
    public void upsert(String table, List<String> key, Rows rows) {
        add(new DataOperation.Upsert(name(table), key, null, rows));
    }

    /**
     * Replaces rows that an earlier revision wrote: deletes those whose keys are missing, and inserts or updates the
     * others. A downgrade restores the former rows, and deletes those that are not among them.
     *
     * <pre>{@code
     * op.upsert("country", key("code"), csv(getClass(), "countries.csv"), csv(getClass(), "countries-2.csv"));
     * op.upsert("country", key("code"), noRows(), csv(getClass(), "countries.csv"));
     * }</pre>
     *
     * @param table the table's name
     * @param key the columns that identify a row; on PostgreSQL and SQLite, they must be a primary key or unique
     * @param before the rows with these keys before this revision; {@link Definitions#noRows()} if no database has any
     * @param after the rows after this revision
     * @throws IllegalArgumentException if the rows lack a column of the key, or if the key of a row contains null or is
     *     that of another row
     */
    @Support
    public void upsert(String table, List<String> key, Rows before, Rows after) {
        add(new DataOperation.Upsert(name(table), key, before, after));
    }

    /**
     * Fills rows in batches by ranges of the primary key, each committed with its progress. An interrupted backfill
     * continues where it stopped. It ends only if no row is left that meets the condition. The revision runs outside a
     * transaction; a downgrade leaves the values.
     *
     * <pre>{@code
     * op.backfill("customer", set("email", "lower(mail)").where("email is null and mail is not null"));
     * }</pre>
     *
     * @param table the table's name
     * @param fill the values, and the condition of the rows that are not filled
     */
    @Support
    public void backfill(String table, Fill fill) {
        add(new DataOperation.Backfill(name(table), fill, null, Batches.STANDARD));
    }

    /**
     * Fills rows in batches; a downgrade fills them with other values, also in batches.
     *
     * <pre>{@code
     * op.backfill(
     *         "invoice",
     *         set("total_cents", "round(total * 100)").where("total_cents is null"),
     *         set("total_cents", "null").where("total_cents is not null"));
     * }</pre>
     *
     * @param table the table's name
     * @param fill the values, and the condition of the rows that are not filled
     * @param undo what the downgrade fills
     */
    @Support
    public void backfill(String table, Fill fill, Fill undo) {
        add(new DataOperation.Backfill(name(table), fill, undo, Batches.STANDARD));
    }

    /**
     * Fills rows in batches of your choice; a downgrade leaves the values.
     *
     * <pre>{@code
     * op.backfill(
     *         "customer",
     *         set("email", "lower(mail)").where("email is null and mail is not null"),
     *         batches().key("number").rows(2_000).pauseMillis(200));
     * }</pre>
     *
     * @param table the table's name
     * @param fill the values, and the condition of the rows that are not filled
     * @param batches how the rows are divided
     */
    @Support
    public void backfill(String table, Fill fill, Batches batches) {
        add(new DataOperation.Backfill(name(table), fill, null, batches));
    }

    /**
     * Fills rows in batches of your choice; a downgrade fills them with other values.
     *
     * <pre>{@code
     * op.backfill(
     *         "invoice",
     *         set("total_cents", "round(total * 100)").where("total_cents is null"),
     *         set("total_cents", "null").where("total_cents is not null"),
     *         batches().rows(2_000));
     * }</pre>
     *
     * @param table the table's name
     * @param fill the values, and the condition of the rows that are not filled
     * @param undo what the downgrade fills
     * @param batches how the rows are divided
     * @see #backfill(String, Fill, Fill)
     */
    @Support
    public void backfill(String table, Fill fill, Fill undo, Batches batches) {
        add(new DataOperation.Backfill(name(table), fill, undo, batches));
    }

    /**
     * Deletes exactly these rows; the migration fails if one of them does not exist. A downgrade inserts them again.
     *
     * <pre>{@code
     * op.delete("customer", columns("id", "name"), row(1, "Ada"), row(2, "Bob"));
     * }</pre>
     *
     * @param table the table's name
     * @param columns the columns that identify the rows; for the downgrade, all columns that need a value
     * @param rows the values of each row, in the order of the columns; null for SQL null
     * @throws IllegalArgumentException if a row has more or fewer values than there are columns
     */
    @Support
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void delete(String table, List<String> columns, List<@Nullable Object>... rows) {
        add(new DataOperation.Delete(name(table), columns, Arrays.asList(rows)));
    }

    /**
     * Runs one SQL statement unchanged. A downgrade cannot undo this.
     *
     * <pre>{@code
     * op.execute("update customer set email = lower(email)");
     * }</pre>
     *
     * @param sql the statement, without a semicolon at its end
     */
    @Support
    public void execute(String sql) {
        add(new DataOperation.Execute(sql, null));
    }

    /**
     * Runs one SQL statement unchanged; a downgrade runs the other one.
     *
     * <pre>{@code
     * op.execute("create view adult as select * from customer where age >= 18", "drop view adult");
     * }</pre>
     *
     * @param sql the statement, without a semicolon at its end
     * @param undo the statement of the downgrade, without a semicolon at its end; empty if nothing needs to be undone
     */
    @Support
    public void execute(String sql, String undo) {
        add(new DataOperation.Execute(sql, undo));
    }

    /**
     * Runs one SQL statement unchanged and declares what it does to the schema. A downgrade cannot undo this.
     *
     * <pre>{@code
     * op.execute("alter table customer drop column fax cascade", means -> means.dropColumn("customer", "fax"));
     * }</pre>
     *
     * @param sql the statement, without a semicolon at its end
     * @param means declares the operations that make the same change to the schema; none if the statement does not
     *     change it. They are never sent
     * @throws IllegalArgumentException if {@code means} changes rows, executes SQL or runs code
     */
    @Support
    public void execute(String sql, Consumer<Operations> means) {
        add(new DataOperation.Execute(sql, null, collect(means)));
    }

    /**
     * Runs one SQL statement unchanged and declares what it does to the schema. A downgrade runs the other statement,
     * which reverses the declared changes.
     *
     * <pre>{@code
     * op.execute(
     *         "alter table customer add column fax varchar(20) invisible",
     *         "alter table customer drop column fax",
     *         means -> means.addColumn("customer", column("fax", varchar(20))));
     * }</pre>
     *
     * <p>Without a declaration, comparisons with the history skip the tables that the statement changes.
     *
     * @param sql the statement, without a semicolon at its end
     * @param undo the statement of the downgrade, without a semicolon at its end; empty if nothing needs to be undone
     * @param means declares the operations that make the same change to the schema as the first statement; none if the
     *     statement does not change it. They are never sent
     * @throws IllegalArgumentException if {@code means} changes rows, executes SQL or runs code
     */
    @Support
    public void execute(String sql, String undo, Consumer<Operations> means) {
        add(new DataOperation.Execute(sql, undo, collect(means)));
    }

    /**
     * Runs one SQL statement unchanged and fails unless it changes exactly this number of rows.
     *
     * <pre>{@code
     * op.execute("update customer set name = 'Eve' where id = 1", expectRows(1));
     * }</pre>
     */
    @Support
    public void execute(String sql, ExpectedRows rows) {
        add(new DataOperation.Execute(sql, null, rows.count(), null));
    }

    /**
     * Runs one SQL statement unchanged; a downgrade runs the other one. Each must change exactly this number of rows.
     *
     * <pre>{@code
     * op.execute(
     *         "update customer set name = 'Eve' where id = 1",
     *         "update customer set name = 'Ada' where id = 1",
     *         expectRows(1));
     * }</pre>
     */
    @Support
    public void execute(String sql, String undo, ExpectedRows rows) {
        add(new DataOperation.Execute(sql, undo, rows.count(), null));
    }

    /**
     * Runs one SQL statement unchanged, which must change exactly this number of rows, and declares what it does to the
     * schema. A downgrade cannot undo this.
     *
     * <pre>{@code
     * op.execute("update customer set name = 'Eve' where id = 1", expectRows(1), means -> {});
     * }</pre>
     *
     * @see #execute(String, Consumer)
     */
    @Support
    public void execute(String sql, ExpectedRows rows, Consumer<Operations> means) {
        add(new DataOperation.Execute(sql, null, rows.count(), collect(means)));
    }

    /**
     * Runs one SQL statement unchanged and declares what it does to the schema; a downgrade runs the other one. Each must
     * change exactly this number of rows.
     *
     * <pre>{@code
     * op.execute(
     *         "update customer set name = 'Eve' where id = 1",
     *         "update customer set name = 'Ada' where id = 1",
     *         expectRows(1),
     *         means -> {});
     * }</pre>
     *
     * @see #execute(String, String, Consumer)
     */
    @Support
    public void execute(String sql, String undo, ExpectedRows rows, Consumer<Operations> means) {
        add(new DataOperation.Execute(sql, undo, rows.count(), collect(means)));
    }

    /**
     * Runs Java code on the migration's connection, inside its transaction. A script cannot contain it, and a downgrade
     * cannot undo it.
     *
     * <pre>{@code
     * op.work("hash passwords", connection -> {
     *     try (var select = connection.prepareStatement("select id, password from account")) {
     *         // ...
     *     }
     * });
     * }</pre>
     *
     * @param name a short description, for plans and messages
     * @param code the code; it cannot close the connection and, in a transactional revision, not commit or roll back
     */
    @Support
    public void work(String name, Statement.Work.Code code) {
        add(new DataOperation.Work(name, code, null));
    }

    /**
     * Runs Java code on the migration's connection, inside its transaction; a downgrade runs the other code. A script
     * cannot contain it.
     *
     * <pre>{@code
     * op.work("encrypt notes", connection -> Notes.encrypt(connection), connection -> Notes.decrypt(connection));
     * }</pre>
     *
     * @param name a short description, for plans and messages
     * @param code the code of the upgrade; it cannot close the connection and, in a transactional revision, not commit
     *     or roll back
     * @param undo the code of the downgrade
     */
    @Support
    public void work(String name, Statement.Work.Code code, Statement.Work.Code undo) {
        add(new DataOperation.Work(name, code, undo));
    }

    /**
     * Runs Java code on the migration's connection, inside its transaction, and declares what it does to the schema. A
     * script cannot contain it.
     *
     * <pre>{@code
     * op.work("split names", connection -> NameSplit.run(connection), null, means -> {
     *     means.addColumn("customer", column("first_name", varchar(80)));
     *     means.addColumn("customer", column("last_name", varchar(80)));
     * });
     * }</pre>
     *
     * @param name a short description, for plans and messages
     * @param code the code of the upgrade; it cannot close the connection and, in a transactional revision, not commit
     *     or roll back
     * @param undo the code of the downgrade; null if a downgrade cannot undo this
     * @param means declares the operations that make the same change to the schema as the code; none if the code does not
     *     change it. They are never sent
     * @throws IllegalArgumentException if {@code means} changes rows, executes SQL or runs code
     */
    @Support
    public void work(
            String name, Statement.Work.Code code, Statement.Work.@Nullable Code undo, Consumer<Operations> means) {
        add(new DataOperation.Work(name, code, undo, collect(means)));
    }

    /**
     * Adds an operation of your own, for example one that creates a view or a trigger. {@link CustomOperation} shows
     * how to write one.
     *
     * <pre>{@code
     * op.custom(new View("adult", "select * from customer where age >= 18", true));
     * }</pre>
     */
    @Support
    public void custom(CustomOperation operation) {
        add(operation);
    }

    /**
     * Adds operations and accepts what a lint rule finds about them. The reason is for reviewers; it is not part of the
     * checksum, so it can be added to a revision that is applied.
     *
     * <pre>{@code
     * op.allow("drop-column", "no release since 1.4 maps fax", o -> o.dropColumn("customer", "fax"));
     * }</pre>
     *
     * @param rule the id of the rule, as findings show it
     * @param reason why the finding is accepted
     * @param code declares the operations
     * @throws IllegalArgumentException if the rule or the reason is null or blank, or the code declares no operation
     */
    @Support
    public void allow(String rule, String reason, Consumer<Operations> code) {
        Waiver waiver = new Waiver(rule, reason);
        List<Declared> accepted = declaredBy(code);
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException(
                    "a waiver of the rule " + waiver.rule() + " needs an operation inside op.allow(...)");
        }
        for (Declared declared : accepted) {
            collect(declared.with(waiver));
        }
    }

    /**
     * Adds the reverse of every operation that the code declares, last first. The default {@link Migration#downgrade}
     * calls it with the upgrade. Dropped tables drop their indexes, so no separate operation drops those.
     *
     * <pre>{@code
     * op.reverse(this::upgrade);
     * }</pre>
     *
     * @throws IrreversibleException if one of the operations has no reverse
     */
    @Support
    public void reverse(Consumer<Operations> code) {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : collect(code)) {
            reversed.add(0, operation.reverse().orElseThrow(() -> new IrreversibleException(operation)));
        }
        Operation.withoutIndexesOfDroppedTables(reversed).forEach(this::add);
    }

    private void add(Operation operation) {
        collect(new Declared(operation, List.of()));
    }

    private void collect(Declared declared) {
        collected.add(declared);
        if (source != null) {
            lines.add(line(source));
        }
    }

    private static int line(Class<?> source) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(source.getName()))
                        .mapToInt(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(0));
    }

    private static Table table(String name, Table.Element... elements) {
        return Table.of(name(name), Arrays.asList(elements));
    }

    private static QualifiedName name(String typed) {
        return QualifiedName.parse(typed);
    }
}
