package io.retort.diff.internal.scratch;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.model.Redirection;
import io.retort.operation.Statement;
import io.retort.schema.Constraint;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A schema, created with the statements of Retort's own operations. */
final class SnapshotScratchModel implements ScratchModel {

    private final Snapshot schema;
    private final Dialect dialect;

    /**
     * @param schema the objects to create
     * @param dialect the product
     */
    SnapshotScratchModel(Snapshot schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    @Override
    public Identifiers identifiers() {
        return dialect.identifiers();
    }

    @Override
    public List<String> furtherSchemas(String current) {
        return Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(sequence -> sequence.name()),
                        schema.enumTypes().stream().map(EnumType::name))
                .flatMap(names -> names)
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public ScratchCreation creation(StatementRunner runner, String current, Redirection redirection) {
        return new SnapshotCreation(runner, statements(redirected(redirection)));
    }

    private List<String> statements(Snapshot placed) {
        ComparisonContext fromNothing = new ComparisonContext(Snapshot.EMPTY, placed, placed, name -> true);
        return Differ.compare(fromNothing).operations().stream()
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .filter(Statement.Sql.class::isInstance)
                .map(statement -> statement.requireSql().text())
                .toList();
    }

    private Snapshot redirected(Redirection redirection) {
        UnaryOperator<QualifiedName> place = name -> new QualifiedName(redirection.placeOf(name.schema()), name.name());
        return new Snapshot(
                schema.tables().stream().map(table -> placed(table, place)).toList(),
                schema.sequences().stream()
                        .map(sequence -> sequence.withName(place.apply(sequence.name())))
                        .toList(),
                schema.enumTypes().stream()
                        .map(type -> new EnumType(place.apply(type.name()), type.values()))
                        .toList());
    }

    private static Table placed(Table table, UnaryOperator<QualifiedName> place) {
        return table.withName(place.apply(table.name()))
                .withConstraints(table.constraints().stream()
                        .map(constraint -> placed(constraint, place))
                        .toList());
    }

    private static Constraint placed(Constraint constraint, UnaryOperator<QualifiedName> place) {
        return constraint instanceof Constraint.ForeignKey key
                ? key.references(place.apply(key.referencedTable()), key.referencedColumns())
                : constraint;
    }
}
