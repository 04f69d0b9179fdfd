package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.inspect.IndexDefinition;
import io.retort.diff.internal.inspect.OwnedSequence;
import io.retort.diff.internal.model.HibernateModel;
import io.retort.diff.internal.scratch.CompositeType;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The operations that build a base schema from nothing.
 *
 * @param dialect the product
 * @param indexes the indexes that an operation describes only in part
 * @param owned the sequences that belong to columns of the schema
 */
record BaseOperations(Dialect dialect, List<IndexDefinition> indexes, List<OwnedSequence> owned)
        implements OperationVisitor.Rewrite {

    /**
     * Returns the operations in executable order.
     *
     * @param base the schema
     * @param model the entities, whose composite types and initial rows are part of the base
     * @param scratch which composite types the database has
     */
    List<Operation> creating(Snapshot base, HibernateModel model, Scratch scratch) {
        List<Operation> all = new ArrayList<>(schemas(base));
        all.addAll(compositeTypes(model, scratch));
        List<Operation> objects = Differ.compare(new ComparisonContext(
                        Snapshot.EMPTY, base, base, name -> true, dialect.foreignKeysNeedIndexes()))
                .operations();
        InitialRows.with(objects, model.firstRows()).forEach(operation -> all.add(operation.accept(this)));
        owned.forEach(sequence -> all.add(statement(sequence.statement(), sequence.release())));
        return all;
    }

    /** An empty database can already have the schemas, and on some products a schema is a database of its own. */
    private List<Operation> schemas(Snapshot base) {
        boolean databases =
                dialect.sessions().currentSchema().map(CurrentSchema::isCatalog).orElse(false);
        return databases
                ? List.of()
                : Stream.of(
                                base.tables().stream().map(Table::name),
                                base.sequences().stream().map(Sequence::name),
                                base.enumTypes().stream().map(EnumType::name))
                        .flatMap(names -> names)
                        .map(QualifiedName::schema)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(schema -> statement(
                                "create schema if not exists "
                                        + dialect.identifiers().sql(schema),
                                DataOperation.Execute.NOTHING))
                        .toList();
    }

    private List<Operation> compositeTypes(HibernateModel model, Scratch scratch) {
        List<String> existing = scratch.compositeTypes().stream()
                .filter(CompositeType::isThere)
                .map(CompositeType::name)
                .toList();
        List<Operation> types = new ArrayList<>();
        model.structures().forEach((name, statements) -> {
            if (existing.contains(dialect.identifiers().stored(name.name()))) {
                types.add(statement(
                        statements.get(0), "drop type " + dialect.identifiers().sql(name)));
            }
        });
        return types;
    }

    private static Operation statement(String sql, String undo) {
        return new DataOperation.Execute(sql, undo, List.of());
    }

    /** Uses the database's own statement where an operation describes only a part of an index. */
    @Override
    public Operation createIndex(IndexOperation.Create create) {
        return indexes.stream()
                .filter(found -> found.table().equals(create.table())
                        && found.index().equals(create.index().name()))
                .findFirst()
                .<Operation>map(found -> new DataOperation.Execute(found.sql(), drop(create), List.of(create)))
                .orElse(create);
    }

    private String drop(IndexOperation.Create create) {
        return new IndexOperation.Drop(create.table(), create.index())
                .sql(dialect.ddl()).stream()
                        .map(statement -> statement.requireSql().text())
                        .findFirst()
                        .orElseThrow();
    }
}
