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

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.Status.PartiallyAppliedRevision;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.operation.Batches;
import io.retort.operation.Fill;
import io.retort.run.BackfillProgress;
import io.retort.run.MigrationFailedException;
import io.retort.run.RunListener;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a backfill does apart from filling rows: refusals, waiting, progress, downgrades, other sessions. */
class BackfillTests {

    private static final Fill EMAIL = set("email", "mail").set("n", "n + 1").where("email is null");
    private static final Migration CUSTOMERS = op -> op.createTable(
            "customer",
            column("id", integer()).notNull(),
            column("mail", varchar(40)),
            column("email", varchar(40)),
            column("n", integer()).defaultValue(0).notNull(),
            primaryKey("id"));

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aTableWithoutAPrimaryKeyNeedsAKey(TestDb db) throws SQLException {
        Migration table =
                op -> op.createTable("customer", column("id", integer()).notNull(), column("a", integer()));
        Retort plain =
                retort(db, table, op -> op.backfill("customer", set("a", "id").where("a is null")));
        plain.upgrade("0000cafe");
        db.execute("insert into customer (id) values (7)", "insert into customer (id) values (7)");

        assertThatThrownBy(() -> plain.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("cannot divide its rows into batches: it has no primary key")
                .hasMessageContaining("batches().key(\"number\")");
        assertThat(db.query("select count(*) from customer where a is null")).containsExactly("2");

        retort(
                        db,
                        table,
                        op -> op.backfill(
                                "customer",
                                set("a", "id").where("a is null"),
                                batches().key("id").rows(1)))
                .upgrade("head");
        assertThat(db.query("select a from customer")).containsExactly("7", "7");
    }

    @OnDatabases({POSTGRESQL, MARIADB, HSQLDB})
    void aKeyThatChangesIsRefused(TestDb db) throws SQLException {
        Retort retort = retort(
                db, CUSTOMERS, op -> op.backfill("customer", set("ID", "id + 1").where("n = 0")));
        retort.upgrade("0000cafe");
        db.execute("insert into customer (id) values (1)");

        assertThatThrownBy(() -> retort.upgrade("head")).hasMessageContaining("a column of its key");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsThatStayUnfilledFailTheBackfillWithTheirNumber(TestDb db) throws SQLException {
        Retort retort = retort(
                db, CUSTOMERS, op -> op.backfill("customer", EMAIL, batches().rows(2)));
        retort.upgrade("0000cafe");
        customers(db, 5);
        db.execute("update customer set mail = null where id in (2, 4)");

        assertThatThrownBy(() -> retort.upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("2 rows of customer still meet the condition of the backfill: email is null")
                .hasMessageContaining("the batches before the failed one, committed with their progress");
        assertThat(db.query("select count(email) from customer")).containsExactly("3");

        db.execute("update customer set mail = 'later' where mail is null");
        retort.upgrade("head");
        assertThat(db.query("select count(*) from customer where email = mail")).containsExactly("5");
        assertThat(db.query("select state from retort_revision order by id")).containsExactly("applied", "applied");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anExpressionThatFailsNamesTheBatchAndCanBeCorrected(TestDb db) throws SQLException {
        String cast = db.database() == MARIADB || db.database() == MYSQL
                ? "case when mail = 'mail 4' then (select id from customer_all) else 1 end"
                : "cast(substring(mail, 6, 3) as integer)";
        if (db.database() == SQLITE) {
            cast = "case when mail = 'mail 4' then json('not json') else 1 end";
        }
        String failing = cast;
        Migration tables = CUSTOMERS::upgrade;
        Retort wrong = retort(
                db,
                tables,
                op -> op.backfill(
                        "customer", set("n", failing).where("n = 0"), batches().rows(2)));
        wrong.upgrade("0000cafe");
        db.execute(
                "create table customer_all (id integer)",
                "insert into customer_all values (1)",
                "insert into customer_all values (2)");
        customers(db, 5);
        db.execute("update customer set mail = 'mail x' where id = 4 and '"
                + db.database().product() + "' <> 'sqlite'");
        if (db.database() == MARIADB || db.database() == MYSQL) {
            db.execute("update customer set mail = 'mail 4' where id = 4");
        }

        assertThatThrownBy(() -> wrong.upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("in the batch of rows with")
                .hasMessageContaining("id <= 4");
        assertThat(db.query("select count(*) from customer where n > 0")).containsExactly("2");

        List<String> warnings = new ArrayList<>();
        retort(
                        db,
                        tables,
                        op -> op.backfill(
                                "customer",
                                set("n", "9").where("n = 0"),
                                batches().rows(2)))
                .with(hearing(warnings))
                .upgrade("head");
        assertThat(db.query("select count(*) from customer where n = 9")).containsExactly("3");
        assertThat(warnings).anyMatch(each -> each.contains("was edited after it had filled 2 rows"));
    }

    private static RunListener hearing(List<String> warnings) {
        return new RunListener() {
            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aQueryHoldsItAndItsProgressIsVisible(TestDb db) throws Exception {
        Batches slow = batches().rows(2).waitWhile("select busy from gate");
        Retort retort = retort(db, CUSTOMERS, op -> op.backfill("customer", EMAIL, slow));
        retort.upgrade("0000cafe");
        customers(db, 7);
        db.execute("create table gate (busy integer, id integer)", "insert into gate values (1, 1)");

        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> retort.upgrade("head"));
        Thread.sleep(1500);
        assertThat(run).isNotDone();
        assertThat(db.query("select count(email) from customer")).containsExactly("0");

        db.execute("update gate set busy = (select count(*) - 3 from customer c where c.email is not null)");
        if (db.database() == H2 || db.database() == POSTGRESQL) {
            db.execute("drop table gate", "create view gate as select count(email) - 3 as busy from customer");
        }
        awaitSome(db);
        BackfillProgress progress = progress(retort);
        if (progress != null) {
            assertThat(progress.table()).isEqualTo("customer");
            assertThat(progress.filled()).isBetween(2L, 7L);
        }
        release(db);
        run.get(30, TimeUnit.SECONDS);
        assertThat(db.query("select count(email), max(n) from customer")).containsExactly("7|1");
    }

    /** It takes eleven seconds, so it runs only with {@code -Pfull}. */
    @EnabledIfSystemProperty(named = "retort.full", matches = "true")
    @OnDatabases(H2)
    void aLongBackfillReportsItsProgress(TestDb db) throws SQLException {
        Retort retort = retort(
                db,
                CUSTOMERS,
                op -> op.backfill("customer", EMAIL, batches().rows(1).pauseMillis(1500)));
        retort.upgrade("0000cafe");
        customers(db, 10);
        List<String> progress = new ArrayList<>();

        retort.with(new RunListener() {
                    @Override
                    public void progress(String text) {
                        progress.add(text);
                    }
                })
                .upgrade("head");

        assertThat(progress)
                .singleElement()
                .asString()
                .matches("customer: [78] of about 10 rows, [78] filled, about [0-9] s left");
    }

    private static void release(TestDb db) throws SQLException {
        if (db.database() == H2 || db.database() == POSTGRESQL) {
            db.execute("create or replace view gate as select count(email) - 300 as busy from customer");
        } else {
            db.execute("update gate set busy = 0");
        }
    }

    private static void awaitSome(TestDb db) throws Exception {
        for (int i = 0; i < 200 && db.query("select count(email) from customer").equals(List.of("0")); i++) {
            Thread.sleep(50);
        }
    }

    private static @org.jspecify.annotations.Nullable BackfillProgress progress(Retort retort) {
        List<PartiallyAppliedRevision> half = retort.status().partial();
        return half.isEmpty() ? null : half.get(0).backfill();
    }

    /** An application inserts rows with and without a value, and changes others, also in the batch that is being filled. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void anApplicationInsertsAndUpdatesMeanwhile(TestDb db) throws Exception {
        Retort retort = retort(
                db,
                CUSTOMERS,
                op -> op.backfill("customer", EMAIL, batches().rows(10).pauseMillis(4)));
        retort.upgrade("0000cafe");
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= 400; i++) {
                statement.addBatch("insert into customer (id, mail) values (" + i * 10 + ", 'mail')");
            }
            statement.executeBatch();
        }
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Integer> application = CompletableFuture.supplyAsync(() -> work(db, stop));

        retort.upgrade("head");
        stop.set(true);

        assertThat(done(application)).isGreaterThan(10);
        assertThat(db.query("select count(*) from customer where email is null"))
                .containsExactly("0");
        assertThat(db.query("select count(*) from customer where n > 1")).containsExactly("0");
        assertThat(db.query("select count(*) from customer where n = 0 and email <> 'own'"))
                .containsExactly("0");
    }

    private static int done(CompletableFuture<Integer> application) throws InterruptedException, ExecutionException {
        return application.get();
    }

    /** It stops to write rows without a value after a while, as an older release does. */
    private static int work(TestDb db, AtomicBoolean stop) {
        int done = 0;
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            while (!stop.get() && done < 5_000) {
                int id = 1 + done * 10 % 4_000 + done % 9;
                boolean unfilled = done < 30;
                try {
                    statement.execute("insert into customer (id, mail, email) values (" + id + ", 'mail', "
                            + (unfilled ? "null" : "'own'") + ")");
                    statement.execute(
                            "update customer set mail = 'other' where id between " + id + " and " + (id + 30));
                } catch (SQLException duplicateOrDeadlock) {
                    assertThat(duplicateOrDeadlock.getSQLState()).matches("23.*|40.*");
                }
                done++;
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDowngradeLeavesTheValuesOrFillsOthers(TestDb db) throws SQLException {
        Fill back = set("mail", "email").set("email", "null").where("email is not null");
        Migration there = op -> op.backfill("customer", EMAIL, back, batches().rows(2));
        Retort retort = retort(
                db,
                CUSTOMERS,
                reversible(there),
                reversible(op -> op.backfill("customer", set("n", "5").where("n = 1"))));
        retort.upgrade("0000cafe");
        customers(db, 5);

        retort.upgrade("head");
        assertThat(db.query("select count(email), min(n), max(n) from customer"))
                .containsExactly("5|5|5");
        retort.downgrade("0001cafe");
        assertThat(db.query("select count(email), min(n), max(n) from customer"))
                .containsExactly("5|5|5");
        retort.downgrade("0000cafe");
        assertThat(db.query("select count(email), count(mail) from customer")).containsExactly("0|5");
    }

    /** The filled part of an interrupted backfill is undone, too. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void anInterruptedBackfillIsUndone(TestDb db) throws SQLException {
        Fill back = set("email", "null").where("email is not null");
        Retort retort = retort(
                db,
                CUSTOMERS,
                reversible(op -> op.backfill("customer", EMAIL, back, batches().rows(2))));
        retort.upgrade("0000cafe");
        customers(db, 5);
        db.execute("update customer set mail = null where id = 4");
        assertThatThrownBy(() -> retort.upgrade("head")).isInstanceOf(MigrationFailedException.class);
        assertThat(db.query("select count(email) from customer")).containsExactly("4");
        assertThat(Objects.requireNonNull(progress(retort)).filled()).isGreaterThanOrEqualTo(4);

        retort.downgrade("0000cafe");

        assertThat(db.query("select count(email) from customer")).containsExactly("0");
        assertThat(db.query("select id from retort_revision")).containsExactly("0000cafe");
    }

    private static Migration reversible(Migration up) {
        return new Migration() {
            @Override
            public void upgrade(io.retort.migration.Operations op) {
                up.upgrade(op);
            }

            @Override
            public void downgrade(io.retort.migration.Operations op) {
                op.reverse(this::upgrade);
            }
        };
    }

    /** The rows before the position are not read again: a row inserted there waits for the second pass. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anInterruptedBackfillContinuesAtItsPosition(TestDb db) throws SQLException {
        Retort retort = retort(
                db, CUSTOMERS, op -> op.backfill("customer", EMAIL, batches().rows(2)));
        retort.upgrade("0000cafe");
        customers(db, 7);
        assertThatThrownBy(() -> retort.with(stoppingAt(4)).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("stop here");
        db.execute("insert into customer (id, mail) values (0, 'mail 0')");

        List<String> seen = new ArrayList<>();
        retort.with(new RunListener() {
                    @Override
                    public void backfill(BackfillProgress progress) {
                        seen.add(progress.read() + " read, " + progress.filled() + " filled");
                    }

                    @Override
                    public void warning(String sentence) {
                        seen.add(sentence.replaceAll(" of customer.*", ""));
                    }
                })
                .upgrade("head");

        assertThat(seen)
                .filteredOn(each -> !each.contains("stopped after"))
                .containsExactly(
                        "4 read, 4 filled",
                        "6 read, 6 filled",
                        "7 read, 7 filled",
                        "1 row",
                        "0 read, 7 filled",
                        "2 read, 8 filled",
                        "4 read, 8 filled",
                        "6 read, 8 filled",
                        "8 read, 8 filled",
                        "8 read, 8 filled");
        assertThat(db.query("select count(email), min(n), max(n) from customer"))
                .containsExactly("8|1|1");
    }

    /** An older release, which does not have the revision, undoes an interrupted backfill and what was before it. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aSwitchUndoesAnInterruptedBackfill(TestDb db) throws SQLException {
        Fill back = set("email", "null -- as before").where("email = mail");
        Retort retort = retort(db, CUSTOMERS, reversible(op -> {
            op.addColumn("customer", column("extra", integer()));
            op.backfill("customer", EMAIL, back, batches().rows(2));
            op.addColumn("customer", column("later", integer()));
        }));
        retort.upgrade("0000cafe");
        customers(db, 7);
        db.execute("update customer set email = 'own' where id = 3");
        assertThatThrownBy(() -> retort.with(stoppingAt(4)).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class);
        assertThat(db.query("select count(*) from customer where email = mail")).containsExactly("3");

        Retort older = retort(db, CUSTOMERS);
        older.runSwitch(older.planSwitch(row -> Optional.empty()), row -> Optional.empty());

        assertThat(db.query("select count(email), min(email) from customer")).containsExactly("1|own");
        assertThatThrownBy(() -> db.query("select extra from customer")).isInstanceOf(SQLException.class);
        assertThat(db.query("select id from retort_revision")).containsExactly("0000cafe");

        retort.upgrade("head");
        assertThat(db.query("select count(email), count(later), max(n) from customer"))
                .containsExactly("7|0|2");
    }

    private static RetortOptions stoppingAt(long rows) {
        return RetortOptions.STANDARD.withThrottle(progress -> {
            if (progress.read() == rows) {
                throw new IllegalStateException("stop here");
            }
            return Optional.empty();
        });
    }

    /** Only SQLite's primary keys can be null. */
    @OnDatabases(SQLITE)
    void rowsWithoutAKeyAreFilled(TestDb db) throws SQLException {
        Retort retort = retort(
                db,
                op -> op.execute("create table odd (a text, b integer, v integer, primary key (a, b))"),
                op -> op.backfill(
                        "odd", set("v", "1").where("v is null"), batches().rows(2)));
        retort.upgrade("0000cafe");
        db.execute(
                "insert into odd (a, b) values (null, 1)",
                "insert into odd (a, b) values (null, 1)",
                "insert into odd (a, b) values ('x', null)",
                "insert into odd (a, b) values (5, 2)",
                "insert into odd (a, b) values (x'00ff', 'text')",
                "insert into odd (a, b) values ('y', 1.5)",
                "insert into odd (a, b) values ('y', 7)");

        List<String> warnings = new ArrayList<>();
        retort.with(hearing(warnings)).upgrade("head");

        assertThat(db.query("select count(v) from odd")).containsExactly("7");
        assertThat(warnings).isEmpty();
    }

    private static void customers(TestDb db, int count) throws SQLException {
        for (int i = 1; i <= count; i++) {
            db.execute("insert into customer (id, mail) values (" + i + ", 'mail " + i + "')");
        }
    }
}
