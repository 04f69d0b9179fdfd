package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.Conversion;
import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.diff.question.Count;
import io.retort.diff.question.Evidence;
import io.retort.internal.state.OperationObjects;
import io.retort.internal.state.SchemaObject;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why statements that restore a change by hand must not run on the present rows: they would fail, lose values, or make an
 * empty object where the one of the revisions has only another name now.
 */
final class RestorationObstacles implements OperationVisitor.Selective<List<String>> {

    private final Dialect dialect;
    private final Evidence evidence;
    private final DependentObjectRemarks dependent;
    private final Snapshot live;
    private final Snapshot foreign;
    private final Map<QualifiedName, QualifiedName> renamed;

    /**
     * @param dialect the product
     * @param evidence counts the rows of the database
     * @param dependent the views, triggers and other objects that depend on columns
     * @param live the schema of the database
     * @param foreign the tables of the database that no revision creates and no entity declares, and the other tables with
     *     only their columns of that kind
     * @param drift the operations that restore it
     */
    RestorationObstacles(
            Dialect dialect,
            Evidence evidence,
            DependentObjectRemarks dependent,
            Snapshot live,
            Snapshot foreign,
            List<Operation> drift) {
        this.dialect = dialect;
        this.evidence = evidence;
        this.dependent = dependent;
        this.live = live;
        this.foreign = foreign;
        this.renamed = drift.stream()
                .filter(TableOperation.Create.class::isInstance)
                .map(operation -> ((TableOperation.Create) operation).table())
                .filter(table -> renamed(table).isPresent())
                .collect(Collectors.toMap(Table::name, table -> renamed(table).orElseThrow()));
    }

    /**
     * Returns the operations that must not run, with the reasons. If one of a table must not, none of that table does: it
     * may need the others, or others may need what it makes way for.
     */
    Map<Operation, List<String>> of(List<Operation> operations) {
        Map<Operation, List<String>> found = new IdentityHashMap<>();
        Set<QualifiedName> waiting = new HashSet<>();
        for (Operation operation : operations) {
            List<String> obstacles = new ArrayList<>(operation.accept(this));
            dependent.changes(List.of(operation)).stream()
                    .map(change -> change.kind() + " " + change.object()
                            + " depends on it: drop it first, and create it again afterwards")
                    .forEach(obstacles::add);
            if (!obstacles.isEmpty()) {
                found.put(operation, obstacles);
                waiting.addAll(owners(operation));
            }
        }
        for (Operation operation : operations) {
            owners(operation).stream()
                    .filter(waiting::contains)
                    .findFirst()
                    .ifPresent(table -> found.putIfAbsent(
                            operation, List.of("other statements about " + table + " cannot run yet")));
        }
        return found;
    }

    private static Set<QualifiedName> owners(Operation operation) {
        return operation.accept(new OperationObjects()).stream()
                .map(SchemaObject::owner)
                .collect(Collectors.toSet());
    }

    /** A table that has every column of a missing one. */
    private Optional<QualifiedName> renamed(Table missing) {
        Set<String> columns = names(missing);
        return foreign.tables().stream()
                .filter(table -> names(table).containsAll(columns))
                .map(Table::name)
                .findFirst();
    }

