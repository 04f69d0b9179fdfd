package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.NumberSource;
import io.retort.diff.internal.model.NumberSource.Segment;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes sequences that an upgrade or its downgrade creates start after the numbers already in use, so that the next
 * insert does not collide. Covers sequences, the tables that Hibernate uses in place of sequences, and the rows of
 * table generators.
 */
final class NumberContinuation {

    private static final ConcernsCounter CONCERNS_COUNTER = new ConcernsCounter();

    /** The column that Hibernate gives a table that replaces a sequence. */
    private static final String NEXT = "next_val";

    /**
     * The allocation size of a dropped table is unknown. A large value leaves a gap in the numbers, a small one could
     * issue a number twice.
     */
    private static final int BLOCK = 1000;

    private static final String SUFFIX = "_seq";

    private final Dialect dialect;
    private final Snapshot live;
    private final Supplier<List<NumberSource>> sources;
    private final BiFunction<QualifiedName, String, List<String>> keys;

    /**
     * Creates the continuation for one comparison.
     *
     * @param dialect the dialect of the database
     * @param live the database before the operations
     * @param sources the sequences and generators from which entities take their numbers; read only if one is created,
     *     dropped or replaced
     * @param keys reads the values of a column in the table of a table generator
     */
    NumberContinuation(
            Dialect dialect,
            Snapshot live,
            Supplier<List<NumberSource>> sources,
            BiFunction<QualifiedName, String, List<String>> keys) {
        this.dialect = dialect;
        this.live = live;
        this.sources = sources;
        this.keys = keys;
    }

    /** Returns the operations, with those added that make the numbers continue. */
    List<Operation> in(List<Operation> operations) {
        boolean concerned = operations.stream().anyMatch(operation -> operation.accept(CONCERNS_COUNTER))
                || live.tables().stream().anyMatch(NumberContinuation::canBeGenerator);
        return concerned ? new Pass(operations).result() : operations;
    }

    /** Whether a table can belong to a table generator, whose columns can have any names: a key and a number. */
    private static boolean canBeGenerator(Table table) {
        return table.columns().size() == 2
                && table.columns().stream().anyMatch(column -> isInteger(column.type()))
                && table.columns().stream().anyMatch(column -> !isInteger(column.type()));
    }

    /** Whether an operation can change where numbers come from. */
    private static final class ConcernsCounter implements OperationVisitor.Selective<Boolean> {

        @Override
        public Boolean createSequence(SequenceOperation.Create create) {
            return true;
        }

        @Override
        public Boolean dropSequence(SequenceOperation.Drop drop) {
            return true;
        }

        @Override
        public Boolean createTable(TableOperation.Create create) {
            return isCounter(create.table());
        }

        @Override
        public Boolean dropTable(TableOperation.Drop drop) {
            return droppedCounter(drop).isPresent();
        }

        @Override
        public Boolean renameTable(TableOperation.Rename rename) {
            return true;
        }

        @Override
        public Boolean alterColumn(ColumnOperation.Alter alter) {
            return startsOrEndsIdentity(alter);
        }

        @Override
        public Boolean other(Operation operation) {
            return false;
        }
    }

    private static boolean startsOrEndsIdentity(ColumnOperation.Alter alter) {
        return alter.before().generation() instanceof Identity != alter.after().generation() instanceof Identity;
    }

    private static boolean isCounter(Table table) {
        return table.columns().stream().anyMatch(NumberContinuation::isNext);
    }

    private static boolean isNext(Column column) {
        return Identifier.parse(column.name()).text().equalsIgnoreCase(NEXT);
    }

    /**
     * Returns the dropped table if it replaced a sequence or belonged to a table generator: a number, at most with a
     * key.
     */
    private static Optional<Table> droppedCounter(TableOperation.Drop drop) {
        return Optional.ofNullable(drop.table()).filter(table -> table.columns().size() <= 2 && isCounter(table));
    }

    private static Optional<Column> key(Table counter) {
        return counter.columns().stream().filter(column -> !isNext(column)).findFirst();
    }

    /** Processes one list of operations. */
    private final class Pass {

