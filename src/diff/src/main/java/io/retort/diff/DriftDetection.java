package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Counterparts;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.CountedRows;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Distinguishes changes of the entities from changes of the database by hand. Where the entities declare an object as
 * the history produces it, the entities did not change, so a difference of the database is drift.
 */
final class DriftDetection {

    private static final OperationObjects OBJECTS = new OperationObjects();

    private final ComparisonContext schemas;
    private final HistorySchema history;
    private final Snapshot model;

    /**
     * @param schemas both sides of the comparison
     * @param history the schema that the revisions produce
     * @param model the schema that the entities declare
     */
    DriftDetection(ComparisonContext schemas, HistorySchema history, Snapshot model) {
        this.schemas = schemas;
        this.history = history;
        this.model = model;
    }

    /** Returns what both the entities and the database changed, one clause for each object. */
    List<String> conflicts() {
        return new ConflictingChanges(schemas, history, model).describe();
    }

    /** Returns the operations that restore what the revisions made, in executable order. */
    List<Operation> drift() {
        List<Operation> found = Differ.compareManaged(schemas).operations();
        return found.stream().filter(this::isDrift).toList();
    }

    /**
     * Returns the drift as messages show it. Rows that an object needs are inserted by the statements of that object.
     *
     * @param drift the operations that restore the objects
     * @param live the schema of the database
     * @param dialect the product
     * @param connection a connection to the database, whose rows and dependent objects decide which statements can run
     * @param progress receives which table is counted
     */
    List<DriftedObject> restored(
            List<Operation> drift, Snapshot live, Dialect dialect, Connection connection, ComparisonProgress progress) {
        if (drift.isEmpty()) {
            return List.of();
        }
        RestorationObstacles obstacles = new RestorationObstacles(
                dialect,
                new CountedRows(connection, dialect).reporting(progress),
                DependentObjectRemarks.of(dialect, connection),
                live,
                foreignTables(),
                drift);
        List<Operation> operations = new TableRebuilds(dialect::needsRebuild).in(drift, live);
        Map<Operation, List<String>> found = obstacles.of(operations);
        List<DriftedObject> restored = new ArrayList<>();
        for (Operation operation : operations) {
            List<String> statements = statements(operation, dialect);
            if (operation.accept(OBJECTS).isEmpty() && !restored.isEmpty()) {
                restored.add(restored.remove(restored.size() - 1).followedBy(statements));
            } else {
                restored.add(DriftedObject.of(operation, statements, found.getOrDefault(operation, List.of())));
            }
        }
        return restored;
    }

    /** The tables that no revision creates and no entity declares, and the other ones with their columns of that kind. */
    private Snapshot foreignTables() {
        List<Table> tables = new ArrayList<>();
        for (Table table : schemas.live().tables()) {
            if (!history.unknown().containsKey(table.name())) {
                tables.add(table.withColumns(table.columns().stream()
                        .filter(column -> isForeign(table.name(), column.name()))
                        .toList()));
            }
        }
        return new Snapshot(tables, List.of(), List.of());
    }

    private boolean isForeign(QualifiedName table, String column) {
        return Stream.of(history.snapshot(), schemas.wanted(), model)
                .flatMap(schema -> schema.table(table).stream())
                .allMatch(known -> known.column(column).isEmpty());
    }

    private static List<String> statements(Operation operation, Dialect dialect) {
        return operation.sql(dialect.ddl()).stream()
                .filter(Statement.Sql.class::isInstance)
                .map(statement -> statement.requireSql().textInFile())
                .toList();
    }

    /** An operation about an object that both sides have alike only makes way for another one. */
    private boolean isDrift(Operation operation) {
        List<SchemaObject> objects = operation.accept(OBJECTS);
        return !objects.isEmpty() && objects.stream().allMatch(object -> isUnchanged(object) && differs(object));
    }

    private boolean isUnchanged(SchemaObject object) {
        return !history.unknown().containsKey(object.owner())
                && (isAlike(object, history.snapshot(), model)
                        || isInPlaceOfIndex(object)
                        || isInPlaceOfConstraint(object));
    }

    /** A unique index is a constraint on MySQL and MariaDB. By hand, it can have replaced an index of the revisions. */
    private boolean isInPlaceOfIndex(SchemaObject object) {
        return object.kind() == SchemaObject.Kind.CONSTRAINT
                && constraint(history.snapshot(), object).isEmpty()
                && constraint(model, object).isEmpty()
                && isAlike(SchemaObject.index(object.owner(), object.name()), history.snapshot(), model);
    }

