package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.EntityHierarchy.Storage;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks whether rows follow when the entities of a hierarchy are stored in other tables, and adds the statements that
 * move them. The columns that they move are no subject of other questions then.
 */
final class RowMoves {

    private final Dialect dialect;
    private final List<EntityHierarchy> asked = new ArrayList<>();
    private final List<HierarchyChange> changes = new ArrayList<>();
    private final List<RowMoveStatements> statements = new ArrayList<>();
    private final List<Operation> added = new ArrayList<>();
    private final List<Operation> opened = new ArrayList<>();
    private final List<Operation> closed = new ArrayList<>();

    /** Converts the values of a column that are moved to a column of another type. */
    @FunctionalInterface
    interface MovedTypes {

        /** Returns the operations that give the column the type of its target; empty if its values can be moved as they are. */
        List<Operation> of(QualifiedName table, Column column, QualifiedName target, Column wanted);
    }

    RowMoves(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Asks about each hierarchy that is stored in another way, once. */
    void ask(
            List<EntityHierarchy> hierarchies,
            Snapshot live,
            Snapshot wanted,
            Evidence evidence,
            Predicate<QualifiedName> ours,
            Function<Question, Answer> interview) {
        HierarchyChanges found = new HierarchyChanges(live, wanted, evidence, ours);
        for (EntityHierarchy hierarchy : hierarchies) {
            Optional<HierarchyChange> change = asked.contains(hierarchy) ? Optional.empty() : found.of(hierarchy);
            change.ifPresent(changed -> {
                asked.add(hierarchy);
                if (interview.apply(question(changed, evidence)).verb() == Verb.MOVE) {
                    changes.add(changed);
                    statements.add(new RowMoveStatements(changed, dialect));
                }
            });
        }
    }

    private static Question question(HierarchyChange change, Evidence evidence) {
        String rows = counted(change, change.before(), evidence);
        String tables = tables(change, change.after());
        return new Question(
                "inheritance",
                change.root().toString(),
                List.of("The entities of " + change.root() + " ("
                        + change.hierarchy().types().stream()
                                .map(EntityHierarchy.Type::entity)
                                .collect(Collectors.joining(", "))
                        + ") are stored in " + change.after().words() + " from now on; it was "
                        + change.before().words() + ". " + rows + "."
                        + (change.isMovable()
                                ? ""
                                : " Retort cannot move them, because no column contains the class of a row.")),
                choices(change, tables),
                change.isMovable() ? Optional.of("m") : Optional.empty(),
                change.isMovable() ? new Answer(Verb.MOVE, "") : new Answer(Verb.ACCEPT, ""));
    }

    private static List<Choice> choices(HierarchyChange change, String tables) {
        return change.isMovable()
                ? List.of(
                        Choice.of("m", Verb.MOVE, "move the rows to " + tables + "; a downgrade moves them back"),
                        Choice.of(
                                "a",
                                Verb.ACCEPT,
                                "move no rows: entities do not find them; each removed column and table is a question"))
                : List.of(Choice.of(
                        "a",
                        Verb.ACCEPT,
                        "write it without moving rows: their class is lost, and entities read them as another class or"
                                + " not at all; each removed column and table is a question"));
    }

    private static String counted(HierarchyChange change, Storage storage, Evidence evidence) {
        return names(change, storage)
                .map(name -> name + " has " + evidence.rows(name).of("row"))
                .collect(Collectors.joining(", "));
    }

    private static String tables(HierarchyChange change, Storage storage) {
        return names(change, storage).map(QualifiedName::toString).collect(Collectors.joining(", "));
    }

    private static Stream<QualifiedName> names(HierarchyChange change, Storage storage) {
        return change.names().stream()
                .distinct()
                .filter(name -> change.schema(storage).table(name).isPresent());
    }

    /** Returns the tables that are dropped because their rows are in others afterwards. */
    List<QualifiedName> dropped() {
        return changes.stream()
                .flatMap(change -> names(change, change.before())
                        .filter(name -> change.wanted().table(name).isEmpty()))
                .toList();
    }

    /** Whether the values of a column are moved, so that neither its addition nor its drop is a question. */
    boolean take(QualifiedName table, String column) {
        return statements.stream().anyMatch(moves -> moves.concerns(table, column));
    }

    /** Whether a table gets or loses rows. */
    boolean concern(QualifiedName table) {
        return changes.stream().anyMatch(change -> change.names().contains(table));
    }

    /** Whether a foreign key joins the tables of a class and its superclass. */
    boolean join(ConstraintOperation.Add add, QualifiedName referenced) {
        return changes.stream()
                .anyMatch(change ->
                        change.names().contains(add.table()) && change.names().contains(referenced));
    }

    /** Whether a new column gets a value in every row. */
    private boolean fill(QualifiedName table, String column) {
        return statements.stream()
                .filter(moves -> moves.concerns(table, column))
                .allMatch(moves -> moves.fill(table, column));
    }

    /**
     * Notes a new column, which is added before the rows are moved and is required only afterwards.
     *
     * @param required asks for a value of the rows that have none, and returns what makes the column required
     */
    List<Operation> add(ColumnOperation.Add add, Function<ColumnOperation.Alter, List<Operation>> required) {
        Column column = add.column();
        Column open = column.withNullable(true);
        added.add(column.nullable() ? add : new ColumnOperation.Add(add.table(), open));
        if (!column.nullable()) {
            ColumnOperation.Alter alter = new ColumnOperation.Alter(add.table(), open, column);
            closed.addAll(fill(add.table(), column.name()) ? List.of(alter) : required.apply(alter));
        }
        return List.of();
    }

    /**
     * Notes a removed column, which allows nulls while the rows are moved, also by a downgrade. Its values are converted
     * before they are moved.
     *
     * @param converted returns the operations that convert a column into the type of another
     */
    List<Operation> drop(ColumnOperation.Drop drop, MovedTypes converted) {
        Column column = drop.column();
        if (column == null || drop.key() != null) {
            return List.of(drop);
        }
        Column open = column.withNullable(true);
        if (!column.nullable()) {
            opened.add(new ColumnOperation.Alter(drop.table(), column, open));
        }
        return List.of(new ColumnOperation.Drop(drop.table(), drop.name(), convert(drop.table(), open, converted)));
    }

    /** Notes a removed table, whose values are converted before they are moved. */
    TableOperation.Drop drop(TableOperation.Drop drop, MovedTypes converted) {
        Table table = drop.table();
        if (table == null || !dropped().contains(drop.name())) {
            return drop;
        }
        int before = opened.size();
        Table typed = table.mapColumns(column -> convert(drop.name(), column, converted));
        Snapshot rest = Snapshot.EMPTY.with(typed);
        for (Operation operation : opened.subList(before, opened.size())) {
            rest = operation instanceof ConstraintOperation.Drop ? operation.applyTo(rest) : rest;
        }
        return new TableOperation.Drop(drop.name(), rest.table(drop.name()).orElse(typed));
    }

    private Column convert(QualifiedName table, Column column, MovedTypes converted) {
        for (RowMoveStatements.Moved moved : moved(table, column.name())) {
            Optional<Column> target = wanted(moved);
            List<Operation> operations = target.map(found -> converted.of(table, column, moved.target(), found))
                    .orElse(List.of());
            if (!operations.isEmpty()) {
                opened.addAll(operations);
                return typed(column, target.orElseThrow());
            }
        }
        return column;
    }

    /** The column with the type that its values have when they are moved. */
    static Column typed(Column column, Column target) {
        return column.withType(target.type()).withDefault(null);
    }

    private List<RowMoveStatements.Moved> moved(QualifiedName table, String column) {
        return statements.stream()
                .flatMap(moves -> moves.moved().stream())
                .filter(moved -> moved.source().equals(table) && moved.column().equals(column))
                .toList();
    }

    private Optional<Column> wanted(RowMoveStatements.Moved moved) {
        return changes.stream()
                .flatMap(change -> change.wanted().table(moved.target()).stream())
                .flatMap(table -> table.column(moved.column()).stream())
                .findFirst();
    }

    /** Notes a change of type, which comes before the values are moved. */
    void convert(List<Operation> operations) {
        opened.addAll(operations);
    }

    /** Returns the changes that come before the rows are moved. */
    List<Operation> opened() {
        return List.copyOf(opened);
    }

    /**
     * Notes a new table. A column that is required and gets no value with the rows is required only after they are moved.
     *
     * @param required asks for a value of the rows, and returns what makes the column required
     */
    TableOperation.Create create(
            TableOperation.Create create, Function<ColumnOperation.Alter, List<Operation>> required) {
        Table table = create.table();
        boolean filled = statements.stream().anyMatch(moves -> moves.fills(table.name()));
        List<String> key = table.primaryKey().map(found -> found.columns()).orElse(List.of());
        return new TableOperation.Create(table.mapColumns(column -> {
            boolean given = !filled
                    || column.nullable()
                    || column.defaultValue() != null
                    || column.generation() != null
                    || key.contains(column.name())
                    || take(table.name(), column.name());
            if (given) {
                return column;
            }
            Column open = column.withNullable(true);
            closed.addAll(required.apply(new ColumnOperation.Alter(table.name(), open, column)));
            return open;
        }));
    }

    /** Returns the operations with the statements between what creates and what fills, checks or drops. */
    List<Operation> in(List<Operation> operations) {
        if (statements.isEmpty()) {
            return operations;
        }
        int place = place(operations);
        List<Operation> all = new ArrayList<>(operations.subList(0, place));
        all.addAll(added);
        opened.stream().filter(operation -> !isOfDowngrade(operation)).forEach(all::add);
        opened.stream().filter(RowMoves::isOfDowngrade).forEach(all::add);
        statements.forEach(moves -> all.addAll(moves.operations()));
        all.addAll(closed);
        all.addAll(operations.subList(place, operations.size()));
        return all;
    }

    /** A downgrade checks the values when all rows are back, and before the first column changes. */
    private static boolean isOfDowngrade(Operation operation) {
        return operation instanceof DataOperation rows && rows.isNothing();
    }

    /** After the last new table, and after the constraints that are dropped there. */
    private static int place(List<Operation> operations) {
        int place = IntStream.range(0, operations.size())
                .filter(i -> operations.get(i) instanceof TableOperation.Create)
                .map(i -> i + 1)
                .max()
                .orElse(0);
        long drops = operations.stream()
                .skip(place)
                .takeWhile(ConstraintOperation.Drop.class::isInstance)
                .count();
        return place + Math.toIntExact(drops);
    }
}