        private final List<Operation> operations;
        private final List<NumberSource> known;
        private final Set<QualifiedName> created;
        private final List<Operation> result = new ArrayList<>();

        Pass(List<Operation> operations) {
            this.operations = operations;
            this.created = operations.stream()
                    .filter(TableOperation.Create.class::isInstance)
                    .map(operation ->
                            ((TableOperation.Create) operation).table().name())
                    .collect(Collectors.toSet());
            this.known = sources.get().stream()
                    .filter(source -> hasRows(source.column()))
                    .toList();
        }

        List<Operation> result() {
            operations.forEach(this::add);
            known.stream()
                    .filter(source -> source.segment() != null && isNewFor(source))
                    .forEach(source -> segment(source, source.segment(), DataOperation.Execute.NOTHING));
            for (NumberSource source : known) {
                Segment segment = source.segment();
                if (segment == null || isNewFor(source)) {
                    continue;
                }
                if (isRenamed(source, segment)) {
                    renamedSegment(source, segment);
                } else if (isMissing(source, segment)) {
                    segment(source, segment, formerSegments(source, segment));
                }
            }
            return result;
        }

        /** Whether the row is called after a table that has its name from now on. It can have been that of another table. */
        private boolean isRenamed(NumberSource source, Segment segment) {
            QualifiedName table = source.column().table();
            return live.table(source.name())
                            .flatMap(found -> found.column(segment.keyColumn()))
                            .isPresent()
                    && text(table).equals(segment.key().toLowerCase(Locale.ROOT))
                    && operations.stream()
                            .anyMatch(operation -> operation instanceof TableOperation.Rename rename
                                    && rename.after().equals(table));
        }

        /** The row exists if it was that of another table, and the name of the former row can be that of another table now. */
        private void renamedSegment(NumberSource source, Segment segment) {
            String number = dialect.identifiers().sql(segment.numberColumn());
            String first = "(select " + first(List.of(source.column()), BLOCK) + ")";
            List<String> others = known.stream()
                    .filter(other -> other.name().equals(source.name()))
                    .filter(other -> other.segment() != null && !isRenamed(other, other.segment()))
                    .map(other -> dialect.literal(
                            Objects.requireNonNull(other.segment()).key()))
                    .toList();
            String undo = "update " + sql(source.name()) + " set " + number + " = " + first + " where " + number + " < "
                    + first
                    + (others.isEmpty()
                            ? ""
                            : " and " + dialect.identifiers().sql(segment.keyColumn()) + " not in ("
                                    + String.join(", ", others) + ")");
            segment(source, segment, undo);
        }

        /** Whether an entity with rows uses another row of its table generator from now on. */
        private boolean isMissing(NumberSource source, Segment segment) {
            NumberedColumn column = source.column();
            return live.table(source.name())
                            .flatMap(table -> table.column(segment.keyColumn()))
                            .isPresent()
                    && live.table(column.table())
                            .flatMap(table -> table.column(column.column()))
                            .isPresent()
                    && !keys.apply(source.name(), segment.keyColumn()).contains(segment.key())
                    && !keys.apply(column.table(), column.column()).isEmpty();
        }

        /** Makes the rows that no entity uses any more continue, one of which a downgrade uses again. */
        private String formerSegments(NumberSource source, Segment segment) {
            List<String> used = known.stream()
                    .filter(other -> other.name().equals(source.name()))
                    .flatMap(other -> Stream.ofNullable(other.segment()))
                    .map(other -> dialect.literal(other.key()))
                    .toList();
            String number = dialect.identifiers().sql(segment.numberColumn());
            String first = "(select " + first(List.of(source.column()), BLOCK) + ")";
            return "update " + sql(source.name()) + " set " + number + " = " + first + " where "
                    + dialect.identifiers().sql(segment.keyColumn()) + " not in (" + String.join(", ", used) + ") and "
                    + number + " < " + first;
        }

        /** A new table has no rows, and a column that is not yet numeric contains no numbers to continue after. */
        private boolean hasRows(NumberedColumn column) {
            return !created.contains(column.table())
                    && live.table(column.table())
                            .flatMap(table -> table.column(column.column()))
                            .map(found -> isInteger(found.type()))
                            .orElse(true);
        }

