package io.retort.diff.internal.draw;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Statement.Sql;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;

/** All pictures of a page, compared with reading the same schema from the catalog of a database in the same run. */
class DrawingTimeTests {

    private static final int ROUNDS = 5;

    /** {@code docs/benchmarks.md} has the ratios, which are far below the limit. */
    @OnDatabases(POSTGRESQL)
    @Tag("long")
    void drawingTakesNotLongerThanReadingTheCatalog(TestDb db) throws Exception {
        for (int tables : List.of(60, 400, 2_000)) {
            try (TestDb own = db.server().newDatabase();
                    Connection connection = own.dataSource().getConnection()) {
                Dialect dialect = Dialects.of(connection);
                create(GeneratedSchemas.of(tables, tables), dialect, connection);
                Inspector inspector = ComparedProduct.of(dialect).inspector(dialect);
                Scope scope = new Scope(List.of());
                Snapshot schema = inspector.inspect(connection, scope);
                assertThat(schema.tables()).hasSize(tables);
                draw(schema);
                List<Duration> read = new ArrayList<>();
                List<Duration> drawn = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    read.add(time(() -> inspector.inspect(connection, scope)));
                    drawn.add(time(() -> draw(schema)));
                }
                double ratio = (double) median(drawn).toNanos() / median(read).toNanos();
                System.out.printf(
                        "[drawing] %d tables: read in %d ms, drawn in %d ms, ratio %.2f%n",
                        tables, median(read).toMillis(), median(drawn).toMillis(), ratio);
                assertThat(ratio).as("%d tables", tables).isLessThan(1);
            }
        }
    }

    private static void create(Snapshot schema, Dialect dialect, Connection connection) throws Exception {
        ComparisonContext fromNothing = new ComparisonContext(Snapshot.EMPTY, schema, schema, name -> true);
        try (Statement statement = connection.createStatement()) {
            for (var operation : Differ.compare(fromNothing).operations()) {
                for (var sql : operation.sql(dialect.ddl())) {
                    statement.execute(((Sql) sql).text());
                }
            }
        }
    }

    /** What the page contains. */
    private static long draw(Snapshot schema) {
        SchemaDrawing drawing = new SchemaDrawing(false);
        Map<QualifiedName, String> modules = new HashMap<>();
        schema.tables()
                .forEach(table -> modules.put(table.name(), table.name().name().substring(0, 3)));
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

    private static Duration time(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
