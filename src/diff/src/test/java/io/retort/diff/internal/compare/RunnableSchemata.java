package io.retort.diff.internal.compare;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.varchar;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Generates schemas that a database accepts: a foreign key has the type of the id that it references. */
final class RunnableSchemata {

    private static final int TABLES = 5;
    private static final int COLUMNS = 4;

    private final SplittableRandom random;

    private final boolean checks;

    /** Without check constraints for a product without them: the MySQL version of the tests cannot drop one. */
    RunnableSchemata(long seed, boolean checks) {
        this.random = new SplittableRandom(seed);
        this.checks = checks;
    }

    Snapshot schema() {
        Map<String, SqlType> ids = new LinkedHashMap<>();
        names("t", TABLES).forEach(name -> ids.put(name, chance(2) ? integer() : bigint()));
        return new Snapshot(ids.keySet().stream().map(name -> table(name, ids)).toList(), List.of(), List.of());
    }

    private Table table(String name, Map<String, SqlType> ids) {
        List<Column> columns = new ArrayList<>(List.of(new Column("id", ids.get(name)).notNull()));
        List<Constraint> constraints = new ArrayList<>(List.of(new PrimaryKey(null, List.of("id"))));
        List<Index> indexes = new ArrayList<>();
        for (String column : names("c", COLUMNS)) {
            columns.add(new Column(column, chance(2) ? integer() : varchar(50)).withNullable(chance(2)));
            mayBe(constraints, new Unique("uk_" + name + "_" + column, List.of(column)));
            if (checks) {
                mayBe(constraints, new Check("ck_" + name + "_" + column, column + " is not null"));
            }
            mayBe(indexes, new Index("ix_" + name + "_" + column, List.of(column, "id")));
        }
        for (String target : ids.keySet()) {
            if (chance(3)) {
                String column = target + "_id";
                columns.add(new Column(column, ids.get(target)));
                constraints.add(foreignKey("fk_" + name + "_" + column, column, target));
                mayBe(constraints, new Unique("uk_" + name + "_" + column, List.of(column)));
                mayBe(indexes, new Index("ix_" + name + "_" + column, List.of(column)));
                mayBe(indexes, new Index("iy_" + name + "_" + column, List.of(column, "id")));
            }
        }
        return new Table(QualifiedName.parse(name), columns, constraints, indexes, null);
    }

    private ForeignKey foreignKey(String name, String column, String target) {
        return new ForeignKey(
                name,
                List.of(column),
                QualifiedName.parse(target),
                List.of("id"),
                chance(3) ? Action.CASCADE : Action.NO_ACTION,
                Action.NO_ACTION,
                Deferral.NOT_DEFERRABLE);
    }

    private <T> void mayBe(List<? super T> things, T thing) {
        if (chance(3)) {
            things.add(thing);
        }
    }

    private List<String> names(String prefix, int many) {
        return IntStream.range(0, many)
                .filter(i -> !chance(4))
                .mapToObj(i -> prefix + i)
                .toList();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