        private void add(Operation operation) {
            if (operation.accept(new Numbered())) {
                firstNumber(operation);
            }
        }

        /** Adds an operation with the columns that it numbers. Returns whether it was added unchanged. */
        private final class Numbered implements OperationVisitor.Selective<Boolean> {

            @Override
            public Boolean createSequence(SequenceOperation.Create create) {
                result.add(new SequenceOperation.Create(
                        create.sequence(), numberedBy(create.sequence().name())));
                return false;
            }

            @Override
            public Boolean dropSequence(SequenceOperation.Drop drop) {
                Sequence whole = drop.sequence();
                if (whole == null) {
                    return other(drop);
                }
                result.add(new SequenceOperation.Drop(drop.name(), whole, numberedUntilNow(drop.name())));
                return false;
            }

            @Override
            public Boolean dropTable(TableOperation.Drop drop) {
                Optional<Table> counter = droppedCounter(drop);
                if (counter.isEmpty()) {
                    return other(drop);
                }
                counterGoes(drop, counter.get());
                return false;
            }

            @Override
            public Boolean other(Operation operation) {
                return result.add(operation);
            }
        }

        private List<NumberedColumn> numberedBy(QualifiedName source) {
            return known.stream()
                    .filter(known -> known.name().equals(source))
                    .map(NumberSource::column)
                    .toList();
        }

        /**
         * The columns that a dropped sequence numbered. The schema records no link between the two, so the names
         * decide, and all candidates count where the names do not match.
         */
        private List<NumberedColumn> numberedUntilNow(QualifiedName counter) {
            Optional<NumberedColumn> renamed = ofRenamedTable(counter);
            if (renamed.isPresent()) {
                return List.of(renamed.get());
            }
            Set<NumberedColumn> candidates = new LinkedHashSet<>();
            known.stream()
                    .filter(source -> !live.sequence(source.name()).isPresent()
                            && live.table(source.name()).isEmpty())
                    .map(NumberSource::column)
                    .forEach(candidates::add);
            operations.stream()
                    .filter(ColumnOperation.Alter.class::isInstance)
                    .map(ColumnOperation.Alter.class::cast)
                    .filter(alter -> alter.after().generation() instanceof Identity
                            && !(alter.before().generation() instanceof Identity))
                    .map(alter ->
                            new NumberedColumn(alter.table(), alter.after().name()))
                    .forEach(candidates::add);
            known.stream()
                    .filter(source -> isCalledAfter(counter, source.column().table()))
                    .map(NumberSource::column)
                    .forEach(candidates::add);
            if (candidates.isEmpty() && !isOfDroppedTable(counter)) {
                unnumbered().forEach(candidates::add);
            }
            List<NumberedColumn> called = candidates.stream()
                    .filter(column -> isCalledAfter(counter, column.table()))
                    .toList();
            return called.isEmpty() ? List.copyOf(candidates) : called;
        }

        private boolean isOfDroppedTable(QualifiedName counter) {
            return droppedTables().anyMatch(table -> isCalledAfter(counter, table));
        }

        private Stream<QualifiedName> droppedTables() {
            return operations.stream()
                    .filter(TableOperation.Drop.class::isInstance)
                    .map(operation -> ((TableOperation.Drop) operation).name());
        }

        /** The keys without any generator from now on: those that change, or else all. */
        private List<NumberedColumn> unnumbered() {
            List<NumberedColumn> keys = live.tables().stream()
                    .flatMap(table -> table.primaryKey().stream()
                            .filter(key -> key.columns().size() == 1)
                            .flatMap(key -> table.column(key.columns().get(0)).stream())
                            .filter(column -> isInteger(column.type()) && !(column.generation() instanceof Identity))
                            .map(column -> new NumberedColumn(table.name(), column.name())))
                    .filter(key ->
                            known.stream().noneMatch(source -> source.column().equals(key)))
                    .filter(key -> operations.stream().noneMatch(operation -> isGone(key, operation)))
                    .toList();
            List<NumberedColumn> changed = keys.stream()
                    .filter(key -> operations.stream()
                            .anyMatch(operation -> operation instanceof ColumnOperation.Alter alter
                                    && alter.table().equals(key.table())
                                    && alter.after().name().equals(key.column())))
                    .toList();
            return changed.isEmpty() ? keys : changed;
        }