    /** By hand, a unique index, for example one with a condition, can have replaced a constraint of the revisions. */
    private boolean isInPlaceOfConstraint(SchemaObject object) {
        return object.kind() == SchemaObject.Kind.INDEX
                && index(history.snapshot(), object).isEmpty()
                && index(model, object).isEmpty()
                && isAlike(constraintOfName(object), history.snapshot(), model);
    }

    private static SchemaObject constraintOfName(SchemaObject object) {
        return new SchemaObject(SchemaObject.Kind.CONSTRAINT, object.owner(), object.name());
    }

    private boolean differs(SchemaObject object) {
        return !isAlike(object, schemas.live(), schemas.wanted());
    }

    /** Whether both schemas have the object, and with the same definition. */
    private boolean isAlike(SchemaObject object, Snapshot one, Snapshot other) {
        return switch (object.kind()) {
            case TABLE -> isAlike(one.table(object.owner()), other.table(object.owner()));
            case COLUMN -> alike(column(one, object), column(other, object));
            case CONSTRAINT -> alike(constraint(one, object), constraint(other, object));
            case INDEX -> alike(index(one, object), index(other, object));
            case SEQUENCE -> alike(one.sequence(object.owner()), other.sequence(object.owner()));
            case ENUM_TYPE -> alike(one.enumType(object.owner()), other.enumType(object.owner()));
        };
    }

    private static <T> boolean alike(Optional<T> one, Optional<T> other) {
        return one.isPresent() && one.equals(other);
    }

    /** Whether two tables have the same columns and the same comment, whatever their order. */
    private static boolean isAlike(Optional<Table> one, Optional<Table> other) {
        return one.isPresent()
                && other.isPresent()
                && new HashSet<>(one.get().columns())
                        .equals(new HashSet<>(other.get().columns()))
                && Objects.equals(one.get().comment(), other.get().comment());
    }

    private static Optional<Column> column(Snapshot schema, SchemaObject object) {
        return schema.table(object.owner()).flatMap(table -> table.column(object.name()));
    }

    private Optional<Constraint> constraint(Snapshot schema, SchemaObject object) {
        return counterpart(schema, object).map(constraint -> constraint.named("any"));
    }

    /**
     * Finds a constraint by its name, and where another tool or the database has given it another name, by its columns. A
     * check constraint is found by its expression first, because other ones can be on the same column.
     */
    private Optional<Constraint> counterpart(Snapshot schema, SchemaObject object) {
        return schema.table(object.owner())
                .flatMap(table -> first(table.constraints(), named(object))
                        .or(() -> first(table.constraints(), other -> isDefined(object, known -> isSame(known, other))))
                        .or(() -> first(
                                table.constraints(),
                                other -> isDefined(object, known -> listSameColumn(known, other, table)))));
    }

    private boolean isDefined(SchemaObject object, Predicate<Constraint> wanted) {
        return definitions(object).anyMatch(wanted);
    }

    /** The constraint itself, from each side that has it by its name. */
    private Stream<Constraint> definitions(SchemaObject object) {
        return Stream.of(schemas.live(), schemas.declared(), schemas.wanted(), history.snapshot())
                .flatMap(schema -> schema.table(object.owner()).stream())
                .flatMap(table -> table.constraints().stream())
                .filter(named(object));
    }

    private static Predicate<Constraint> named(SchemaObject object) {
        return constraint -> SchemaObject.constraint(object.owner(), constraint).equals(object);
    }

    private static boolean isSame(Constraint one, Constraint other) {
        if (one instanceof Unique unique && other instanceof Unique second) {
            return Set.copyOf(unique.columns()).equals(Set.copyOf(second.columns()));
        }
        if (one instanceof ForeignKey key && other instanceof ForeignKey second) {
            return Set.copyOf(key.columns()).equals(Set.copyOf(second.columns()));
        }
        return one instanceof PrimaryKey && other instanceof PrimaryKey
                || one instanceof Check check
                        && other instanceof Check second
                        && Counterparts.haveSameExpression(check, second);
    }

    private static boolean listSameColumn(Constraint one, Constraint other, Table table) {
        return one instanceof Check check
                && other instanceof Check second
                && Counterparts.listSameColumn(check, second, table);
    }

