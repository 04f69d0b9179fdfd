package io.retort.benchmarks.draw;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.date;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.numeric;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.varchar;

import com.sun.management.ThreadMXBean;
import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.internal.draw.SchemaDrawing;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Measures drawing all pictures of a report's page: the schema or the map of modules, the changed tables, and the surroundings
 * of each table. The schema is first created in PostgreSQL; reading it from the catalog is measured in turn. Prints medians and
 * their ratio, the CPU time of the first drawing, and the allocated memory. Arguments: rounds (default 7).
 */
public final class DrawingBenchmark {

    private static final int MODULE = 14;
    private static final int PER_REVISION = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DrawingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        for (int size : List.of(60, 400, 2_000)) {
            try (TestDb db = TestDatabase.POSTGRESQL.server().newDatabase()) {
                Retort.on(db.dataSource(), List.of(() -> history(tables(size)))).upgrade("head");
                measure(db, size, rounds);
            }
        }
        System.exit(0);
    }

    private static void measure(TestDb db, int size, int rounds) throws Exception {
        try (Connection connection = db.dataSource().getConnection()) {
            Dialect dialect = Dialects.of(connection);
            Inspector inspector = ComparedProduct.of(dialect).inspector(dialect);
            Scope scope = new Scope(List.of());
            Snapshot schema = inspector.inspect(connection, scope);
            long begun = THREADS.getCurrentThreadCpuTime();
            draw(schema);
            long first = THREADS.getCurrentThreadCpuTime() - begun;
            double[] read = new double[rounds];
            double[] drawn = new double[rounds];
            long allocated = 0;
            for (int round = 0; round < rounds; round++) {
                read[round] = time(() -> inspector.inspect(connection, scope));
                long before = THREADS.getCurrentThreadAllocatedBytes();
                drawn[round] = time(() -> draw(schema));
                allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d tables: read %.0f ms, drawn %.0f ms, ratio %.2f; first drawing %.0f ms CPU; %d MB allocated%n",
                    size,
                    median(read),
                    median(drawn),
                    median(drawn) / median(read),
                    first / 1e6,
                    allocated / 1_000_000);
        }
    }

    private static long draw(Snapshot schema) {
        SchemaDrawing drawing = new SchemaDrawing(false);
        Map<QualifiedName, String> modules = new HashMap<>();
        schema.tables()
                .forEach(table -> modules.put(table.name(), table.name().name().substring(0, 4)));
        String whole = schema.tables().size() <= SchemaDrawing.MOST_TABLES
                ? drawing.whole(schema)
                : drawing.modules(schema, modules);
        Snapshot before = schema.withoutTable(schema.tables().get(1).name());
        return whole.length()
                + drawing.changed(before, schema).length()
                + drawing.surroundings(schema).values().stream()
                        .mapToLong(String::length)
                        .sum();
    }

    private static double time(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * Tables in modules of 14, with up to three references each: most to an older table of the module, one in five to one of
     * three central tables.
     */
    private static List<NewTable> tables(int size) {
        SplittableRandom random = new SplittableRandom(size);
        List<NewTable> tables = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Table.Element> elements = new ArrayList<>();
            elements.add(column("id", bigint()).notNull());
            elements.add(primaryKey("id"));
            int references = i == 0 ? 0 : random.nextInt(4);
            for (int j = 0; j < references; j++) {
                int target = random.nextInt(5) == 0
                        ? random.nextInt(Math.min(3, i))
                        : Math.max(i / MODULE * MODULE - 1, 0) + random.nextInt(i % MODULE + 1);
                elements.add(column("ref_" + j, bigint()));
                elements.add(
                        foreignKey("fk_" + i + "_" + j, "ref_" + j).references(name(Math.min(target, i - 1)), "id"));
            }
            int others = random.nextInt(3, 10);
            for (int j = 0; j < others; j++) {
                elements.add(column(
                        "value_" + j,
                        switch (random.nextInt(3)) {
                            case 0 -> varchar(255);
                            case 1 -> numeric(12, 2);
                            default -> date();
                        }));
            }
            tables.add(new NewTable(name(i), elements));
        }
        return tables;
    }

    private static String name(int table) {
        return "m%03d_table_%d".formatted(table / MODULE, table);
    }

    private record NewTable(String name, List<Table.Element> elements) {}

    /** The locks of one transaction are limited, so that a revision creates some of the tables. */
    private static List<RevisionCode> history(List<NewTable> tables) {
        List<RevisionCode> history = new ArrayList<>();
        for (int i = 0; i < tables.size(); i += PER_REVISION) {
            List<NewTable> some = tables.subList(i, Math.min(tables.size(), i + PER_REVISION));
            List<String> parents = i == 0 ? List.of() : List.of("r" + (i - PER_REVISION));
            RevisionInfo info =
                    new RevisionInfo("r" + i, parents, List.of(), List.of(), "tables", null, true, "Rr" + i);
            history.add(new RevisionCode(info, () -> new Creation(some)));
        }
        return history;
    }

    private record Creation(List<NewTable> tables) implements Migration {

        @Override
        public void upgrade(Operations op) {
            tables.forEach(
                    table -> op.createTable(table.name(), table.elements().toArray(Table.Element[]::new)));
        }
    }
}