        /** Whether a key has another name, or none, when a downgrade starts. */
        private static boolean isGone(NumberedColumn key, Operation operation) {
            Snapshot alone = Snapshot.EMPTY.with(
                    Table.of(key.table(), List.of(new Column(key.column(), SqlType.of(SqlType.Kind.BIGINT)))));
            return operation
                    .applyTo(alone)
                    .table(key.table())
                    .flatMap(table -> table.column(key.column()))
                    .isEmpty();
        }

        /** The key of a table that has another name when its sequence is dropped. Another table can have its name. */
        private Optional<NumberedColumn> ofRenamedTable(QualifiedName counter) {
            FormerOwner owner = new FormerOwner(counter);
            operations.stream().takeWhile(operation -> !operation.accept(owner)).forEach(operation -> {});
            return Optional.ofNullable(owner.former)
                    .flatMap(live::table)
                    .flatMap(Table::primaryKey)
                    .filter(key -> key.columns().size() == 1)
                    .map(key -> new NumberedColumn(
                            Objects.requireNonNull(owner.name), key.columns().get(0)));
        }

        /** Follows the table that a sequence is named after, until the sequence is dropped. */
        private final class FormerOwner implements OperationVisitor.Selective<Boolean> {

            private final QualifiedName counter;
            private @Nullable QualifiedName former;
            private @Nullable QualifiedName name;

            FormerOwner(QualifiedName counter) {
                this.counter = counter;
            }

            @Override
            public Boolean dropSequence(SequenceOperation.Drop drop) {
                return drop.name().equals(counter);
            }

            @Override
            public Boolean dropTable(TableOperation.Drop drop) {
                return drop.name().equals(counter);
            }

            @Override
            public Boolean renameTable(TableOperation.Rename rename) {
                if (former == null && isCalledAfter(counter, rename.before())) {
                    former = rename.before();
                    name = rename.after();
                } else if (rename.before().equals(name)) {
                    name = rename.after();
                }
                return false;
            }

            @Override
            public Boolean other(Operation operation) {
                return false;
            }
        }

        private void counterGoes(TableOperation.Drop drop, Table counter) {
            List<NumberedColumn> columns = numberedUntilNow(drop.name());
            if (!columns.isEmpty()) {
                key(counter)
                        .ifPresentOrElse(
                                key -> keys.apply(counter.name(), key.name()).stream()
                                        .filter(value -> !isOfDroppedTable(value))
                                        .forEach(value -> result.add(rowGoes(counter, key, value, columns))),
                                () -> result.add(execute(
                                        "delete from " + sql(drop.name()),
                                        "insert into " + sql(drop.name()) + " select " + first(columns, BLOCK))));
            }
            result.add(drop);
        }

        /** Whether a row is the one of a table that is dropped, too. A downgrade creates that table without rows. */
        private boolean isOfDroppedTable(String key) {
            return droppedTables().anyMatch(table -> table.name().equalsIgnoreCase(key));
        }

        private Operation rowGoes(Table counter, Column key, String value, List<NumberedColumn> columns) {
            String table = sql(counter.name());
            String keyColumn = dialect.identifiers().sql(key.name());
            String next = counter.columns().stream()
                    .filter(NumberContinuation::isNext)
                    .map(column -> dialect.identifiers().sql(column.name()))
                    .findFirst()
                    .orElseThrow();
            return execute(
                    "delete from " + table + " where " + keyColumn + " = " + dialect.literal(value),
                    "insert into " + table + " (" + keyColumn + ", " + next + ") select " + dialect.literal(value)
                            + ", " + first(columns, BLOCK));
        }

        /**
         * At this point a new table that replaces a sequence has its first row. A renamed one keeps the row that was
         * counted with another increment.
         */
        private void firstNumber(Operation operation) {
            operation.accept(new FirstNumbers());
        }

        /** Returns the operations so far. */
        private final class FirstNumbers implements OperationVisitor.Selective<List<Operation>> {

