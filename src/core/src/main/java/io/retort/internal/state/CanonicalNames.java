package io.retort.internal.state;

import io.retort.dialect.Identifiers;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the names in an operation as the product stores them, so that {@code "Customer"} and {@code customer} are one
 * table where the product says so. On products that ignore case without folding names, an operation gets the spelling
 * of the object that it is about.
 *
 * @param identifiers the rules of the product
 * @param schema the schema before the operation
 */
public record CanonicalNames(Identifiers identifiers, Snapshot schema) implements OperationVisitor<Operation> {

    private String name(String typed) {
        return identifiers.canonical(typed);
    }

    private @Nullable String nullable(@Nullable String typed) {
        return typed == null ? null : name(typed);
    }

    /** Returns the spelling of an existing table; the canonical name of a new one. */
    private QualifiedName table(QualifiedName typed) {
        return existing(typed, schema.tables().stream().map(Table::name));
    }

    /** Returns the spelling of an existing sequence; the canonical name of a new one. */
    private QualifiedName sequence(QualifiedName typed) {
        return existing(typed, schema.sequences().stream().map(Sequence::name));
    }

    private QualifiedName existing(QualifiedName typed, Stream<QualifiedName> names) {
        QualifiedName canonical = identifiers.canonical(typed);
        if (identifiers.folding() != Identifiers.Folding.NONE) {
            return canonical;
        }
        List<QualifiedName> alike = names.filter(other -> other.toString().equalsIgnoreCase(canonical.toString()))
                .toList();
        return alike.size() == 1 ? alike.get(0) : canonical;
    }

    /** Returns the spelling of an existing column; the canonical name of a new one. */
    private String column(QualifiedName table, String typed) {
        return schema.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .map(Column::name)
                .filter(other -> identifiers.sameColumn(other, typed))
                .findFirst()
                .orElseGet(() -> name(typed));
    }

    /** Returns the spelling of an existing constraint or index of a table; the canonical name of a new one. */
    private String part(QualifiedName table, String typed) {
        return schema.table(table).stream()
                .flatMap(found -> Stream.concat(
                        found.constraints().stream().flatMap(constraint -> Stream.ofNullable(constraint.name())),
                        found.indexes().stream().map(Index::name)))
                .filter(other -> identifiers.sameColumn(other, typed))
                .findFirst()
                .orElseGet(() -> name(typed));
    }

    private @Nullable String nullablePart(QualifiedName table, @Nullable String typed) {
        return typed == null ? null : part(table, typed);
    }

    private Column column(Column column) {
        return column.withName(name(column.name()));
    }

    private Column existing(QualifiedName table, Column column) {
        return column.withName(column(table, column.name()));
    }

