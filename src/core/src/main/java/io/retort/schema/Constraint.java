package io.retort.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint of a table: primary key, unique constraint, foreign key or check constraint. */
public sealed interface Constraint extends Table.Element {

    /** The name, written as in SQL; null only for a primary key that the database names itself. */
    @Nullable
    String name();

    /** Returns a copy with another name. */
    Constraint named(String name);

    /** Returns a description for messages: {@code unique uk_user_email (email)}. */
    String description();

    /** Returns the kind, and the name if it is written, for messages: {@code unique uk_user_email}. */
    String title();

    /**
     * A foreign key or check constraint that is added without a check of the existing rows.
     *
     * @param constraint the constraint
     */
    record NotValid(Constraint constraint) {}

    /**
     * A constraint that is added without blocking other sessions.
     *
     * @param constraint the constraint
     */
    record Concurrent(Constraint constraint) {}

    /**
     * Returns this constraint for an addition that does not block other sessions. PostgreSQL needs several statements
     * outside a transaction. A foreign key or check constraint is added without a check of the existing rows and then
     * validated. A key gets an index that is built concurrently. MySQL and MariaDB refuse a key instead of blocking
     * writes, and add other constraints in the ordinary way, as the other products do.
     */
    Concurrent concurrently();

    /** When a constraint is checked. */
    enum Deferral {
        /** After each statement. */
        NOT_DEFERRABLE,
        /** After each statement, unless the transaction defers the check. */
        DEFERRABLE,
        /** At the end of the transaction. */
        INITIALLY_DEFERRED
    }

    /** What happens to a referencing row when the referenced row is deleted or its key is updated. */
    enum Action {
        /** The change is refused if the row still references the key when the constraint is checked. */
        NO_ACTION("no action"),
        /** The change is refused at once. */
        RESTRICT("restrict"),
        /** The row is deleted or updated, too. */
        CASCADE("cascade"),
        /** The referencing columns become null. */
        SET_NULL("set null"),
        /** The referencing columns get their defaults. */
        SET_DEFAULT("set default");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        /** Returns the SQL of the action: {@code set null}. */
        public String sql() {
            return sql;
        }
    }

    /**
     * A primary key.
     *
     * @param name the name; null if the database names it
     * @param columns the columns, in order
     */
    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey named(String value) {
            return new PrimaryKey(value, columns);
        }

        @Override
        public Concurrent concurrently() {
            return new Concurrent(this);
        }

        @Override
        public String title() {
            return "primary key";
        }

        @Override
        public String description() {
            return title() + " (" + String.join(", ", columns) + ")";
        }
    }

    /**
     * A unique constraint.
     *
     * @param name the name
     * @param columns the columns, in order
     * @param nullsNotDistinct whether two nulls are equal
     * @param deferral when the constraint is checked
     */
    record Unique(String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral)
            implements Constraint {

        public Unique {
            columns = List.copyOf(columns);
        }

        /** Creates a constraint that is not deferrable and in which nulls are distinct. */
        public Unique(String name, List<String> columns) {
            this(name, columns, false, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Unique named(String value) {
            return new Unique(value, columns, nullsNotDistinct, deferral);
        }

        /** Returns a copy in which two nulls are equal (PostgreSQL 15 and later, H2, SQL Server). */
        public Unique nullsEqual() {
            return new Unique(name, columns, true, deferral);
        }

        /** Returns a copy that is checked at another time (PostgreSQL). */
        public Unique deferred(Deferral value) {
            return new Unique(name, columns, nullsNotDistinct, value);
        }

        @Override
        public Concurrent concurrently() {
            return new Concurrent(this);
        }

        @Override
        public String title() {
            return "unique " + name;
        }

        @Override
        public String description() {
            return title() + " (" + String.join(", ", columns) + ")";
        }
    }

    /**
     * A foreign key.
     *
     * @param name the name
     * @param columns the referencing columns, in order
     * @param referencedTable the referenced table
     * @param referencedColumns the referenced columns, in the order of {@code columns}
     * @param onDelete what happens when the referenced row is deleted
     * @param onUpdate what happens when the referenced key is updated
     * @param deferral when the constraint is checked
     */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName referencedTable,
            List<String> referencedColumns,
            Action onDelete,
            Action onUpdate,
            Deferral deferral)
            implements Constraint {

        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }

        @Override
        public ForeignKey named(String value) {
            return new ForeignKey(value, columns, referencedTable, referencedColumns, onDelete, onUpdate, deferral);
        }

        /** Returns a copy that references these columns: {@code references("customer", "id")}. */
        public ForeignKey references(String table, String... referenced) {
            return references(QualifiedName.parse(table), Arrays.asList(referenced));
        }

        /** Returns a copy that references these columns. */
        public ForeignKey references(QualifiedName table, List<String> referenced) {
            return new ForeignKey(name, columns, table, referenced, onDelete, onUpdate, deferral);
        }

        /** Returns a copy with another action for deletions. */
        public ForeignKey onDelete(Action action) {
            return new ForeignKey(name, columns, referencedTable, referencedColumns, action, onUpdate, deferral);
        }

        /** Returns a copy with another action for updates of the key. */
        public ForeignKey onUpdate(Action action) {
            return new ForeignKey(name, columns, referencedTable, referencedColumns, onDelete, action, deferral);
        }

        /** Returns a copy that is checked at another time (PostgreSQL, SQLite). */
        public ForeignKey deferred(Deferral value) {
            return new ForeignKey(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, value);
        }

        /**
         * Returns this foreign key for an addition that does not check the existing rows (PostgreSQL, H2, SQL Server).
         * MySQL and MariaDB check them nevertheless; HSQLDB and SQLite refuse it.
         */
        public NotValid notValid() {
            return new NotValid(this);
        }

        @Override
        public Concurrent concurrently() {
            return new Concurrent(this);
        }

        @Override
        public String title() {
            return "foreign key " + name;
        }

        @Override
        public String description() {
            return title() + " (" + String.join(", ", columns) + ") to " + referencedTable
                    + (referencedColumns.isEmpty() ? "" : " (" + String.join(", ", referencedColumns) + ")")
                    + (onDelete == Action.NO_ACTION ? "" : " on delete " + onDelete.sql())
                    + (onUpdate == Action.NO_ACTION ? "" : " on update " + onUpdate.sql())
                    + switch (deferral) {
                        case NOT_DEFERRABLE -> "";
                        case DEFERRABLE -> " deferrable";
                        case INITIALLY_DEFERRED -> " initially deferred";
                    };
        }
    }

    /**
     * A check constraint.
     *
     * @param name the name
     * @param expression the condition in SQL, without the parentheses around it
     */
    record Check(String name, String expression) implements Constraint {

        @Override
        public Check named(String value) {
            return new Check(value, expression);
        }

        /**
         * Returns this check constraint for an addition that does not check the existing rows (PostgreSQL, H2, SQL
         * Server). MySQL and MariaDB check them nevertheless; HSQLDB and SQLite refuse it.
         */
        public NotValid notValid() {
            return new NotValid(this);
        }

        @Override
        public Concurrent concurrently() {
            return new Concurrent(this);
        }

        @Override
        public String title() {
            return "check " + name;
        }

        @Override
        public String description() {
            return title() + " (" + expression + ")";
        }
    }
}
