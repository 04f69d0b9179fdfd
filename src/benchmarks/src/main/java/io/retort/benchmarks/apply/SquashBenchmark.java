package io.retort.benchmarks.apply;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.varchar;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the first start on an empty database: 300 revisions, each of which creates a table or changes one, and the
 * squash that replaces them. Prints medians and their ratio. Arguments: rounds (default 5).
 */
public final class SquashBenchmark {

    private static final int TABLES = 60;

    /** Each table is created, gets three columns and an index. */
    private static final int REVISIONS = 5 * TABLES;

    private SquashBenchmark() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        List<RevisionCode> history = history();
        List<RevisionCode> squashed = new ArrayList<>(history);
        squashed.add(squash(history));
        for (TestDatabase product : List.of(TestDatabase.H2, TestDatabase.POSTGRESQL)) {
            double[] many = new double[rounds];
            double[] one = new double[rounds];
            start(product, history);
            start(product, squashed);
            for (int round = 0; round < rounds; round++) {
                many[round] = start(product, history);
                one[round] = start(product, squashed);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %d revisions %6.0f ms, squashed %6.0f ms, ratio %.2f%n",
                    product.product(),
                    REVISIONS,
                    median(many),
                    median(one),
                    median(many) / median(one));
        }
        System.exit(0);
    }

    private static double start(TestDatabase product, List<RevisionCode> revisions) {
        try (TestDb db = product.server().newDatabase()) {
            long begun = System.nanoTime();
            Retort.on(db.dataSource(), List.of(() -> revisions)).upgrade("head");
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static List<RevisionCode> history() {
        List<RevisionCode> history = new ArrayList<>();
        for (int i = 0; i < REVISIONS; i++) {
            String table = "t" + i % TABLES;
            int change = i / TABLES;
            List<String> parents = i == 0 ? List.of() : List.of(id(i - 1));
            RevisionInfo info = new RevisionInfo(id(i), parents, List.of(), List.of(), "step", null, true, "R" + id(i));
            history.add(new RevisionCode(info, () -> new Change(table, change)));
        }
        return history;
    }

    private static String id(int number) {
        return "r" + (1000 + number);
    }

    private static RevisionCode squash(List<RevisionCode> history) {
        List<ReplacedRevision> replaced = history.stream()
                .map(code -> new ReplacedRevision(code.info().id(), List.of()))
                .toList();
        RevisionInfo info = new RevisionInfo(
                "5c1e", List.of(), List.of(), List.of(), "squash", null, true, "R5c1e", List.of(), null, replaced);
        return new RevisionCode(info, () -> (Migration) SquashBenchmark::createAll);
    }

    private static void createAll(Operations op) {
        for (int i = 0; i < TABLES; i++) {
            List<Table.Element> elements =
                    new ArrayList<>(List.of(column("id", bigint()).notNull()));
            for (int change = 1; change <= 3; change++) {
                elements.add(column("c" + change, varchar(100)));
            }
            elements.add(primaryKey("id"));
            op.createTable("t" + i, elements.toArray(Table.Element[]::new));
            op.createIndex("t" + i, index("ix_t" + i, "c1"));
        }
    }

    /**
     * A small revision.
     *
     * @param table the table
     * @param change which of its changes
     */
    private record Change(String table, int change) implements Migration {

        @Override
        public void upgrade(Operations op) {
            switch (change) {
                case 0 -> op.createTable(table, column("id", bigint()).notNull(), primaryKey("id"));
                case 4 -> op.createIndex(table, index("ix_" + table, "c1"));
                default -> op.addColumn(table, column("c" + change, varchar(100)));
            }
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