    private static Optional<Index> index(Snapshot schema, SchemaObject object) {
        return schema.table(object.owner())
                .flatMap(table -> first(table.indexes(), index -> index.name().equals(object.name())))
                .map(index -> index.named("any"));
    }

    private static <T> Optional<T> first(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /**
     * Returns both sides without the drift: the entities then want the objects as the database has them.
     *
     * @param drift the operations that restore the objects
     * @param foreign further objects to take as the database has them
     */
    ComparisonContext without(List<Operation> drift, List<SchemaObject> foreign) {
        Set<SchemaObject> objects = new LinkedHashSet<>();
        drift.forEach(operation -> objects.addAll(operation.accept(OBJECTS)));
        Snapshot wanted = schemas.wanted();
        Snapshot declared = schemas.declared();
        objects.addAll(foreign);
        for (SchemaObject object : objects) {
            wanted = asInDatabase(wanted, object);
            declared = asInDatabase(declared, object);
        }
        return schemas.with(schemas.live(), wanted, declared, schemas.ours());
    }

    private Snapshot asInDatabase(Snapshot side, SchemaObject object) {
        Snapshot live = schemas.live();
        QualifiedName owner = object.owner();
        return switch (object.kind()) {
            case TABLE ->
                live.table(owner)
                        .map(table -> side.mapTable(owner, other -> other.withComment(table.comment())))
                        .orElseGet(() -> side.withoutTable(owner));
            case COLUMN -> side.mapTable(owner, table -> withColumn(table, object.name(), column(live, object)));
            case CONSTRAINT ->
                side.mapTable(
                        owner,
                        table -> table.withConstraints(
                                replaced(table.constraints(), counterpart(side, object), counterpart(live, object))));
            case INDEX ->
                side.mapTable(
                        owner,
                        table ->
                                table.withIndexes(replaced(table.indexes(), named(side, object), named(live, object))));
            case SEQUENCE -> live.sequence(owner).map(side::with).orElseGet(() -> side.withoutSequence(owner));
            case ENUM_TYPE -> live.enumType(owner).map(side::with).orElseGet(() -> side.withoutEnumType(owner));
        };
    }

    private static Optional<Index> named(Snapshot schema, SchemaObject object) {
        return schema.table(object.owner())
                .flatMap(table -> first(table.indexes(), index -> index.name().equals(object.name())));
    }

    private static Table withColumn(Table table, String name, Optional<Column> live) {
        List<Column> columns = new ArrayList<>();
        table.columns().forEach(column -> {
            if (!column.name().equals(name)) {
                columns.add(column);
            } else {
                live.ifPresent(columns::add);
            }
        });
        if (table.column(name).isEmpty()) {
            live.ifPresent(columns::add);
        }
        return table.withColumns(columns);
    }

    private static <T> List<T> replaced(List<T> all, Optional<T> gone, Optional<T> come) {
        List<T> changed = new ArrayList<>(all);
        gone.ifPresent(changed::remove);
        come.filter(one -> !changed.contains(one)).ifPresent(changed::add);
        return changed;
    }

    /** Returns the columns that no revision creates and no entity declares. They are left alone. */
    List<SchemaObject> foreign() {
        List<SchemaObject> foreign = new ArrayList<>();
        for (Table made : history.snapshot().tables()) {
            QualifiedName name = made.name();
            Optional<Table> wanted = schemas.wanted().table(name);
            if (wanted.isEmpty() || history.unknown().containsKey(name)) {
                continue;
            }
            schemas.live().table(name).stream()
                    .flatMap(live -> live.columns().stream())
                    .map(Column::name)
                    .filter(column -> made.column(column).isEmpty()
                            && wanted.get().column(column).isEmpty())
                    .forEach(column -> foreign.add(SchemaObject.column(name, column)));
        }
        return foreign;
    }

    /** Returns the tables and columns on which entities and database agree although no revision creates them. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Table wanted : schemas.wanted().tables()) {
            QualifiedName name = wanted.name();
            Optional<Table> live = schemas.live().table(name);
            if (live.isEmpty() || history.unknown().containsKey(name)) {
                continue;
            }
            Optional<Table> made = history.snapshot().table(name);
            if (made.isEmpty()) {
                missing.add("table " + name);
                continue;
            }
            wanted.columns().stream()
                    .map(Column::name)
                    .filter(column -> live.get().column(column).isPresent()
                            && made.get().column(column).isEmpty())
                    .forEach(column -> missing.add("column " + name + "." + column));
        }
        return missing;
    }
}
