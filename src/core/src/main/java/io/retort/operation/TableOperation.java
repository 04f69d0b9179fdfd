package io.retort.operation;

import io.retort.internal.sql.RenamedReferences;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations on whole tables. */
public sealed interface TableOperation extends Operation {

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.empty();
    }

    /**
     * Creates a table with its columns, constraints and comment. Indexes are separate operations.
     *
     * @param table the table; its indexes are ignored
     */
    record Create(Table table) implements TableOperation {

        public Create {
            table = table.withIndexes(List.of());
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(table.name(), table));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.with(table);
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(table.name());
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.createTable(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.createTable(this);
        }

        @Override
        public JavaCall java() {
            return SchemaSource.table("createTable", table);
        }

        @Override
        public String describe() {
            return "+ table " + table.name();
        }
    }

    /**
     * Drops a table.
     *
     * @param name the table's name
     * @param table the whole table; null if only its name is known, and then the drop has no reverse
     */
    record Drop(QualifiedName name, @Nullable Table table) implements TableOperation {

        public Drop {
            table = table == null ? null : table.withIndexes(List.of());
        }

        /**
         * Returns the drop by name only, for a revision file that already contains the whole table in its other
         * direction.
         */
        public Drop byName() {
            return new Drop(name, null);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(table).map(Create::new);
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.withoutTable(name);
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(name);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.dropTable(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropTable(this);
        }

        @Override
        public JavaCall java() {
            return table == null ? JavaCall.of("dropTable", name.toString()) : SchemaSource.table("dropTable", table);
        }

        @Override
        public String describe() {
            return "- table " + name;
        }
    }

    /**
     * Renames a table. Its constraints and indexes keep their names; foreign keys of other tables refer to the new
     * name. A new name in another schema moves the table on PostgreSQL, MySQL and MariaDB; other products refuse it.
     *
     * @param before the present name
     * @param after the new name
     */
    record Rename(QualifiedName before, QualifiedName after) implements TableOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Rename(after, before));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            Snapshot renamed = schema.table(before)
                    .map(table -> schema.withoutTable(before).with(table.withName(after)))
                    .orElse(schema);
            return RenamedReferences.follow(renamed, before, after);
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(after);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.renameTable(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.renameTable(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("renameTable", before.toString(), after.toString());
        }

        @Override
        public String describe() {
            return "~ table " + before + " renamed to " + after;
        }
    }

    /**
     * Changes the comment on a table. Does nothing on SQLite.
     *
     * @param table the table
     * @param before the present comment; null if the table has no comment
     * @param after the new comment; null to remove it
     */
    record Comment(
            QualifiedName table,
            @Nullable String before,
            @Nullable String after) implements TableOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Comment(table, after, before));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(table, t -> t.withComment(after));
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(table);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.commentTable(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.commentTable(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("commentTable", table.toString(), JavaCall.nullable(before), JavaCall.nullable(after));
        }

        @Override
        public String describe() {
            return "~ table " + table + " comment " + Objects.requireNonNullElse(after, "removed");
        }
    }

    /**
     * Makes several changes to one table. SQLite creates a new table and copies the rows; the other products make each
     * change in place.
     *
     * @param before the whole table before the change, with its indexes
     * @param changes the operations on columns, constraints and indexes of this table, in order
     */
    record Rebuild(Table before, List<Operation> changes) implements TableOperation {

        /**
         * Checks the changes.
         *
         * @throws IllegalArgumentException if a change is not about a column, constraint or index of this table
         */
        public Rebuild {
            changes = List.copyOf(changes);
            for (Operation change : changes) {
                TableRebuild.check(before.name(), change);
            }
        }

        /**
         * Where the values of a column of the new table come from.
         *
         * @param column the name of the column in the new table
         * @param from the column of the old table; for an added column that column, whose default is the value
         * @param using an SQL expression over the old columns that computes the value; null to copy the value
         * @param added whether the changes add the column
         */
        public record Copied(
                String column, Column from, @Nullable String using, boolean added) {}

        /** Returns the whole table after the changes. */
        public Table after() {
            return applyTo(Snapshot.EMPTY.with(before)).table(before.name()).orElseThrow();
        }

        /** Returns the columns that get values, in the order of the new table. */
        public List<Copied> copied() {
            return TableRebuild.copied(this);
        }

        @Override
        public Optional<Operation> reverse() {
            return Operation.reverse(changes).map(back -> new Rebuild(after(), back));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return Operation.apply(changes, schema);
        }

        @Override
        public Optional<List<Operation>> schemaChanges() {
            return Optional.of(changes);
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(before.name());
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.rebuildTable(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.rebuildTable(this);
        }

        @Override
        public JavaCall java() {
            List<JavaCall> calls = changes.stream().map(Operation::java).toList();
            return JavaCall.of("rebuildTable", SchemaSource.wholeTable(before), new JavaCall.Block("changes", calls))
                    .onePerLine();
        }

        @Override
        public String describe() {
            return changes.stream()
                    .map(Operation::describe)
                    .collect(Collectors.joining("; ", "~ table " + before.name() + " rebuilt: ", ""));
        }
    }
}
