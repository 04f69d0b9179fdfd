package io.retort.operation.gen;

import io.retort.operation.Batches;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Rows;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A random schema and an operation that applies to it.
 *
 * @param schema the schema before the operation
 * @param operation the operation
 */
public record Change(Snapshot schema, Operation operation) {

    public static final Gen<Change> ANY = random -> {
        Snapshot schema = schema(random);
        return new Change(schema, operation(schema).next(random));
    };

    /** A hand-written statement that declares a change of {@link #ANY}, or that it changes nothing. */
    public static final Gen<Change> DECLARED = ANY.map(change -> {
        Operation declared = change.operation();
        List<Operation> means = declared instanceof DataOperation ? List.of() : List.of(declared);
        String undo = Operation.reverse(means).isPresent() ? "back" : null;
        return new Change(change.schema(), new DataOperation.Execute("forward", undo, means));
    });

    private static Snapshot schema(SplittableRandom random) {
        List<Table> tables = new ArrayList<>();
        int size = random.nextInt(1, 4);
        for (int i = 0; i < size; i++) {
            tables.add(Nouns.table(tables).next(random));
        }
        return new Snapshot(
                tables,
                Nouns.SEQUENCE.list(1, 2).next(random),
                Nouns.ENUM_TYPE.list(1, 2).next(random));
    }

    private static Gen<Operation> operation(Snapshot schema) {
        Gen<Table> table = Gen.of(schema.tables());
        return Gen.oneOf(
                table.then(t -> tables(schema, t)),
                table.then(Change::columns),
                table.then(t -> constraints(schema, t)),
                table.then(Change::indexes),
                Gen.of(schema.sequences()).then(Change::sequences),
                Gen.of(schema.enumTypes()).then(Change::types),
                table.then(Change::data));
    }

    private static Gen<Operation> tables(Snapshot schema, Table table) {
        Table bare = table.withIndexes(List.of());
        return Gen.oneOf(
                Nouns.table(schema.tables()).map(TableOperation.Create::new),
                // the reverse of a drop does not create indexes; separate operations drop and create them
                table.indexes().isEmpty()
                        ? Gen.just(new TableOperation.Drop(table.name(), bare))
                        : Gen.just(new TableOperation.Drop(table.name(), null)),
                Nouns.NAME.map(name ->
                        new TableOperation.Rename(table.name(), table.name().withName(name))),
                Nouns.TEXT.map(text -> new TableOperation.Comment(table.name(), table.comment(), text)),
                Gen.just(new TableOperation.Comment(table.name(), table.comment(), null)));
    }

    private static Gen<Operation> columns(Table table) {
        QualifiedName name = table.name();
        Gen<Column> column = Gen.of(table.columns());
        return Gen.oneOf(
                Nouns.COLUMN.map(c -> new ColumnOperation.Add(name, c)),
                // keys and indexes go with their column, and the reverse does not create them
                Nouns.COLUMN.map(c -> new ColumnOperation.Add(name, c, null, true)),
                column.map(c -> new ColumnOperation.Drop(name, c.name(), isAlone(table, c) ? c : null)),
                column.map(c -> new ColumnOperation.Drop(name, c.name(), null)),
                column.then(before -> random -> new ColumnOperation.Alter(
                        name,
                        before,
                        Nouns.column(before.name()).next(random),
                        random.nextInt(3) == 0 ? Nouns.TEXT.next(random) : null,
                        random.nextInt(3) == 0 ? Nouns.TEXT.next(random) : null)),
                column.then(before -> random -> new ColumnOperation.Alter(
                        name, before, Nouns.column(before.name()).next(random), null, null, true)),
                column.then(c -> Nouns.NAME.map(after -> new ColumnOperation.Rename(name, c.name(), after))));
    }

    private static boolean isAlone(Table table, Column column) {
        Table without = new ColumnOperation.Drop(table.name(), column.name(), column)
                .applyTo(Snapshot.EMPTY.with(table))
                .table(table.name())
                .orElseThrow();
        return without.constraints().equals(table.constraints())
                && without.indexes().equals(table.indexes());
    }

    private static boolean canBeNotValid(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check;
    }

