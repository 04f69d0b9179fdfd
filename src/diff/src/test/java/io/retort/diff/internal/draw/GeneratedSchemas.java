package io.retort.diff.internal.draw;

import io.retort.migration.Definitions;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Schemas like those of applications: modules of 14 tables, a few tables that many others reference, cycles, self references. */
final class GeneratedSchemas {

    private static final int MODULE = 14;
    private static final List<String> WORDS =
            List.of("order", "invoice", "owner", "visit", "product", "price", "stock", "user", "address", "note");

    private GeneratedSchemas() {}

    static Snapshot of(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add("m%02d_%s_%d".formatted(i / MODULE, WORDS.get(random.nextInt(WORDS.size())), i));
        }
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tables.add(table(names, i, random));
        }
        return new Snapshot(tables, List.of(), List.of());
    }

    private static Table table(List<String> names, int at, SplittableRandom random) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("id", Definitions.bigint()).notNull());
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.PrimaryKey(null, List.of("id")));
        int references = random.nextInt(10) < 2 ? 0 : random.nextInt(1, 4);
        for (int i = 0; i < references && names.size() > 1; i++) {
            String column = "ref_" + i + "_id";
            columns.add(new Column(column, Definitions.bigint()));
            constraints.add(new Constraint.ForeignKey(
                    "fk_" + at + "_" + i,
                    List.of(column),
                    QualifiedName.parse(names.get(target(names.size(), at, random))),
                    List.of("id"),
                    Constraint.Action.NO_ACTION,
                    Constraint.Action.NO_ACTION,
                    Constraint.Deferral.NOT_DEFERRABLE));
        }
        int others = random.nextInt(3, 10);
        for (int i = 0; i < others; i++) {
            columns.add(new Column(WORDS.get(random.nextInt(WORDS.size())) + "_" + i, type(random)));
        }
        return new Table(QualifiedName.parse(names.get(at)), columns, constraints, List.of(), null);
    }

    /**
     * Most references lead to an older table of the same module, one in five to one of three central tables, one in ten
     * to any table of the module and one in twenty to any table, which makes cycles.
     */
    private static int target(int size, int at, SplittableRandom random) {
        int start = at / MODULE * MODULE;
        int kind = random.nextInt(20);
        if (kind < 4) {
            return random.nextInt(Math.min(3, size));
        }
        if (kind < 6) {
            return start + random.nextInt(Math.min(MODULE, size - start));
        }
        return kind == 6 ? random.nextInt(size) : start + random.nextInt(at - start + 1);
    }

    private static SqlType type(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> Definitions.varchar(255);
            case 1 -> Definitions.numeric(12, 2);
            default -> Definitions.date();
        };
    }
}