            @Override
            public List<Operation> renameTable(TableOperation.Rename rename) {
                firstNumber(rename.after(), true);
                return result;
            }

            @Override
            public List<Operation> execute(DataOperation.Execute execute) {
                if (result.size() > 1
                        && result.get(result.size() - 2) instanceof TableOperation.Create create
                        && create.table().columns().size() == 1) {
                    firstNumber(create.table().name(), false);
                }
                return result;
            }

            @Override
            public List<Operation> other(Operation operation) {
                return result;
            }
        }

        private void firstNumber(QualifiedName counter, boolean hadOtherSteps) {
            List<NumberSource> numbered = known.stream()
                    .filter(source -> source.segment() == null && source.name().equals(counter))
                    .toList();
            if (!numbered.isEmpty()) {
                int increment = numbered.get(0).increment();
                result.add(execute(
                        atLeast(numbered, increment),
                        hadOtherSteps ? atLeast(numbered, BLOCK) : DataOperation.Execute.NOTHING));
            }
        }

        private String atLeast(List<NumberSource> numbered, int increment) {
            List<NumberedColumn> columns =
                    numbered.stream().map(NumberSource::column).toList();
            String first = "(select " + first(columns, increment) + ")";
            return "update " + sql(numbered.get(0).name()) + " set " + NEXT + " = " + first + " where " + NEXT + " < "
                    + first;
        }

        /** Whether an entity uses a table generator from now on, inferred from the operations. */
        private boolean isNewFor(NumberSource source) {
            QualifiedName table = source.column().table();
            return operations.stream().anyMatch(operation -> operation.accept(new BeginsFor(source.name(), table)));
        }

        private void segment(NumberSource source, Segment segment, String undo) {
            String table = sql(source.name());
            String key = dialect.identifiers().sql(segment.keyColumn());
            String value = dialect.literal(segment.key());
            result.add(
                    execute("delete from " + table + " where " + key + " = " + value, DataOperation.Execute.NOTHING));
            result.add(execute(
                    "insert into " + table + " (" + key + ", "
                            + dialect.identifiers().sql(segment.numberColumn()) + ") select " + value + ", "
                            + first(List.of(source.column()), source.increment()),
                    undo));
        }

        /** The first number after those in use, as a select expression with its from clause. */
        private String first(List<NumberedColumn> columns, int increment) {
            return columns.stream()
                    .map(column -> "select max(" + dialect.identifiers().sql(column.column()) + ") + " + increment
                            + " as number from " + sql(column.table()))
                    .collect(Collectors.joining(" union all ", "coalesce(max(number), 1) from (", ") numbers"));
        }
    }

    private static boolean isInteger(SqlType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, NUMERIC -> true;
            default -> false;
        };
    }

    private static boolean isCalledAfter(QualifiedName counter, QualifiedName table) {
        return text(counter).equals(text(table) + SUFFIX);
    }

    private static String text(QualifiedName name) {
        return Identifier.parse(name.name()).text().toLowerCase(Locale.ROOT);
    }

    private String sql(QualifiedName name) {
        return dialect.identifiers().sql(name);
    }

    private static Operation execute(String sql, @Nullable String undo) {
        return new DataOperation.Execute(sql, undo);
    }

    /** Whether an operation shows that the entity of a table uses another source of numbers from now on. */
    private record BeginsFor(QualifiedName source, QualifiedName table) implements OperationVisitor.Selective<Boolean> {

        @Override
        public Boolean createTable(TableOperation.Create create) {
            return create.table().name().equals(source);
        }

        @Override
        public Boolean dropSequence(SequenceOperation.Drop drop) {
            return isCalledAfter(drop.name(), table);
        }

        @Override
        public Boolean dropTable(TableOperation.Drop drop) {
            return droppedCounter(drop).isPresent() && isCalledAfter(drop.name(), table);
        }

        @Override
        public Boolean alterColumn(ColumnOperation.Alter alter) {
            return alter.table().equals(table) && startsOrEndsIdentity(alter);
        }

        @Override
        public Boolean other(Operation operation) {
            return false;
        }
    }
}
