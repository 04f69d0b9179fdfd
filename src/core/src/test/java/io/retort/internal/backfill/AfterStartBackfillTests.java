package io.retort.internal.backfill;

import static io.retort.internal.backfill.BackfillLawTests.retort;
import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.BackfillState;
import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Migration;
import io.retort.operation.Batches;
import io.retort.operation.Fill;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.BackfillThrottle;
import io.retort.run.RunListener;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Backfills that run after their revision is applied, with other instances that upgrade, fill, pause and revert meanwhile. */
class AfterStartBackfillTests {

    /** The column n counts how often a row was filled. */
    private static final Fill EMAIL = set("email", "mail").set("n", "n + 1").where("email is null");

    private static final Batches LATER = batches().rows(2).afterStart();

    private static final Migration CUSTOMERS = op -> op.createTable(
            "customer",
            column("id", integer()).notNull(),
            column("mail", varchar(40)),
            column("email", varchar(40)),
            column("n", integer()).defaultValue(0).notNull(),
            primaryKey("id"));

    private static final Migration FILL = op -> op.backfill("customer", EMAIL, LATER);

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theRevisionIsAppliedBeforeItsRowsAreFilled(TestDb db) throws SQLException {
        Retort retort = retort(db, CUSTOMERS, FILL);
        Retort deferring = retort.with(RetortOptions.STANDARD.withDeferBackfills(true));
        retort.upgrade("0000cafe");
        customers(db, 5);

        deferring.upgrade("head");

        assertThat(db.query("select count(email) from customer")).containsExactly("0");
        assertThat(db.query("select state from retort_revision order by id")).containsExactly("applied", "applied");
        assertThat(retort.status().upToDate()).isTrue();
        assertThat(retort.status().partial()).isEmpty();
        assertThat(retort.status().backfills())
                .singleElement()
                .matches(BackfillState::isAfterStart)
                .extracting(BackfillState::describe)
                .isEqualTo("0001cafe (step 1): backfill of customer: 0 rows, 0 filled");

        assertThat(deferring.upgrade("head").steps()).isEmpty();
        assertThat(db.query("select count(email) from customer")).containsExactly("0");
        assertThat(deferring.backfill()).isEmpty();

        assertThat(filled(db)).containsExactly("5|1|1");
        assertThat(db.query("select progress, in_flight from retort_revision order by id"))
                .containsExactly("0|null", "0|null");
        assertThat(retort.backfill()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anUpgradeRunsThemAtItsEnd(TestDb db) throws SQLException {
        Retort retort = retort(
                db,
                CUSTOMERS,
                op -> {
                    op.addColumn("customer", column("later", integer()));
                    op.backfill("customer", EMAIL, LATER);
                    op.backfill(
                            "customer",
                            set("later", "case when email is null then -1 else n end")
                                    .where("later is null"),
                            LATER);
                },
                op -> op.createTable("other", column("id", integer()).notNull(), primaryKey("id")));
        retort.upgrade("0000cafe");
        customers(db, 5);

        retort.upgrade("head");

        assertThat(filled(db)).containsExactly("5|1|1");
        assertThat(db.query("select min(later), max(later) from customer")).containsExactly("1|1");
        assertThat(retort.backfills()).isEmpty();
        assertThat(db.query("select count(*) from retort_revision where in_flight is not null or progress <> 0"))
                .containsExactly("0");
    }

    /** The successor also adds a column to the same table, which the backfill does not need. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anotherInstanceUpgradesWhileTheBackfillRuns(TestDb db) throws Exception {
        Retort older = retort(db, CUSTOMERS, FILL);
        Retort newer = retort(
                db,
                CUSTOMERS,
                FILL,
                op -> op.createTable("other", column("id", integer()).notNull(), primaryKey("id")),
                op -> op.addColumn("customer", column("extra", integer())));
        try (Filling filling = Filling.of(db, older)) {
            Retort other = newer.with(quick().withDeferBackfills(true));
            assertThat(other.lockHolders()).contains(List.of());

            assertThat(other.upgrade("head").steps()).hasSize(2);
            assertThat(other.backfill())
                    .singleElement()
                    .matches(left -> left.progress().filled() == 2);
            assertThat(db.query("select count(email), count(extra) from customer"))
                    .containsExactly("2|0");
            assertThat(filling.isDone()).isFalse();

            filling.finish();
        }
        assertThat(filled(db)).containsExactly("7|1|1");
        assertThat(newer.backfills()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aKilledInstanceIsReplaced(TestDb db) throws Exception {
        Retort retort = retort(db, CUSTOMERS, FILL);
        try (Filling filling = Filling.of(db, retort)) {
            killOthers(db);
            filling.release();
            assertThatThrownBy(filling::await).isInstanceOf(ExecutionException.class);
            assertThat(db.query("select count(email) from customer")).containsExactly("2");
        }

        assertThat(retort.with(quick()).backfill()).isEmpty();

        assertThat(filled(db)).containsExactly("7|1|1");
    }

    /** Without the wait, the column would be dropped before its values are copied. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aRevisionThatNeedsTheRowsWaits(TestDb db) throws Exception {
        Retort older = retort(db, CUSTOMERS, FILL);
        Retort newer = retort(
                db,
                CUSTOMERS,
                FILL,
                op -> op.createTable("other", column("id", integer()).notNull(), primaryKey("id")),
                op -> op.dropColumn("customer", column("mail", varchar(40))));
        List<String> warnings = new ArrayList<>();
        try (Filling filling = Filling.of(db, older)) {
            assertThatThrownBy(() -> newer.with(quick()).upgrade("head"))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("waiting for the lock of the backfill of revision 0001cafe");
            assertThat(db.query("select max(id) from retort_revision")).containsExactly("0002cafe");

            CompletableFuture<Void> upgrade = CompletableFuture.runAsync(
                    () -> newer.with(hearing(warnings)).upgrade("head"));
            Thread.sleep(500);
            assertThat(upgrade).isNotDone();
            filling.finish();
            upgrade.get(60, TimeUnit.SECONDS);
        }
        assertThat(warnings)
                .anyMatch(each -> each.startsWith("Revision 0003cafe (step 3) waits for the backfill of customer"
                        + " in revision 0001cafe (step 1), because of its operation: - column customer.mail"));
        assertThat(filled(db)).containsExactly("7|1|1");
        assertThatThrownBy(() -> db.query("select mail from customer")).isInstanceOf(SQLException.class);
    }

    /** One run applies both revisions, and fills between them. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void oneRunFillsBeforeARevisionThatNeedsTheRows(TestDb db) throws SQLException {
        Retort retort = retort(
                db,
                CUSTOMERS,
                FILL,
                op -> op.execute("update customer set n = n * 10 where email is not null", ""),
                op -> op.createTable("other", column("id", integer()).notNull(), primaryKey("id")));
        retort.upgrade("0000cafe");
        customers(db, 5);

        assertThat(retort.with(RetortOptions.STANDARD.withDeferBackfills(true))
                        .upgrade("+2")
                        .steps())
                .hasSize(2);

        assertThat(filled(db)).containsExactly("5|10|10");
        assertThat(db.query("select max(id) from retort_revision")).containsExactly("0002cafe");
    }

    /** The index has a name of its own. Rows that are filled later could violate it. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void anIndexOverAFilledColumnWaits(TestDb db) throws SQLException {
        upgradesAfterTheRowsAreFilled(
                db, op -> op.createIndex("customer", index("ix_known", "email").asUnique()));
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void aConstraintOverAFilledColumnWaits(TestDb db) throws SQLException {
        upgradesAfterTheRowsAreFilled(db, op -> op.addConstraint("customer", check("ck_known", "email is not null")));
    }

    private static void upgradesAfterTheRowsAreFilled(TestDb db, Migration next) throws SQLException {
        Retort retort = retort(db, CUSTOMERS, FILL, next);
        retort.upgrade("0000cafe");
        customers(db, 5);

        retort.with(RetortOptions.STANDARD.withDeferBackfills(true)).upgrade("head");

        assertThat(filled(db)).containsExactly("5|1|1");
        assertThat(db.query("select id from retort_revision where id = '0002cafe'"))
                .hasSize(1);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aRevisionThatDependsOnItWaits(TestDb db) throws SQLException {
        Migration other = op -> op.createTable("other", column("id", integer()).notNull(), primaryKey("id"));
        Retort retort = Retort.on(
                db.dataSource(),
                List.of(() -> List.of(
                        code("0000cafe", List.of(), List.of(), CUSTOMERS),
                        code("0001cafe", List.of("0000cafe"), List.of(), FILL),
                        code("0002cafe", List.of("0001cafe"), List.of("0001cafe"), other))));
        retort.upgrade("0000cafe");
        customers(db, 5);
        Retort deferring = retort.with(RetortOptions.STANDARD.withDeferBackfills(true));
        deferring.upgrade("0001cafe");
        deferring.pauseBackfills(null, "by a test");

        assertThatThrownBy(() -> deferring.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("on which it depends. The backfill is paused.");
        assertThat(db.query("select count(email) from customer")).containsExactly("0");
        deferring.resumeBackfills("0001");
        deferring.upgrade("head");

        assertThat(filled(db)).containsExactly("5|1|1");
        assertThat(db.query("select max(id) from retort_revision")).containsExactly("0002cafe");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void anotherInstancePausesItWithinOneBatch(TestDb db) throws Exception {
        Retort retort = retort(db, CUSTOMERS, FILL);
        try (Filling filling = Filling.of(db, retort)) {
            assertThat(retort.pauseBackfills(null, "by alice"))
                    .singleElement()
                    .extracting(BackfillState::paused)
                    .isEqualTo("by alice");
            filling.finish();
        }
        assertThat(db.query("select count(email) from customer")).containsExactly("2");
        assertThat(retort.upgrade("head").steps()).isEmpty();
        assertThat(retort.backfill())
                .singleElement()
                .extracting(BackfillState::describe)
                .asString()
                .endsWith(", paused by alice");
        assertThat(db.query("select count(email) from customer")).containsExactly("2");

        assertThat(retort.resumeBackfills("0001cafe"))
                .singleElement()
                .extracting(BackfillState::paused)
                .isNull();
        assertThat(retort.backfill()).isEmpty();

        assertThat(filled(db)).containsExactly("7|1|1");
        assertThat(db.query("select count(paused) from retort_revision")).containsExactly("0");
        assertThatThrownBy(() -> retort.pauseBackfills(null, "by alice"))
                .hasMessageContaining("No backfill is in progress.");
    }

    /** A backfill that is a part of an upgrade waits, and keeps the migration lock. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void anotherInstancePausesTheBackfillOfAnUpgrade(TestDb db) throws Exception {
        Retort retort = retort(
                db, CUSTOMERS, op -> op.backfill("customer", EMAIL, batches().rows(2)));
        retort.upgrade("0000cafe");
        customers(db, 7);
        Gate gate = new Gate();
        CompletableFuture<Void> upgrade = CompletableFuture.runAsync(
                () -> retort.with(RetortOptions.STANDARD.withThrottle(gate)).upgrade("head"));
        gate.arrive();
        assertThat(retort.pauseBackfills(null, "by alice")).singleElement().matches(state -> !state.isAfterStart());
        gate.open.set(true);
        Thread.sleep(2_500);
        assertThat(upgrade).isNotDone();
        assertThat(db.query("select count(email) from customer")).containsExactly("2");

        retort.resumeBackfills(null);
        upgrade.get(60, TimeUnit.SECONDS);

        assertThat(filled(db)).containsExactly("7|1|1");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aDowngradeStopsItFirst(TestDb db) throws Exception {
        Fill back = set("email", "null").set("n", "n - 1").where("email is not null");
        Retort retort = retort(db, CUSTOMERS, new Migration() {
            @Override
            public void upgrade(io.retort.migration.Operations op) {
                op.backfill("customer", EMAIL, back, LATER);
            }

            @Override
            public void downgrade(io.retort.migration.Operations op) {
                op.reverse(this::upgrade);
            }
        });
        try (Filling filling = Filling.of(db, retort)) {
            CompletableFuture<Void> downgrade = CompletableFuture.runAsync(() -> retort.downgrade("0000cafe"));
            filling.finish();
            downgrade.get(60, TimeUnit.SECONDS);
        }
        assertThat(db.query("select count(email), min(n), max(n) from customer"))
                .containsExactly("0|0|0");
        assertThat(db.query("select id from retort_revision")).containsExactly("0000cafe");
        assertThat(retort.with(RetortOptions.STANDARD.withDeferBackfills(true)).backfill())
                .isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aFailedDowngradeLetsItContinue(TestDb db) throws SQLException {
        Retort retort = retort(db, CUSTOMERS, new Migration() {
            @Override
            public void upgrade(io.retort.migration.Operations op) {
                FILL.upgrade(op);
            }

            @Override
            public void downgrade(io.retort.migration.Operations op) {
                op.execute("drop table no_such_table", "");
            }
        });
        retort.upgrade("0000cafe");
        customers(db, 5);
        Retort deferring = retort.with(RetortOptions.STANDARD.withDeferBackfills(true));
        deferring.upgrade("head");

        assertThatThrownBy(() -> retort.downgrade("0000cafe")).isInstanceOf(RetortException.class);

        assertThat(db.query("select count(paused) from retort_revision")).containsExactly("0");
        assertThat(retort.backfill()).isEmpty();
        assertThat(filled(db)).containsExactly("5|1|1");
    }

    @OnDatabases({H2, POSTGRESQL})
    void anOperationAfterItIsRefused(TestDb db) {
        Retort retort = retort(db, CUSTOMERS, op -> {
            FILL.upgrade(op);
            op.addColumn("customer", column("extra", integer()));
        });

        assertThatThrownBy(() -> retort.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("it follows the backfill of customer, which runs after the revision is applied")
                .hasMessageContaining("Nothing was run.");
    }

    @OnDatabases(H2)
    void aScriptFillsInPlace(TestDb db) {
        String script = retort(db, CUSTOMERS, FILL).script(Direction.UP, "0000cafe:head", Dialects.named("postgresql"));

        assertThat(script).contains("do $").contains("update customer set email = mail");
        assertThat(script.indexOf("update customer")).isLessThan(script.indexOf("insert into retort_revision"));
    }

    /** Fills two of seven rows in another thread, and then waits. */
    private record Filling(CompletableFuture<List<BackfillState>> future, Gate gate) implements AutoCloseable {

        static Filling of(TestDb db, Retort retort) throws Exception {
            retort.upgrade("0000cafe");
            customers(db, 7);
            RetortOptions options = RetortOptions.STANDARD.withDeferBackfills(true);
            retort.with(options).upgrade("0001cafe");
            Gate gate = new Gate();
            Retort filler = retort.with(options.withThrottle(gate));
            Filling filling = new Filling(CompletableFuture.supplyAsync(filler::backfill), gate);
            gate.arrive();
            return filling;
        }

        boolean isDone() {
            return future.isDone();
        }

        void release() {
            gate.open.set(true);
        }

        List<BackfillState> await() throws ExecutionException, InterruptedException, TimeoutException {
            return future.get(60, TimeUnit.SECONDS);
        }

        void finish() throws Exception {
            release();
            await();
        }

        @Override
        public void close() throws Exception {
            release();
            future.handle((done, failure) -> true).get(60, TimeUnit.SECONDS);
        }
    }

    /** Makes a backfill wait after its first batch. */
    private static final class Gate implements BackfillThrottle {

        private final CountDownLatch there = new CountDownLatch(1);
        private final AtomicBoolean open = new AtomicBoolean();

        @Override
        public Optional<String> reasonToWait(io.retort.run.BackfillProgress progress) {
            if (progress.filled() < 2 || open.get()) {
                return Optional.empty();
            }
            there.countDown();
            return Optional.of("the test holds it");
        }

        void arrive() throws InterruptedException {
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void killOthers(TestDb db) throws SQLException {
        if (db.database() == POSTGRESQL) {
            db.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 1"
                    + " and database = (select oid from pg_database where datname = current_database())");
            return;
        }
        for (String id : db.query("select id from information_schema.processlist where command = 'Sleep'"
                + " and id <> connection_id() and db = database()")) {
            db.execute("kill " + id);
        }
    }

    private static RetortOptions quick() {
        return RetortOptions.STANDARD.withLockTimeout(Duration.ofSeconds(1));
    }

    private static RunListener hearing(List<String> warnings) {
        return new RunListener() {
            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
    }

    private static RevisionCode code(String id, List<String> parents, List<String> dependsOn, Migration migration) {
        return new RevisionCode(
                new RevisionInfo(id, parents, dependsOn, List.of(), "step", null, true, "db/" + id + ".java"),
                () -> migration);
    }

    private static List<String> filled(TestDb db) throws SQLException {
        return db.query("select count(email), min(n), max(n) from customer");
    }

    private static void customers(TestDb db, int count) throws SQLException {
        for (int i = 1; i <= count; i++) {
            db.execute("insert into customer (id, mail) values (" + i + ", 'mail " + i + "')");
        }
    }
}