    private static Gen<Operation> constraints(Snapshot schema, Table table) {
        QualifiedName name = table.name();
        Gen<Operation> add = random -> {
            Constraint added = Nouns.constraint(table, schema.tables()).next(random);
            boolean notValid = canBeNotValid(added) && random.nextBoolean();
            return new ConstraintOperation.Add(name, added, notValid, !notValid && random.nextBoolean());
        };
        if (table.constraints().isEmpty()) {
            return add;
        }
        Gen<Constraint> there = Gen.of(table.constraints());
        return Gen.oneOf(
                add,
                there.then(c -> Gen.booleans()
                        .map(v -> new ConstraintOperation.Drop(name, c.name(), c, v && canBeNotValid(c)))),
                there.map(c -> c.name() == null
                        ? new ConstraintOperation.Drop(name, c)
                        : new ConstraintOperation.Drop(name, c.name())),
                there.then(c -> Nouns.NAME.map(after -> c.name() == null
                        ? new ConstraintOperation.Drop(name, c)
                        : new ConstraintOperation.Rename(name, c, after))));
    }

    private static Gen<Operation> indexes(Table table) {
        QualifiedName name = table.name();
        Gen<Operation> create =
                random -> new IndexOperation.Create(name, Nouns.index(table).next(random), random.nextBoolean());
        if (table.indexes().isEmpty()) {
            return create;
        }
        Gen<Index> there = Gen.of(table.indexes());
        return Gen.oneOf(
                create,
                there.then(i -> Gen.booleans().map(c -> new IndexOperation.Drop(name, i, c))),
                there.map(i -> new IndexOperation.Drop(name, new Index(i.name(), List.of()))),
                there.then(i -> Nouns.NAME.map(after -> new IndexOperation.Rename(name, i.name(), after))));
    }

    private static Gen<Operation> sequences(Sequence there) {
        return Gen.oneOf(
                Nouns.SEQUENCE.map(SequenceOperation.Create::new),
                Gen.just(new SequenceOperation.Drop(there.name(), there)),
                Gen.just(new SequenceOperation.Drop(there.name(), null)),
                Nouns.SEQUENCE.map(after -> new SequenceOperation.Alter(there, after.withName(there.name()))),
                Nouns.NAME.map(name ->
                        new SequenceOperation.Rename(there.name(), there.name().withName(name))));
    }

    private static Gen<Operation> types(EnumType there) {
        return Gen.oneOf(
                Nouns.ENUM_TYPE.map(TypeOperation.Create::new),
                Gen.just(new TypeOperation.Drop(there)),
                Gen.just(new TypeOperation.Drop(new EnumType(there.name(), List.of()))),
                Nouns.TEXT.map(label -> new TypeOperation.AddValue(there.name(), label)));
    }

    private static Gen<Operation> data(Table table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        Gen<@Nullable Object> value = Gen.oneOf(
                Nouns.TEXT,
                Gen.of(1, 2L, true, 1.5d),
                Gen.of(LocalDate.EPOCH, Instant.EPOCH, new UUID(1, 2)),
                random -> null);
        Gen<List<List<@Nullable Object>>> rows =
                value.list(columns.size(), columns.size()).list(1, 3);
        return Gen.oneOf(
                rows.map(r -> new DataOperation.Insert(table.name(), columns, r)),
                rows.map(r -> new DataOperation.Delete(table.name(), columns, r)),
                rows.map(r -> upsert(table, columns, r)),
                random -> new DataOperation.Backfill(
                        table.name(),
                        new Fill.Assignments(
                                        List.of(new Fill.Assignment(columns.get(0), Nouns.TEXT.next(random) + "1")))
                                .where(columns.get(0) + " is null"),
                        null,
                        Batches.STANDARD.rows(1 + random.nextInt(9))),
                random -> new DataOperation.Execute(
                        "update t set a = " + Nouns.TEXT.next(random),
                        random.nextBoolean() ? Nouns.TEXT.next(random) : null,
                        random.nextBoolean() ? null : random.nextInt(5),
                        null));
    }

    /** Some of the rows replace the others, and each gets a key of its own. */
    private static Operation upsert(Table table, List<String> columns, List<List<@Nullable Object>> rows) {
        List<String> all = new ArrayList<>(List.of("generated_key"));
        all.addAll(columns);
        List<List<@Nullable Object>> keyed = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>(List.of(keyed.size()));
            values.addAll(row);
            keyed.add(values);
        }
        int half = keyed.size() / 2;
        return new DataOperation.Upsert(
                table.name(),
                List.of("generated_key"),
                half == 0 ? null : new Rows(all, keyed.subList(0, half)),
                new Rows(all, keyed.subList(half, keyed.size())));
    }

    @Override
    public String toString() {
        return operation + "\nin " + schema;
    }
}
