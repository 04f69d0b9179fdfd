package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The drift of a database as operations of a revision. The revisions before it have already made what they restore, so each
 * statement does nothing in a database without the drift, and declares that the schema stays as it is. A downgrade keeps what
 * they restored.
 *
 * @param dialect the product
 * @param live the schema of the database
 */
record DriftRestoration(Dialect dialect, Snapshot live) {

    /**
     * Returns statements that restore the objects.
     *
     * @param drift the operations that restore them in this database
     * @throws RetortException if one of them would fail or lose values in another database
     */
    List<Operation> of(List<Operation> drift) {
        Repeatable repeatable = new Repeatable(dialect, ComparedProduct.of(dialect));
        List<Operation> all = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Operation operation : new TableRebuilds(dialect::needsRebuild).in(drift, live)) {
            operation
                    .accept(repeatable)
                    .ifPresentOrElse(
                            statements -> statements.forEach(sql -> all.add(restoring(sql))),
                            () -> refused.add(operation.describe()));
        }
        if (!refused.isEmpty()) {
            throw refusal(refused);
        }
        return all;
    }

    private static Operation restoring(String sql) {
        return new DataOperation.Execute(sql, DataOperation.Execute.NOTHING, List.of());
    }

    private static RetortException refusal(List<String> refused) {
        return new RetortException(
                "A revision cannot restore what was changed by hand here, because it would fail or could lose values in"
                        + " a database without the change: " + String.join(", ", refused),
                Advice.of(
                        "Restore it in each database with the statements that ",
                        Advice.command("check"),
                        " prints. To write the other changes, leave out ",
                        Advice.option("restore-drift"),
                        "."));
    }

    /** The statements of an operation in a form that can run where the object exists; empty without such a form. */
    private record Repeatable(Dialect dialect, ComparedProduct product)
            implements OperationVisitor.Selective<Optional<List<String>>> {

        @Override
        public Optional<List<String>> other(Operation operation) {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> createTable(TableOperation.Create create) {
            return guarded(create, SchemaObject.table(create.table().name()));
        }

        @Override
        public Optional<List<String>> commentTable(TableOperation.Comment comment) {
            return Optional.of(statements(comment));
        }

        /** A required column without a default fails on rows, or gets values that no user chose. */
        @Override
        public Optional<List<String>> addColumn(ColumnOperation.Add add) {
            Column column = add.column();
            return column.nullable() && column.generation() == null
                    ? guarded(add, SchemaObject.column(add.table(), column.name()))
                    : Optional.empty();
        }

        /** Another type can change or lose values. */
        @Override
        public Optional<List<String>> alterColumn(ColumnOperation.Alter alter) {
            Column before = alter.before();
            Column after = alter.after();
            boolean sameValues = before.type().equals(after.type())
                    && Objects.equals(before.generation(), after.generation())
                    && Objects.equals(before.collation(), after.collation())
                    && alter.using() == null;
            return sameValues ? Optional.of(statements(alter)) : Optional.empty();
        }

        @Override
        public Optional<List<String>> addConstraint(ConstraintOperation.Add add) {
            return add.constraint().name() == null
                    ? Optional.empty()
                    : guarded(add, SchemaObject.constraint(add.table(), add.constraint()));
        }

        @Override
        public Optional<List<String>> createIndex(IndexOperation.Create create) {
            return guarded(
                    create, SchemaObject.index(create.table(), create.index().name()));
        }

        @Override
        public Optional<List<String>> createSequence(SequenceOperation.Create create) {
            return guarded(create, SchemaObject.sequence(create.sequence().name()));
        }

        /** Only the first statement creates; those after it describe what it created. */
        private Optional<List<String>> guarded(Operation operation, SchemaObject object) {
            List<String> statements = statements(operation);
            if (statements.stream().skip(1).anyMatch(sql -> !sql.startsWith("comment on "))) {
                return Optional.empty();
            }
            return product.unlessPresent(object, statements.get(0), dialect)
                    .map(first -> IntStream.range(0, statements.size())
                            .mapToObj(i -> i == 0 ? first : statements.get(i))
                            .collect(Collectors.toList()));
        }

        private List<String> statements(Operation operation) {
            return operation.sql(dialect.ddl()).stream()
                    .filter(Statement.Sql.class::isInstance)
                    .map(statement -> statement.requireSql().textInFile())
                    .toList();
        }
    }
}
