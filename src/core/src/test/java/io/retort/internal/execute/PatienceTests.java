package io.retort.internal.execute;

import static io.retort.internal.execute.Fleet.revision;
import static io.retort.migration.Definitions.index;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.error.ExitStatus;
import io.retort.run.DdlTimeouts;
import io.retort.run.LockTimeoutException;
import io.retort.run.MigrationFailedException;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import io.retort.run.TransactionScope;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PatienceTests {

    private static final String UNIQUE = "create unique index concurrently \"Ux_account\" on account (\"Id\")";
    private static final String VALID = "select indisvalid from pg_index where indexrelid = '\"Ux_account\"'::regclass";

    private static final RetortOptions BRIEF = RetortOptions.STANDARD.withDdl(
            new DdlTimeouts(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(30)));

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    private static RevisionCode[] change() {
        return new RevisionCode[] {
            revision("a1", "", op -> op.execute("create table aside (id integer)")),
            revision("b2", "a1", op -> {
                op.execute("insert into aside (id) values (1)");
                op.execute("alter table account add column email varchar(100)");
            })
        };
    }

    private static void createAccount(TestDb db) throws SQLException {
        db.execute("create table account (id integer primary key)", "insert into account (id) values (1)");
    }

    /** An open transaction that has read or changed the table. */
    private static Connection holder(TestDb db) throws SQLException {
        Connection connection = db.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("update account set id = id");
        }
        return connection;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aTableLockedByAnotherSessionIsTriedAgainAndNobodyQueuesBehind(TestDb db) throws Exception {
        createAccount(db);
        CountDownLatch tried = new CountDownLatch(2);
        List<Retry> retries = new CopyOnWriteArrayList<>();
        Retort retort = fleet.instance(db, change()).with(BRIEF).with(new RunListener() {
            @Override
            public void retrying(Retry retry) {
                retries.add(retry);
                tried.countDown();
            }
        });
        Future<RunReport> run;
        long longest;
        try (Connection holder = holder(db)) {
            run = fleet.start(() -> retort.upgrade("head"));
            Future<Long> reader = fleet.start(() -> longestRead(db, tried));
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
            longest = reader.get();
            holder.rollback();
        }

        assertThat(run.get().steps()).hasSize(2);
        assertThat(db.query("select id from aside")).containsExactly("1");
        assertThat(longest)
                .as("a reader's longest wait, in ms")
                .isLessThan(BRIEF.ddl().lockTimeout().toMillis() + 10_000);
        assertThat(retries.get(0).describe())
                .startsWith("Another session holds a lock that the statement needs. Attempt 2 starts in");
        assertThat(retries).as("who is in the way on %s", db).anySatisfy(retry -> {
            assertThat(retry.others()).isNotEmpty();
            assertThat(retry.others().get(0).user()).isEqualToIgnoringCase(db.user());
            assertThat(retry.others().get(0).age()).isNotNull();
        });
    }

    private static long longestRead(TestDb db, CountDownLatch until) throws SQLException {
        long longest = 0;
        while (until.getCount() > 0) {
            long begun = System.nanoTime();
            db.query("select id from account");
            longest = Math.max(longest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        }
        return longest;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void whoIsLockedOutForTooLongIsToldWhoIsInTheWay(TestDb db) throws Exception {
        createAccount(db);
        Retort retort = fleet.instance(db, change())
                .with(BRIEF.withDdl(new DdlTimeouts(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO)));
        try (Connection holder = holder(db)) {
            MigrationFailedException failure =
                    catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

            assertThat(failure.what())
                    .contains("tried 1 times")
                    .containsPattern("blocked by: pid \\d+, user (?i:" + db.user() + ")");
            assertThat(failure.action())
                    .contains(
                            "Let that session finish, or end it",
                            "the option `ddl.retry-for`",
                            "the command `upgrade`");
            assertThat(failure.status()).isEqualTo(ExitStatus.NOT_LOCKED);
            assertThat(failure.getCause()).isInstanceOf(LockTimeoutException.class);
            holder.rollback();
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aStatementThatRunsTooLongIsEnded(TestDb db) {
        String slow = switch (db.database()) {
            case POSTGRESQL -> "select pg_sleep(20)";
            case H2 -> "select count(*) from system_range(1, 100000), system_range(1, 100000)";
            default ->
                "with recursive n (i) as (select 1 union all select i + 1 from n where i < 900)"
                        + " select count(*) from n a, n b, n c where a.i + b.i + c.i < 0";
        };
        Retort retort = fleet.instance(db, revision("a1", "", op -> op.execute(slow)))
                .with(BRIEF.withDdl(new DdlTimeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO)));

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

        assertThat(failure.what()).contains(slow);
    }

    @OnDatabases(POSTGRESQL)
    void oneTransactionForTheRunLeavesNothingWhenItFails(TestDb db) throws SQLException {
        RevisionCode good = revision("a1", "", op -> op.execute("create table account (id integer)"));
        RevisionCode bad = revision("b2", "a1", op -> op.execute("create table account (id integer)"));
        Retort whole = fleet.instance(db, good, bad).with(BRIEF.withTransaction(TransactionScope.RUN));

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> whole.upgrade("head"));

        assertThat(failure.rolledBack()).isTrue();
        assertThat(failure.what()).containsPattern("before it +nothing").containsPattern("rolled back too +a1");
        assertThat(db.query("select tablename from pg_tables where schemaname = 'public'"))
                .containsExactly("retort_revision");
        assertThat(whole.status().applied()).isEmpty();
        assertThat(whole.upgrade("a1").steps()).hasSize(1);
        assertThat(whole.status().applied()).hasSize(1);
    }

    @OnDatabases(POSTGRESQL)
    void oneTransactionForTheRunIsTriedAgainAsAWhole(TestDb db) throws Exception {
        createAccount(db);
        CountDownLatch tried = new CountDownLatch(1);
        Retort whole = fleet.instance(db, change())
                .with(BRIEF.withTransaction(TransactionScope.RUN))
                .with(new RunListener() {
                    @Override
                    public void retrying(Retry retry) {
                        tried.countDown();
                    }
                });
        Future<RunReport> run;
        try (Connection holder = holder(db)) {
            run = fleet.start(() -> whole.upgrade("head"));
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
            holder.rollback();
        }

        run.get();
        assertThat(db.query("select id from aside")).containsExactly("1");
        assertThat(whole.status().applied()).hasSize(2);
    }

    @OnDatabases(POSTGRESQL)
    void anIndexIsBuiltBesideWritersWhileAnotherInstanceWaits(TestDb db) throws Exception {
        createAccount(db);
        RevisionCode index = revision(
                "a1",
                "",
                op -> op.createIndex("account", index("ix_account", "id").concurrently()));
        List<LockWait> waits = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(1);
        Retort first = fleet.instance(db, index).with(BRIEF);
        Retort second = fleet.instance(db, index).with(BRIEF).with(new RunListener() {
            @Override
            public void waiting(LockWait wait) {
                waits.add(wait);
                waiting.countDown();
            }
        });
        try (Connection holder = holder(db)) {
            Future<RunReport> building = fleet.start(() -> first.upgrade("head"));
            awaitBuild(db);
            Future<RunReport> behind = fleet.start(() -> second.upgrade("head"));
            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(BRIEF.ddl().lockTimeout().toMillis() + 500);
            holder.rollback();

            assertThat(building.get(30, TimeUnit.SECONDS).steps()).hasSize(1);
            assertThat(behind.get(30, TimeUnit.SECONDS).steps()).isEmpty();
        }
        assertThat(db.query("select indisvalid from pg_index where indexrelid = 'ix_account'::regclass"))
                .containsExactly("t");
        assertThat(waits.get(0).others().get(0).statement()).contains("create index concurrently");
    }

    private static void awaitBuild(TestDb db) throws Exception {
        while (db.query("select 1 from pg_stat_progress_create_index where command = 'CREATE INDEX CONCURRENTLY'")
                .isEmpty()) {
            Thread.sleep(20);
        }
    }

    @OnDatabases(POSTGRESQL)
    void aFailedBuildLeavesNoInvalidIndex(TestDb db) throws SQLException {
        db.execute("create table account (\"Id\" integer)", "insert into account values (1), (1)");
        Retort retort = fleet.instance(db, unique());

        catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

        assertThat(db.query("select 1 from pg_class where relname = 'Ux_account'"))
                .isEmpty();
    }

    /** As after a build whose instance or server was killed. */
    @OnDatabases(POSTGRESQL)
    void anInvalidIndexOfAnEarlierBuildIsRemovedFirst(TestDb db) throws SQLException {
        db.execute("create table account (\"Id\" integer)", "insert into account values (1), (1)");
        catchThrowable(() -> db.execute(UNIQUE));
        assertThat(db.query(VALID)).containsExactly("f");
        db.execute("delete from account", "insert into account values (1), (2)");

        assertThat(fleet.instance(db, unique()).upgrade("head").steps()).hasSize(1);

        assertThat(db.query(VALID)).containsExactly("t");
    }

    private static RevisionCode unique() {
        return revision("a1", "", false, op -> op.execute(UNIQUE));
    }
}
