package io.retort.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that a table's rows keep. */
public sealed interface Constraint extends Table.Element {

    /** The constraint's name, as typed; null only for a primary key that the database names itself. */
    @Nullable
    String name();

    /** The same rule under another name. */
    Constraint named(String name);

    /** The constraint as a person says it: {@code unique uk_user_email (email)}. */
    String description();

    /** When a constraint is looked at: after each statement, or at the end of the transaction. */
    enum Deferral {
        NOT_DEFERRABLE,
        DEFERRABLE,
        INITIALLY_DEFERRED
    }

    /** What happens to a referencing row when the row that it references is deleted or its key changes. */
    enum Action {
        NO_ACTION("no action"),
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null"),
        SET_DEFAULT("set default");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    /** The columns that tell rows apart. */
    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey named(String value) {
            return new PrimaryKey(value, columns);
        }

        @Override
        public String description() {
            return "primary key (" + String.join(", ", columns) + ")";
        }
    }

    /** Columns whose values together occur once. */
    record Unique(String name, List<String> columns, boolean nullsNotDistinct, Deferral deferral)
            implements Constraint {

        public Unique {
            columns = List.copyOf(columns);
        }

        public Unique(String name, List<String> columns) {
            this(name, columns, false, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Unique named(String value) {
            return new Unique(value, columns, nullsNotDistinct, deferral);
        }

        /** Two nulls count as equal (PostgreSQL 15). */
        public Unique nullsEqual() {
            return new Unique(name, columns, true, deferral);
        }

        public Unique deferred(Deferral value) {
            return new Unique(name, columns, nullsNotDistinct, value);
        }

        @Override
        public String description() {
            return "unique " + name + " (" + String.join(", ", columns) + ")";
        }
    }

    /** Columns whose values occur in another table. */
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

        public ForeignKey references(String table, String... referenced) {
            return references(QualifiedName.parse(table), Arrays.asList(referenced));
        }

        public ForeignKey references(QualifiedName table, List<String> referenced) {
            return new ForeignKey(name, columns, table, referenced, onDelete, onUpdate, deferral);
        }

        public ForeignKey onDelete(Action action) {
            return new ForeignKey(name, columns, referencedTable, referencedColumns, action, onUpdate, deferral);
        }

        public ForeignKey onUpdate(Action action) {
            return new ForeignKey(name, columns, referencedTable, referencedColumns, onDelete, action, deferral);
        }

        public ForeignKey deferred(Deferral value) {
            return new ForeignKey(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, value);
        }

        @Override
        public String description() {
            return "foreign key " + name + " (" + String.join(", ", columns) + ") to " + referencedTable + " ("
                    + String.join(", ", referencedColumns) + ")";
        }
    }

    /** A condition that every row meets, in SQL. */
    record Check(String name, String expression) implements Constraint {

        @Override
        public Check named(String value) {
            return new Check(value, expression);
        }

        @Override
        public String description() {
            return "check " + name + " (" + expression + ")";
        }
    }
}
