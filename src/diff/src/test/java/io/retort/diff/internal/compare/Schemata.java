package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Generates schemas. Two schemas share some names and differ in others, so that their comparison finds every kind of
 * difference.
 */
final class Schemata {

    private static final int NAMES = 5;

    private final SplittableRandom random;

    Schemata(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Snapshot schema() {
        List<String> names = some("t", NAMES);
        List<Table> tables = names.stream().map(name -> table(name, names)).toList();
        List<Sequence> sequences = some("s", 3).stream()
                .map(name -> new Sequence(QualifiedName.parse(name))
                        .startWith(random.nextInt(1, 3))
                        .incrementBy(chance() ? 1 : 50))
                .toList();
        List<EnumType> types = some("e", 2).stream()
                .map(name -> new EnumType(QualifiedName.parse(name), List.of("A", "B")))
                .toList();
        return new Snapshot(tables, sequences, types);
    }

    private Table table(String name, List<String> tables) {
        List<Column> columns = new ArrayList<>(List.of(column("id").notNull()));
        some("c", NAMES).forEach(column -> columns.add(column(column)));
        List<String> names = columns.stream().map(Column::name).toList();
        List<Constraint> constraints = new ArrayList<>(List.of(new PrimaryKey(null, List.of("id"))));
        names.stream().skip(1).filter(c -> random.nextInt(4) == 0).forEach(c -> constraints.add(unique(name, c)));
        names.stream().skip(1).filter(c -> random.nextInt(4) == 0).forEach(c -> constraints.add(check(name, c)));
        names.stream()
                .skip(1)
                .filter(c -> random.nextInt(3) == 0)
                .forEach(c -> constraints.add(foreignKey(name, c, one(tables))));
        List<Index> indexes = names.stream()
                .skip(1)
                .filter(c -> random.nextInt(4) == 0)
                .map(c -> chance()
                        ? new Index("ix_" + name + "_" + c, List.of(c))
                        : new Index("ix_" + name + "_" + c, List.of())
                                .descending(c)
                                .ascending("id"))
                .toList();
        return new Table(QualifiedName.parse(name), columns, constraints, indexes, chance() ? null : "about " + name);
    }

    private Column column(String name) {
        Column column = new Column(name, type());
        column = chance() ? column : column.notNull();
        column = chance() ? column : column.comment("about " + name);
        return switch (random.nextInt(5)) {
            case 0 -> column.defaultValue(random.nextInt(3));
            case 1 -> column.defaultExpression("current_timestamp");
            case 2 -> column.withGeneration(new Generation.Computed("id + 1", true));
            default -> column;
        };
    }

    private SqlType type() {
        return switch (random.nextInt(4)) {
            case 0 -> SqlType.of(Kind.BIGINT);
            case 1 -> SqlType.varchar(random.nextInt(1, 3) * 100);
            case 2 -> SqlType.numeric(10, 2);
            default -> SqlType.other("tsvector");
        };
    }

    private Unique unique(String table, String column) {
        return new Unique("uk_" + table + "_" + column, List.of(column, "id"));
    }

    private Check check(String table, String column) {
        int bound = random.nextInt(2);
        return new Check("ck_" + table + "_" + column, column + " > " + bound);
    }

    private ForeignKey foreignKey(String table, String column, String target) {
        return new ForeignKey(
                "fk_" + table + "_" + column,
                List.of(column),
                QualifiedName.parse(target),
                List.of("id"),
                chance() ? Action.CASCADE : Action.NO_ACTION,
                Action.NO_ACTION,
                Deferral.NOT_DEFERRABLE);
    }

    private List<String> some(String prefix, int many) {
        return IntStream.range(0, many)
                .filter(i -> random.nextInt(3) > 0)
                .mapToObj(i -> prefix + i)
                .toList();
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    /** The same schema with columns, constraints and indexes in a fixed order. */
    static Snapshot ordered(Snapshot schema) {
        return schema.mapTables(table -> new Table(
                table.name(),
                sorted(table.columns(), Column::name),
                sorted(table.constraints(), Constraint::toString),
                sorted(table.indexes(), Index::name),
                table.comment()));
    }

    private static <T> List<T> sorted(List<T> things, Function<T, String> key) {
        return things.stream().sorted(Comparator.comparing(key)).toList();
    }
}