    private static Set<String> names(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    @Override
    public List<String> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<String> rebuildTable(TableOperation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }

    @Override
    public List<String> createTable(TableOperation.Create create) {
        QualifiedName name = create.table().name();
        QualifiedName now = renamed.get(name);
        return now == null
                ? List.of()
                : List.of("if table " + now + " is this table under another name, rename it: "
                        + sql(new TableOperation.Rename(now, name)));
    }

    @Override
    public List<String> addColumn(ColumnOperation.Add add) {
        Column column = add.column();
        List<String> obstacles = new ArrayList<>();
        foreign.table(add.table()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(other -> other.type().equals(column.type()))
                .forEach(other -> obstacles.add("if column " + other.name()
                        + " is this column under another name, rename it: "
                        + sql(new ColumnOperation.Rename(add.table(), other.name(), column.name()))));
        boolean needsValue = !column.nullable() && column.defaultValue() == null && column.generation() == null;
        if (needsValue) {
            Count rows = evidence.rows(add.table());
            add(obstacles, rows, rows.of("row") + " of " + add.table() + " would have no value");
        }
        return obstacles;
    }

    @Override
    public List<String> alterColumn(ColumnOperation.Alter alter) {
        List<String> obstacles = new ArrayList<>();
        Column before = alter.before();
        Column after = alter.after();
        if (before.nullable() && !after.nullable()) {
            Count rows = evidence.rows(alter.table(), before.name(), "%s is null");
            add(
                    obstacles,
                    rows,
                    rows.of("row") + " of " + alter.table() + " " + rows.verb("has", "have") + " no value");
        }
        boolean computed = before.generation() instanceof Computed || after.generation() instanceof Computed;
        if (!computed && !before.type().equals(after.type())) {
            converted(alter).ifPresent(obstacles::add);
        }
        return obstacles;
    }

    private Optional<String> converted(ColumnOperation.Alter alter) {
        Conversion conversion = dialect.conversions()
                .between(alter.before().type(), alter.after().type());
        Count values = rows(alter, Loss.ANY_VALUE);
        if (conversion.keepsAll() || values.isNone()) {
            return Optional.empty();
        }
        if (conversion.verdict() == ConversionEffect.REFUSED) {
            return unknown(alter, values);
        }
        if (conversion.needsZone()) {
            return Optional.of(values.of("value") + " would be converted in the time zone of your session");
        }
        Loss loss = conversion.loss();
        if (loss != null) {
            Count lost = loss.isTotal() ? values : rows(alter, loss.condition());
            if (!lost.isNone()) {
                return Optional.of(lost(loss, lost, values));
            }
        }
        return conversion.verdict() == ConversionEffect.KEPT
                ? Optional.empty()
                : Optional.of(values.of("value") + " would be converted, and may not keep "
                        + values.verb("its", "their") + " meaning: " + conversion.why());
    }

    /** Types that only the database knows, such as its enums: it converts each value there and back. */
    private Optional<String> unknown(ColumnOperation.Alter alter, Count values) {
        String before = dialect.typeName(alter.before().type());
        String after = dialect.typeName(alter.after().type());
        Count lost = rows(alter, "cast(cast(%s as " + after + ") as " + before + ") <> %s");
        return lost.isNone()
                ? Optional.empty()
                : Optional.of(values.of("value") + " may be lost: no conversion of " + before + " to " + after
                        + " is known that keeps " + values.verb("it", "them"));
    }

    private static String lost(Loss loss, Count lost, Count values) {
        if (!lost.isKnown()) {
            return "some of " + values.of("value") + " may be lost: those that " + loss.problem();
        }
        return (lost.more() ? "at least " : "") + lost.number() + " of " + values.of("value") + " "
                + (lost.number() == 1 && !lost.more() ? loss.problemOfOne() : loss.problem());
    }

    private Count rows(ColumnOperation.Alter alter, String condition) {
        return evidence.rows(alter.table(), alter.before().name(), condition);
    }

    @Override
    public List<String> addConstraint(ConstraintOperation.Add add) {
        List<String> obstacles = new ArrayList<>(ofRenamed(add.constraint()));
        if (obstacles.isEmpty()) {
            violations(add.table(), add.constraint()).ifPresent(obstacles::add);
        }
        return obstacles;
    }

    private Optional<String> violations(QualifiedName table, Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            boolean missing = live.table(key.referencedTable()).isEmpty();
            return violating(
                    table,
                    missing
                            ? evidence.rows(table, key.columns().get(0), "%s is not null")
                            : evidence.orphans(table, key.columns(), key.referencedTable(), key.referencedColumns()));
        }
        if (constraint instanceof Check check) {
            return violating(table, evidence.violations(table, List.of(), check.expression()));
        }
        if (constraint instanceof Unique unique) {
            return shared(table, unique.columns());
        }
        return constraint instanceof PrimaryKey key ? shared(table, key.columns()) : Optional.empty();
    }

    private static Optional<String> violating(QualifiedName table, Count rows) {
        return sentence(rows, rows.of("row") + " of " + table + " " + rows.verb("violates", "violate") + " it");
    }

    private Optional<String> shared(QualifiedName table, List<String> columns) {
        Count values = evidence.duplicates(table, columns);
        return sentence(values, values.of("value") + " " + values.verb("is", "are") + " in several rows of " + table);
    }

    @Override
    public List<String> dropConstraint(ConstraintOperation.Drop drop) {
        return drop.constraint() == null ? List.of() : ofRenamed(drop.constraint());
    }

    /** A foreign key follows a table that gets another name. */
    private List<String> ofRenamed(Constraint constraint) {
        return constraint instanceof ForeignKey key
                ? renamed.entrySet().stream()
                        .filter(entry ->
                                Stream.of(entry.getKey(), entry.getValue()).anyMatch(key.referencedTable()::equals))
                        .map(entry -> "first decide about table " + entry.getKey())
                        .toList()
                : List.of();
    }

    @Override
    public List<String> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        if (!index.unique() || index.where() != null || !index.parts().stream().allMatch(Index.Part::plain)) {
            return List.of();
        }
        return shared(
                        create.table(),
                        index.parts().stream().map(Index.Part::text).toList())
                .stream()
                .toList();
    }

    @Override
    public List<String> alterEnum(TypeOperation.Alter alter) {
        List<String> obstacles = new ArrayList<>();
        List<String> gone = alter.before().values().stream()
                .filter(value -> !alter.after().values().contains(value))
                .toList();
        for (TypeOperation.Use use : alter.uses()) {
            for (String value : gone) {
                Count rows = evidence.rows(use.table(), use.column().name(), "%s = " + dialect.literal(value));
                add(
                        obstacles,
                        rows,
                        rows.of("row") + " of " + use.table() + " " + rows.verb("contains", "contain") + " "
                                + dialect.literal(value) + " in " + use.column().name());
            }
        }
        return obstacles;
    }

    private static void add(List<String> obstacles, Count rows, String sentence) {
        sentence(rows, sentence).ifPresent(obstacles::add);
    }

    private static Optional<String> sentence(Count rows, String sentence) {
        return rows.number() > 0 ? Optional.of(sentence) : Optional.empty();
    }

    private String sql(Operation operation) {
        return operation.sql(dialect.ddl()).stream()
                .map(Statement::requireSql)
                .map(Statement.Sql::textInFile)
                .collect(Collectors.joining("; "));
    }
}
