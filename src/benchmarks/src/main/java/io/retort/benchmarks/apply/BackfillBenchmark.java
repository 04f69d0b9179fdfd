package io.retort.benchmarks.apply;

import io.retort.Retort;
import io.retort.migration.Definitions;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures a revision that fills a column of a table with {@code op.backfill}, and one with an {@code update}: the time, and how long an update of
 * another session waits at most. Prints medians and their ratio. Arguments: rows (default 200000), rounds (default 5).
 */
public final class BackfillBenchmark {

    private static final String UPDATE = "update filled set b = upper(a) where b is null";
    private static final int INSERTED_AT_ONCE = 1_000;

    private BackfillBenchmark() {}

    /**
     * One run.
     *
     * @param millis the time of the fill
     * @param longest the longest time of an update of another session
     * @param updates the number of these updates
     */
    private record Run(double millis, double longest, int updates) {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
        int rounds = arguments.length < 2 ? 5 : Integer.parseInt(arguments[1]);
        System.out.printf("%-12s %-28s %10s %7s %16s%n", "product", "case", "ms", "ratio", "longest other ms");
        for (TestDatabase product : List.of(TestDatabase.POSTGRESQL, TestDatabase.MARIADB)) {
            measure(product, rows, rounds, false);
            measure(product, rows, rounds, true);
        }
        System.exit(0);
    }

    private static void measure(TestDatabase product, int rows, int rounds, boolean beside) throws Exception {
        List<Run> updates = new ArrayList<>();
        List<Run> backfills = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 2; i++) {
                boolean inBatches = (round + i) % 2 == 0;
                (inBatches ? backfills : updates).add(run(product, rows, inBatches, beside));
            }
        }
        String other = beside ? ", others update" : "";
        print(product, "one update" + other, updates, updates);
        print(product, "op.backfill" + other, backfills, updates);
    }

    private static void print(TestDatabase product, String name, List<Run> runs, List<Run> base) {
        System.out.printf(
                "%-12s %-28s %10.0f %7.2f %16.0f%n",
                product,
                name,
                median(runs.stream().map(Run::millis).toList()),
                median(runs.stream().map(Run::millis).toList())
                        / median(base.stream().map(Run::millis).toList()),
                median(runs.stream().map(Run::longest).toList()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static Run run(TestDatabase product, int rows, boolean inBatches, boolean beside) throws Exception {
        try (TestDb db = product.server().newDatabase()) {
            retort(db, inBatches).upgrade("0000cafe");
            insert(db, rows);
            AtomicBoolean stop = new AtomicBoolean(!beside);
            CompletableFuture<double[]> other = CompletableFuture.supplyAsync(() -> update(db, rows, stop));
            long begun = System.nanoTime();
            retort(db, inBatches).upgrade("heads");
            double millis = (System.nanoTime() - begun) / 1e6;
            stop.set(true);
            double[] waits = other.get();
            if (!db.query("select count(*) from filled where b is null").equals(List.of("0"))) {
                throw new IllegalStateException("rows are left");
            }
            return new Run(millis, waits[0], (int) waits[1]);
        }
    }

    private static void insert(TestDb db, int rows) throws SQLException {
        try (Connection connection = db.connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into filled (id, a, pad) values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= rows; i++) {
                insert.setLong(1, i * 3L);
                insert.setString(2, "name " + i);
                insert.setString(3, "x".repeat(100));
                insert.addBatch();
                if (i % INSERTED_AT_ONCE == 0 || i == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** Returns the longest time of an update, in milliseconds, and their number. */
    private static double[] update(TestDb db, int rows, AtomicBoolean stop) {
        Random random = new Random(rows);
        double longest = 0;
        int updates = 0;
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                long begun = System.nanoTime();
                statement.execute("update filled set pad = 'y' where id = " + (1 + random.nextInt(rows)) * 3L);
                longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
                updates++;
                Thread.sleep(5);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new double[] {longest, updates};
    }

    private static Retort retort(TestDb db, boolean inBatches) {
        Migration create = op -> op.execute(
                "create table filled (id bigint not null primary key, a varchar(40), b varchar(40), pad varchar(200))");
        Migration fill = inBatches
                ? op -> op.backfill("filled", Definitions.set("b", "upper(a)").where("b is null"))
                : op -> op.execute(UPDATE);
        return Retort.on(
                db.dataSource(),
                List.of(() -> List.of(
                        revision("0000cafe", List.of(), create), revision("0001cafe", List.of("0000cafe"), fill))));
    }

    private static RevisionCode revision(String id, List<String> parents, Migration migration) {
        return new RevisionCode(
                new RevisionInfo(id, parents, List.of(), List.of(), "step", null, true, "db/" + id + ".java"),
                () -> migration);
    }
}
