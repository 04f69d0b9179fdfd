package io.retort.operation;

import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations on the indexes of a table. */
public sealed interface IndexOperation extends Operation {

    /** Returns the table of the index. */
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
     * Creates an index.
     *
     * @param table the table
     * @param index the index
     * @param concurrently whether to build it without blocking writes: outside a transaction (PostgreSQL), or with
     *     {@code lock=none} (MySQL, MariaDB); ignored elsewhere
     */
    record Create(QualifiedName table, Index index, boolean concurrently) implements IndexOperation {

        /** Creates an index in the ordinary way. */
        public Create(QualifiedName table, Index index) {
            this(table, index, false);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Drop(table, index, concurrently));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(table, t -> {
                List<Index> all = new ArrayList<>(t.indexes());
                all.add(index);
                return t.withIndexes(all);
            });
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.createIndex(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.createIndex(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("createIndex", table.toString(), source(index, concurrently));
        }

        @Override
        public String describe() {
            return "+ " + index.description() + " on " + table + (concurrently ? " concurrently" : "");
        }
    }

    /**
     * Drops an index.
     *
     * @param table the table
     * @param index the index; without parts if only its name is known, and then the drop has no reverse
     * @param concurrently whether to drop it without blocking other sessions: outside a transaction (PostgreSQL), or
     *     with {@code lock=none} (MySQL, MariaDB); ignored elsewhere
     * @param definition the statement that creates the index again, where {@link Index} describes it only in part; null where
     *     it describes all of it
     */
    record Drop(
            QualifiedName table,
            Index index,
            boolean concurrently,
            @Nullable String definition) implements IndexOperation {

        /** Drops an index in the ordinary way. */
        public Drop(QualifiedName table, Index index) {
            this(table, index, false);
        }

        /** Drops an index that {@link Index} describes completely. */
        public Drop(QualifiedName table, Index index, boolean concurrently) {
            this(table, index, concurrently, null);
        }

        @Override
        public Optional<Operation> reverse() {
            if (definition != null) {
                return Optional.of(new DataOperation.Execute(definition, null, created()));
            }
            return index.parts().isEmpty() ? Optional.empty() : Optional.of(new Create(table, index, concurrently));
        }

        private @Nullable List<Operation> created() {
            return index.parts().isEmpty() ? null : List.of(new Create(table, index));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(
                    table,
                    t -> t.withIndexes(t.indexes().stream()
                            .filter(i -> !i.name().equals(index.name()))
                            .toList()));
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.dropIndex(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.dropIndex(this);
        }

        @Override
        public JavaCall java() {
            boolean nameOnly = index.parts().isEmpty() && !concurrently;
            return JavaCall.of("dropIndex", table.toString(), nameOnly ? index.name() : source(index, concurrently));
        }

        @Override
        public String describe() {
            String what = index.parts().isEmpty() ? "index " + index.name() : index.description();
            return "- " + what + " on " + table + (concurrently ? " concurrently" : "");
        }
    }

    /**
     * Renames an index.
     *
     * @param table the table
     * @param before the present name
     * @param after the new name
     */
    record Rename(QualifiedName table, String before, String after) implements IndexOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Rename(table, after, before));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return schema.mapTable(
                    table,
                    t -> t.withIndexes(t.indexes().stream()
                            .map(i -> i.name().equals(before) ? i.named(after) : i)
                            .toList()));
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.renameIndex(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.renameIndex(this);
        }

        @Override
        public JavaCall java() {
            return JavaCall.of("renameIndex", table.toString(), before, after);
        }

        @Override
        public String describe() {
            return "~ index " + before + " on " + table + " renamed to " + after;
        }
    }

    private static JavaCall source(Index index, boolean concurrently) {
        JavaCall call = SchemaSource.index(index);
        return concurrently ? call.then("concurrently") : call;
    }
}
