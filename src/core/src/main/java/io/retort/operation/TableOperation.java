package io.retort.operation;

import io.retort.operation.rename.References;
import io.retort.operation.source.JavaCall;
import io.retort.operation.source.JavaNouns;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes to tables as wholes. */
public sealed interface TableOperation extends Operation {

    /**
     * Creates a table with its columns, constraints and comment. Indexes are created by operations of their own.
     *
     * @param table the table; its indexes are empty
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
        public JavaCall java() {
            return JavaNouns.table("createTable", table);
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
     * @param table the whole table as it was; null if only its name is known, and then the drop cannot be undone
     */
    record Drop(QualifiedName name, @Nullable Table table) implements TableOperation {

        public Drop {
            table = table == null ? null : table.withIndexes(List.of());
        }

        /** The same drop, said by name only: for a revision whose other half spells the table out. */
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
        public JavaCall java() {
            return table == null ? JavaCall.of("dropTable", name.toString()) : JavaNouns.table("dropTable", table);
        }

        @Override
        public String describe() {
            return "- table " + name;
        }
    }

    /**
     * Renames a table; constraints and indexes keep their names, foreign keys of other tables follow.
     *
     * @param before the name before
     * @param after the name after, in the same schema
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
            return References.follow(renamed, before, after);
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
        public JavaCall java() {
            return JavaCall.of("renameTable", before.toString(), after.toString());
        }

        @Override
        public String describe() {
            return "~ table " + before + " renamed to " + after;
        }
    }

    /**
     * Changes the comment on a table.
     *
     * @param table the table
     * @param before the comment before; null for none
     * @param after the comment after; null for none
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
        public JavaCall java() {
            return JavaCall.of("commentTable", table.toString(), JavaCall.nullable(before), JavaCall.nullable(after));
        }

        @Override
        public String describe() {
            return "~ table " + table + " comment " + Objects.requireNonNullElse(after, "removed");
        }
    }

    /**
     * Makes several changes to a table at once. Products that can change a table where it stands are told each change; the
     * others build it anew and copy the rows.
     *
     * @param before the whole table before, with its indexes
     * @param changes what becomes different: operations on columns, constraints and indexes of this table, in order
     */
    record Rebuild(Table before, List<Operation> changes) implements TableOperation {

        public Rebuild {
            changes = List.copyOf(changes);
            for (Operation change : changes) {
                Rebuilding.check(before.name(), change);
            }
        }

        /**
         * Where the values of a column come from.
         *
         * @param column the column after
         * @param from the column before; for one that is added on the way, as it is added: its default is the value
         * @param using an SQL expression in the names before, in place of that; null for the values as they are
         * @param added whether the column is added on the way
         */
        public record Copied(
                String column, Column from, @Nullable String using, boolean added) {}

        /** The whole table after. */
        public Table after() {
            return applyTo(Snapshot.EMPTY.with(before)).table(before.name()).orElseThrow();
        }

        /** The columns that rows have values for, in their order after. */
        public List<Copied> copied() {
            return Rebuilding.copied(this);
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
        public Optional<QualifiedName> subject() {
            return Optional.of(before.name());
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.rebuildTable(this);
        }

        @Override
        public JavaCall java() {
            List<JavaCall> calls = changes.stream().map(Operation::java).toList();
            return JavaCall.of("rebuildTable", JavaNouns.wholeTable(before), new JavaCall.Block("changes", calls))
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
