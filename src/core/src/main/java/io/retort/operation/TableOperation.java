package io.retort.operation;

import io.retort.operation.source.JavaCall;
import io.retort.operation.source.JavaNouns;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            return renamed.mapTables(table -> References.follow(table, before, after));
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
}
