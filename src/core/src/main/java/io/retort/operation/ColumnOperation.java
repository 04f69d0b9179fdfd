package io.retort.operation;

import io.retort.internal.sql.ColumnReferences;
import io.retort.internal.sql.RenamedReferences;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations on the columns of a table. */
public sealed interface ColumnOperation extends Operation {

    /** Returns the table of the column. */
    QualifiedName table();

    @Override
    default Optional<QualifiedName> subject() {
        return Optional.of(table());
    }

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.of(table());
    }

    /**
     * Adds a column at the end of a table.
     *
     * @param table the table
     * @param column the column
     * @param key the key that consists of this column, for MySQL and MariaDB, where {@code auto_increment} requires
     *     one; null if the column is not such a key
     * @param concurrently whether to add it without blocking other sessions: in several statements outside a transaction
     *     (PostgreSQL), or with {@code lock=none} (MySQL, MariaDB); ignored elsewhere
     */
    record Add(QualifiedName table, Column column, @Nullable Constraint key, boolean concurrently)
            implements ColumnOperation {

        /** Adds a column without a key. */
        public Add(QualifiedName table, Column column) {
            this(table, column, null, false);
        }

        /** Adds a column in the ordinary way. */
        public Add(QualifiedName table, Column column, @Nullable Constraint key) {
            this(table, column, key, false);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(table, column.name(), column, key, concurrently));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(table, this::applyTo);
        }

        private Table applyTo(Table target) {
            List<Column> columns = new ArrayList<>(target.columns());
            columns.removeIf(c -> c.name().equals(column.name()));
            columns.add(column);
            List<Constraint> constraints = new ArrayList<>(target.constraints());
            if (key != null) {
                constraints.add(key);
            }
            return target.withColumns(columns).withConstraints(constraints);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.addColumn(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.addColumn(this);
        }

        @Override
        public JavaCall java() {
            JavaCall call = JavaCall.of("addColumn", table.toString(), source(column, concurrently));
            return key == null ? call : call.with(SchemaSource.constraint(key));
        }

        @Override
        public String describe() {
            return "+ column " + table + "." + column.name() + " " + column.description() + words(key)
                    + words(concurrently);
        }
    }

    /**
     * Drops a column.
     *
     * @param table the table
     * @param name the column's name
     * @param column the whole column; null if only its name is known, and then the drop has no reverse
     * @param key the key that consists of this column and is dropped with it; null if the column is not such a key
     * @param concurrently whether to drop it with {@code lock=none} (MySQL, MariaDB), and to add it in the reverse without
     *     blocking other sessions
     */
    record Drop(
            QualifiedName table,
            String name,
            @Nullable Column column,
            @Nullable Constraint key,
            boolean concurrently) implements ColumnOperation {

        /** Drops a column without a key. */
        public Drop(QualifiedName table, String name, @Nullable Column column) {
            this(table, name, column, null, false);
        }

        /** Drops a column; the reverse adds it in the ordinary way. */
        public Drop(QualifiedName table, String name, @Nullable Column column, @Nullable Constraint key) {
            this(table, name, column, key, false);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(column).map(whole -> new Add(table, whole, key, concurrently));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(table, this::droppedFrom);
        }

        /** The constraints and indexes of a column go with it. */
        private Table droppedFrom(Table target) {
            return target.withColumns(target.columns().stream()
                            .filter(other -> !other.name().equals(name))
                            .toList())
                    .withConstraints(target.constraints().stream()
                            .filter(constraint -> !isKey(constraint) && !ColumnReferences.in(constraint, name))
                            .toList())
                    .withIndexes(target.indexes().stream()
                            .filter(index -> !ColumnReferences.in(index, name))
                            .toList());
        }

        private boolean isKey(Constraint candidate) {
            return key instanceof Constraint.PrimaryKey
                    ? candidate instanceof Constraint.PrimaryKey
                    : candidate.equals(key);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.dropColumn(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropColumn(this);
        }

        @Override
        public JavaCall java() {
            JavaCall call =
                    JavaCall.of("dropColumn", table.toString(), column == null ? name : source(column, concurrently));
            return key == null ? call : call.with(SchemaSource.constraint(key));
        }

        @Override
        public String describe() {
            return "- column " + table + "." + name + (column == null ? "" : " " + column.description()) + words(key)
                    + words(concurrently);
        }
    }

    /**
     * Changes the type, nullability, default, generation, collation or comment of a column.
     *
     * @param table the table
     * @param before the whole column before the change
     * @param after the whole column after the change, with the same name
     * @param using the SQL expression that converts old values to the new type; null for the product's own conversion.
     *     Products without a {@code using} clause convert the values in an additional column
     * @param usingBack the SQL expression that converts new values to the old type in the downgrade; null for the
     *     product's own conversion
     * @param concurrently whether to change it without blocking other sessions: in several statements outside a
     *     transaction (PostgreSQL), or with {@code lock=none} (MySQL, MariaDB); ignored elsewhere
     */
    record Alter(
            QualifiedName table,
            Column before,
            Column after,
            @Nullable String using,
            @Nullable String usingBack,
            boolean concurrently)
            implements ColumnOperation {

        /** Changes a column without conversion expressions. */
        public Alter(QualifiedName table, Column before, Column after) {
            this(table, before, after, null, null, false);
        }

        /** Changes a column with a conversion expression for the upgrade only. */
        public Alter(QualifiedName table, Column before, Column after, @Nullable String using) {
            this(table, before, after, using, null, false);
        }

        /** Changes a column in the ordinary way. */
        public Alter(
                QualifiedName table, Column before, Column after, @Nullable String using, @Nullable String usingBack) {
            this(table, before, after, using, usingBack, false);
        }

        /**
         * Checks the names.
         *
         * @throws IllegalArgumentException if the two names differ
         */
        public Alter {
            if (!before.name().equals(after.name())) {
                throw new IllegalArgumentException("alterColumn keeps the column's name, but it was given \""
                        + before.name() + "\" and \"" + after.name() + "\"; use renameColumn first");
            }
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Alter(table, after, before, usingBack, using, concurrently));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(
                    table, t -> t.mapColumns(column -> column.name().equals(after.name()) ? after : column));
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.alterColumn(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.alterColumn(this);
        }

        @Override
        public JavaCall java() {
            JavaCall call = JavaCall.of(
                    "alterColumn", table.toString(), SchemaSource.column(before), source(after, concurrently));
            if (usingBack == null) {
                return using == null ? call : call.with(JavaCall.of("using", using));
            }
            return call.with(
                    using == null ? JavaCall.of("usingBack", usingBack) : JavaCall.of("using", using, usingBack));
        }

        @Override
        public String describe() {
            String was = before.description();
            String is = after.description();
            String change = was.equals(is) ? "comment changed" : was + " -> " + is;
            return "~ column " + table + "." + after.name() + " " + change + words(concurrently);
        }
    }

    /**
     * Renames a column; constraints and indexes refer to the new name.
     *
     * @param table the table
     * @param before the present name
     * @param after the new name
     */
    record Rename(QualifiedName table, String before, String after) implements ColumnOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Rename(table, after, before));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return RenamedReferences.follow(schema, table, before, after);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.renameColumn(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.renameColumn(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("renameColumn", table.toString(), before, after);
        }

        @Override
        public String describe() {
            return "~ column " + table + "." + before + " renamed to " + after;
        }
    }

    private static JavaCall source(Column column, boolean concurrently) {
        JavaCall call = SchemaSource.column(column);
        return concurrently ? call.then("concurrently") : call;
    }

    private static String words(boolean concurrently) {
        return concurrently ? " concurrently" : "";
    }

    private static String words(@Nullable Constraint key) {
        return key == null ? "" : ", " + key.description();
    }
}
