package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.IndexDefinition;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Indexes that are dropped and restored in full: with the statement that creates them, if an operation describes only a part. */
final class FullIndexes {

    private final List<IndexDefinition> definitions;
    private final Set<IndexDefinition> dropped = new HashSet<>();

    private final Dialect dialect;

    private FullIndexes(List<IndexDefinition> definitions, Dialect dialect) {
        this.definitions = definitions;
        this.dialect = dialect;
    }

    /**
     * The operations, with full definitions of the indexes that they drop and of those that step aside and come back.
     *
     * @param definitions asked only if an index is dropped
     */
    static List<Operation> in(
            List<Operation> operations, Dialect dialect, Supplier<List<IndexDefinition>> definitions) {
        return operations.stream().noneMatch(IndexOperation.Drop.class::isInstance)
                ? operations
                : new FullIndexes(definitions.get(), dialect).in(operations);
    }

    private List<Operation> in(List<Operation> operations) {
        FullDefinitions full = new FullDefinitions();
        return operations.stream().map(operation -> operation.accept(full)).toList();
    }

    /** Replaces drops and creations of indexes by those with the full definition. */
    private final class FullDefinitions implements OperationVisitor.Rewrite {

        @Override
        public Operation dropIndex(IndexOperation.Drop drop) {
            return definition(drop.table(), drop.index())
                    .map(found -> dropped(drop, found))
                    .orElse(drop);
        }

        @Override
        public Operation createIndex(IndexOperation.Create create) {
            return definition(create.table(), create.index())
                    .filter(dropped::contains)
                    .<Operation>map(found -> new DataOperation.Execute(found.sql(), drop(create), List.of(create)))
                    .orElse(create);
        }
    }

    private IndexOperation.Drop dropped(IndexOperation.Drop drop, IndexDefinition found) {
        dropped.add(found);
        return new IndexOperation.Drop(drop.table(), drop.index(), drop.concurrently(), found.sql());
    }

    private String drop(IndexOperation.Create create) {
        return new IndexOperation.Drop(create.table(), create.index())
                .sql(dialect.ddl()).stream()
                        .map(statement -> statement.requireSql().text())
                        .findFirst()
                        .orElseThrow();
    }

    private Optional<IndexDefinition> definition(QualifiedName table, Index index) {
        return definitions.stream()
                .filter(found -> found.table().equals(table) && found.index().equals(index.name()))
                .findFirst();
    }
}
