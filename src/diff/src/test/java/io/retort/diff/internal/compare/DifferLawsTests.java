package io.retort.diff.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class DifferLawsTests {

    static Stream<Long> seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.range(0, 2_000).boxed() : Stream.of(one);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void applyingTheDifferenceGivesTheModelAndReversingItTheFormerSchema(long seed) {
        Schemata schemata = new Schemata(seed);
        Snapshot live = schemata.schema();
        Snapshot model = schemata.schema();

        List<Operation> there = differ(live, model).operations();
        Snapshot after = Operation.apply(there, live);

        assertThat(Schemata.ordered(after)).isEqualTo(Schemata.ordered(model));
        assertThat(differ(after, model).operations()).isEmpty();
        assertThat(differ(live, live).operations()).isEmpty();
        List<Operation> back = Operation.reverse(there).orElseThrow();
        assertThat(Schemata.ordered(Operation.apply(back, after))).isEqualTo(Schemata.ordered(live));
        referencesAreThereWhenTheyAreNeeded(there, live);
        referencesAreThereWhenTheyAreNeeded(back, after);
    }

    private static Comparison differ(Snapshot live, Snapshot model) {
        return Differ.compare(new ComparisonContext(live, model, model, name -> true));
    }

    /** Checks like a database: a foreign key needs its target, and a referenced table cannot be dropped. */
    private static void referencesAreThereWhenTheyAreNeeded(List<Operation> operations, Snapshot start) {
        Snapshot schema = start;
        for (Operation operation : operations) {
            if (operation instanceof TableOperation.Drop drop) {
                assertThat(referencing(schema, drop.name()))
                        .as(operation.describe())
                        .isEmpty();
            }
            schema = operation.applyTo(schema);
            if (operation instanceof TableOperation.Create || operation instanceof ConstraintOperation.Add) {
                assertThat(dangling(schema)).as(operation.describe()).isEmpty();
            }
        }
    }

    private static List<QualifiedName> referencing(Snapshot schema, QualifiedName target) {
        return schema.tables().stream()
                .filter(table -> !table.name().equals(target))
                .filter(table ->
                        keys(table).anyMatch(key -> key.referencedTable().equals(target)))
                .map(Table::name)
                .toList();
    }

    private static List<ForeignKey> dangling(Snapshot schema) {
        return schema.tables().stream()
                .flatMap(DifferLawsTests::keys)
                .filter(key -> schema.table(key.referencedTable()).isEmpty())
                .toList();
    }

    private static Stream<ForeignKey> keys(Table table) {
        return table.constraintsOf(ForeignKey.class);
    }
}
