package io.retort.reliability;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A pool of connections reads and writes two tables while a revision changes them. A request fails if it waits for a lock
 * longer than the pool's lock timeout. None does during the concurrent forms, which Retort chooses itself for the plain
 * operations; some do during the plain forms.
 */
class ChangeUnderLoadTests {

    private static final boolean FULL = Boolean.getBoolean("retort.full");
    private static final int ROWS = FULL ? 1_000_000 : 100_000;
    private static final int CLIENTS = 1000;
    private static final int CONNECTIONS = 8;
    private static final int PAUSE = 20;

    /** In milliseconds, of the pool. The plain forms hold their locks for longer on any machine. */
    private static final int LOCK_TIMEOUT = FULL ? 1000 : 250;

    private static final Consumer<Operations> TABLES = op -> {
        op.createTable("client", column("id", bigint()).notNull(), primaryKey("id"));
        op.createTable(
                "bill",
                column("id", bigint()).notNull(),
                column("client_id", bigint()),
                column("number", bigint()),
                column("note", varchar(200)),
                primaryKey("id"));
    };

    private static final Consumer<Operations> PLAIN = op -> {
        op.createIndex("bill", index("ix_bill_client", "client_id"));
        op.addConstraint("bill", unique("uk_bill_number", "number"));
        op.addConstraint("bill", foreignKey("fk_bill_client", "client_id").references("client", "id"));
        op.addConstraint("bill", check("ck_bill_number", "number > 0"));
        op.alterColumn(
                "bill",
                column("note", varchar(200)),
                column("note", varchar(200)).notNull());
        op.addColumn("bill", column("state", enumOf("NEW", "PAID")));
        op.addColumn("bill", column("token", uuid()).notNull().defaultExpression("gen_random_uuid()"));
    };

    private static final Consumer<Operations> CONCURRENT = op -> {
        op.createIndex("bill", index("ix_bill_client", "client_id").concurrently());
        op.addConstraint("bill", unique("uk_bill_number", "number").concurrently());
        op.addConstraint(
                "bill",
                foreignKey("fk_bill_client", "client_id")
                        .references("client", "id")
                        .concurrently());
        op.addConstraint("bill", check("ck_bill_number", "number > 0").concurrently());
        op.alterColumn(
                "bill",
                column("note", varchar(200)),
                column("note", varchar(200)).notNull().concurrently());
        op.addColumn("bill", column("state", enumOf("NEW", "PAID")).concurrently());
        op.addColumn(
                "bill",
                column("token", uuid())
                        .notNull()
                        .defaultExpression("gen_random_uuid()")
                        .concurrently());
    };

    @OnDatabases(POSTGRESQL)
    void noRequestFailsDuringTheConcurrentForms(TestDb db) throws Exception {
        prepare(db);
        assertThat(retort(db, op -> {}).concurrently(Operations.collect(PLAIN), null))
                .isEqualTo(Operations.collect(CONCURRENT));

        Load load = Load.during(db, () -> retort(db, CONCURRENT).upgrade("bbb"));

        assertThat(load.failures()).isEmpty();
        assertThat(load.count().get()).isGreaterThan(CONNECTIONS);
        assertThat(db.query("select count(*) from bill where token is null")).containsExactly("0");
        assertThat(db.query("select count(*) from pg_constraint where not convalidated"))
                .containsExactly("0");
        report("concurrent", db, load);
    }

    @OnDatabases(POSTGRESQL)
    void requestsFailDuringThePlainForms(TestDb db) throws Exception {
        prepare(db);

        Load load = Load.during(db, () -> retort(db, PLAIN).upgrade("bbb"));

        assertThat(load.failures()).isNotEmpty().allMatch(failure -> failure.contains("lock timeout"));
        report("plain", db, load);
    }

    private static void report(String form, TestDb db, Load load) {
        Figures.add(
                ROWS + " rows, " + Operations.collect(PLAIN).size() + " changes in their " + form
                        + " forms, lock timeout of the pool " + LOCK_TIMEOUT + " ms",
                db.server().toString(),
                load.count() + " requests, " + load.failures().size() + " failed, the longest took " + load.longest()
                        + " ms");
    }

    private static void prepare(TestDb db) throws SQLException {
        retort(db, op -> {}).upgrade("aaa");
        db.execute(
                "insert into client select i from generate_series(1, " + CLIENTS + ") i",
                "insert into bill select i, mod(i, " + CLIENTS + ") + 1, i, repeat('x', 100) from generate_series(1, "
                        + ROWS + ") i",
                "vacuum analyze bill");
    }

    private static Retort retort(TestDb db, Consumer<Operations> changes) {
        List<RevisionCode> history = List.of(
                revision("aaa", List.of(), true, TABLES::accept),
                revision("bbb", List.of("aaa"), changes == PLAIN, changes::accept));
        return Retort.on(db.dataSource(), List.of(() -> history));
    }

    private static RevisionCode revision(String id, List<String> parents, boolean transactional, Migration migration) {
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "changes", null, transactional, "memory");
        return new RevisionCode(info, () -> migration);
    }

    /** A pool's work during a change. */
    private record Load(AtomicInteger count, AtomicLong longest, ConcurrentLinkedQueue<String> failures) {

        static Load during(TestDb db, Runnable change) {
            Load load = new Load(new AtomicInteger(), new AtomicLong(), new ConcurrentLinkedQueue<>());
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger ids = new AtomicInteger(ROWS);
            ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
            try {
                List<CompletableFuture<Void>> clients = new ArrayList<>();
                for (int i = 0; i < CONNECTIONS; i++) {
                    clients.add(CompletableFuture.runAsync(() -> load.work(db, over, ids), pool));
                }
                try {
                    change.run();
                } finally {
                    over.set(true);
                }
                clients.forEach(CompletableFuture::join);
            } finally {
                pool.shutdownNow();
            }
            return load;
        }

        private void work(TestDb db, AtomicBoolean over, AtomicInteger ids) {
            try (Connection connection = db.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = " + LOCK_TIMEOUT);
                while (!over.get()) {
                    request(statement, ids);
                    Thread.sleep(PAUSE);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void request(Statement statement, AtomicInteger ids) {
            long begun = System.nanoTime();
            int known = ThreadLocalRandom.current().nextInt(ROWS) + 1;
            int client = known % CLIENTS + 1;
            try {
                int id = ids.incrementAndGet();
                statement.execute("insert into bill (id, client_id, number, note) values (" + id + ", " + client + ", "
                        + id + ", 'new')");
                statement.execute("update bill set note = 'changed' where id = " + known);
                statement.executeQuery("select * from bill where id = " + known).close();
                statement.execute("update client set id = id where id = " + client);
            } catch (SQLException e) {
                failures.add(e.getMessage());
            }
            longest.accumulateAndGet((System.nanoTime() - begun) / 1_000_000, Math::max);
            count.incrementAndGet();
        }
    }
}