    private Constraint constraint(Constraint constraint, UnaryOperator<String> column) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(nullable(key.name()), all(key.columns(), column));
        }
        if (constraint instanceof Unique unique) {
            return new Unique(
                    name(unique.name()), all(unique.columns(), column), unique.nullsNotDistinct(), unique.deferral());
        }
        if (constraint instanceof ForeignKey key) {
            QualifiedName target = table(key.referencedTable());
            return new ForeignKey(
                    name(key.name()),
                    all(key.columns(), column),
                    target,
                    all(key.referencedColumns(), typed -> column(target, typed)),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral());
        }
        return new Check(name(((Check) constraint).name()), ((Check) constraint).expression());
    }

    private Index index(Index index, UnaryOperator<String> column) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? part
                        : new Index.Part(column.apply(part.text()), false, part.descending(), part.nulls()))
                .toList();
        return new Index(name(index.name()), parts, index.unique(), index.where(), index.method());
    }

    private static List<String> all(List<String> names, UnaryOperator<String> change) {
        return names.stream().map(change).toList();
    }

    /** Returns a new table; its own columns are the ones that its constraints name. */
    private Table whole(Table table) {
        QualifiedName canonical = identifiers.canonical(table.name());
        List<Column> columns = table.columns().stream().map(this::column).toList();
        UnaryOperator<String> own = typed -> columns.stream()
                .map(Column::name)
                .filter(other -> identifiers.sameColumn(other, typed))
                .findFirst()
                .orElseGet(() -> name(typed));
        return table.withName(canonical)
                .withColumns(columns)
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint(constraint, own))
                        .toList())
                .withIndexes(
                        table.indexes().stream().map(index -> index(index, own)).toList());
    }

    private Sequence sequence(Sequence sequence) {
        return sequence.withName(sequence(sequence.name()));
    }

    private EnumType type(EnumType type) {
        return new EnumType(identifiers.canonical(type.name()), type.values());
    }

    private @Nullable Constraint key(QualifiedName table, @Nullable Constraint key) {
        return key == null ? null : constraint(key, typed -> column(table, typed));
    }

    @Override
    public Operation createTable(TableOperation.Create create) {
        return new TableOperation.Create(whole(create.table()));
    }

    @Override
    public Operation dropTable(TableOperation.Drop drop) {
        QualifiedName name = table(drop.name());
        return new TableOperation.Drop(
                name, drop.table() == null ? null : whole(drop.table()).withName(name));
    }

    @Override
    public Operation renameTable(TableOperation.Rename rename) {
        return new TableOperation.Rename(table(rename.before()), identifiers.canonical(rename.after()));
    }

    @Override
    public Operation commentTable(TableOperation.Comment comment) {
        return new TableOperation.Comment(table(comment.table()), comment.before(), comment.after());
    }

    @Override
    public Operation rebuildTable(TableOperation.Rebuild rebuild) {
        Table before = whole(rebuild.before()).withName(table(rebuild.before().name()));
        return new TableOperation.Rebuild(
                before,
                rebuild.changes().stream().map(change -> change.accept(this)).toList());
    }

    @Override
    public Operation addColumn(ColumnOperation.Add add) {
        QualifiedName table = table(add.table());
        return new ColumnOperation.Add(table, column(add.column()), key(table, add.key()), add.concurrently());
    }

    @Override
    public Operation dropColumn(ColumnOperation.Drop drop) {
        QualifiedName table = table(drop.table());
        String name = column(table, drop.name());
        Column whole = drop.column();
        return new ColumnOperation.Drop(
                table, name, whole == null ? null : whole.withName(name), key(table, drop.key()), drop.concurrently());
    }

    @Override
    public Operation alterColumn(ColumnOperation.Alter alter) {
        QualifiedName table = table(alter.table());
        return new ColumnOperation.Alter(
                table,
                existing(table, alter.before()),
                existing(table, alter.after()),
                alter.using(),
                alter.usingBack(),
                alter.concurrently());
    }

    @Override
    public Operation renameColumn(ColumnOperation.Rename rename) {
        QualifiedName table = table(rename.table());
        return new ColumnOperation.Rename(table, column(table, rename.before()), name(rename.after()));
    }

    @Override
    public Operation addConstraint(ConstraintOperation.Add add) {
        QualifiedName table = table(add.table());
        return new ConstraintOperation.Add(
                table, constraint(add.constraint(), typed -> column(table, typed)), add.notValid(), add.concurrently());
    }

    @Override
    public Operation dropConstraint(ConstraintOperation.Drop drop) {
        QualifiedName table = table(drop.table());
        String name = nullablePart(table, drop.name());
        Constraint whole = key(table, drop.constraint());
        return new ConstraintOperation.Drop(
                table,
                name,
                whole == null || name == null ? whole : whole.named(name),
                drop.notValid(),
                drop.concurrently());
    }

    @Override
    public Operation renameConstraint(ConstraintOperation.Rename rename) {
        QualifiedName table = table(rename.table());
        Constraint before = constraint(rename.before(), typed -> column(table, typed));
        String name = nullablePart(table, before.name());
        return new ConstraintOperation.Rename(table, name == null ? before : before.named(name), name(rename.after()));
    }

    @Override
    public Operation createIndex(IndexOperation.Create create) {
        QualifiedName table = table(create.table());
        return new IndexOperation.Create(
                table, index(create.index(), typed -> column(table, typed)), create.concurrently());
    }

    @Override
    public Operation dropIndex(IndexOperation.Drop drop) {
        QualifiedName table = table(drop.table());
        return new IndexOperation.Drop(
                table,
                index(drop.index(), typed -> column(table, typed))
                        .named(part(table, drop.index().name())),
                drop.concurrently(),
                drop.definition());
    }

    @Override
    public Operation renameIndex(IndexOperation.Rename rename) {
        QualifiedName table = table(rename.table());
        return new IndexOperation.Rename(table, part(table, rename.before()), name(rename.after()));
    }

    @Override
    public Operation createSequence(SequenceOperation.Create create) {
        return new SequenceOperation.Create(
                create.sequence()
                        .withName(identifiers.canonical(create.sequence().name())),
                create.startAfter());
    }

    @Override
    public Operation dropSequence(SequenceOperation.Drop drop) {
        return new SequenceOperation.Drop(
                sequence(drop.name()),
                Optional.ofNullable(drop.sequence()).map(this::sequence).orElse(null),
                drop.startAfter());
    }

    @Override
    public Operation alterSequence(SequenceOperation.Alter alter) {
        return new SequenceOperation.Alter(sequence(alter.before()), sequence(alter.after()));
    }

    @Override
    public Operation renameSequence(SequenceOperation.Rename rename) {
        return new SequenceOperation.Rename(sequence(rename.before()), identifiers.canonical(rename.after()));
    }

    @Override
    public Operation createEnum(TypeOperation.Create create) {
        return new TypeOperation.Create(type(create.type()));
    }

    @Override
    public Operation dropEnum(TypeOperation.Drop drop) {
        return new TypeOperation.Drop(type(drop.type()));
    }

    @Override
    public Operation addEnumValue(TypeOperation.AddValue add) {
        return new TypeOperation.AddValue(identifiers.canonical(add.type()), add.value());
    }

    @Override
    public Operation alterEnum(TypeOperation.Alter alter) {
        return new TypeOperation.Alter(type(alter.before()), type(alter.after()), alter.uses());
    }

    @Override
    public Operation insert(DataOperation.Insert insert) {
        return insert;
    }

    @Override
    public Operation delete(DataOperation.Delete delete) {
        return delete;
    }

    @Override
    public Operation upsert(DataOperation.Upsert upsert) {
        return upsert;
    }

    @Override
    public Operation backfill(DataOperation.Backfill backfill) {
        return backfill;
    }

    @Override
    public Operation execute(DataOperation.Execute execute) {
        return execute;
    }

    @Override
    public Operation work(DataOperation.Work work) {
        return work;
    }

    @Override
    public Operation custom(CustomOperation operation) {
        return operation;
    }
}
