package io.retort.internal.execute;

import static io.retort.internal.execute.Fleet.revision;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.run.OtherSession;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.postgresql.jdbc.PgConnection;

class MigrationLockTests {

    private static final RetortOptions IMPATIENT = RetortOptions.STANDARD.withLockTimeout(Duration.ofMillis(300));

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    private static RevisionCode[] shop() {
        return new RevisionCode[] {
            revision("a1", "", op -> op.execute("create table account (id integer primary key)")),
            revision("b2", "a1", op -> op.execute("insert into account (id) values (1)")),
            revision("c3", "b2", op -> op.execute("create table booking (id integer primary key)")),
        };
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void eightInstancesOnAnEmptyDatabaseRunEachRevisionOnce(TestDb db) throws Exception {
        CountDownLatch ready = new CountDownLatch(8);
        List<Future<RunReport>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Retort instance = fleet.instance(db, shop());
            runs.add(fleet.start(() -> {
                ready.countDown();
                ready.await();
                return instance.upgrade("head");
            }));
        }

        List<String> applied = new ArrayList<>();
        for (Future<RunReport> run : runs) {
            run.get().steps().forEach(step -> applied.add(step.revision().id()));
        }

        assertThat(applied).containsExactly("a1", "b2", "c3");
        assertThat(db.query("select id from account")).containsExactly("1");
        assertThat(db.query("select id from retort_revision order by id")).containsExactly("a1", "b2", "c3");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void whoWaitsTooLongIsToldWhoIsInFront(TestDb db) throws Exception {
        letOthersRead(db);
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
        Future<RunReport> first = fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();
        List<LockWait> heard = new ArrayList<>();
        Retort second = fleet.instance(db, slow).with(IMPATIENT).with(new RunListener() {
            @Override
            public void waiting(LockWait wait) {
                heard.add(wait);
            }
        });

        RetortException refused = catchThrowableOfType(RetortException.class, () -> second.upgrade("head"));
        gate.open();

        assertThat(refused.status()).isEqualTo(ExitStatus.NOT_LOCKED);
        assertThat(refused.what())
                .contains("waiting for the lock on retort_revision, held by ")
                .containsPattern("held by pid \\d+, user (?i)" + db.user());
        assertThat(refused.action()).contains("The option `lock.timeout` sets");
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).describe())
                .startsWith("Waiting for the lock on retort_revision, for 0 s of at most 0 s.");
        assertThat(first.get().steps()).hasSize(1);
        assertThat(second.upgrade("head").steps()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void theLockHolderCanBeReadWithoutTakingTheLock(TestDb db) throws Exception {
        letOthersRead(db);
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
        Retort reader = fleet.instance(db, slow);
        assertThat(reader.lockHolders()).hasValue(List.of());
        Future<RunReport> run = fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();

        assertThat(reader.lockHolders())
                .hasValueSatisfying(holders -> assertThat(holders)
                        .singleElement()
                        .satisfies(holder -> assertThat(holder.user()).isEqualToIgnoringCase(db.user())));
        gate.open();

        assertThat(run.get().steps()).hasSize(1);
        assertThat(reader.lockHolders()).hasValue(List.of());
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void theInstancesThatWaitCanBeRead(TestDb db) throws Exception {
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
        Retort reader = fleet.instance(db, slow);
        assertThat(reader.lockWaiters()).hasValue(List.of());
        Future<RunReport> run = fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();
        Instant begun = Instant.now();
        Future<RunReport> second = waiting(db, slow, RetortOptions.STANDARD);
        Thread.sleep(3_100);
        Future<RunReport> third = waiting(db, slow, RetortOptions.STANDARD);
        assertThat(fleet.instance(db, slow)
                        .with(RetortOptions.STANDARD.withTable(QualifiedName.parse("other_revision")))
                        .lockWaiters())
                .hasValue(List.of());

        List<OtherSession> waiting = reader.lockWaiters().orElseThrow();
        long longest = Duration.between(begun, Instant.now()).toSeconds();
        String holder = reader.lockHolders().orElseThrow().get(0).id();

        assertThat(waiting).hasSize(2).allSatisfy(session -> {
            assertThat(session.user()).isEqualTo(db.user());
            assertThat(session.host()).isNotBlank();
            assertThat(session.id()).isNotBlank().isNotEqualTo(holder);
        });
        assertThat(waiting.get(0).id()).isNotEqualTo(waiting.get(1).id());
        // the database stores full seconds
        assertThat(waiting.get(0).age()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(longest + 2));
        assertThat(waiting.get(0).age().minus(waiting.get(1).age()))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(longest + 2));
        gate.open();
        assertThat(run.get().steps()).hasSize(1);
        assertThat(second.get().steps()).isEmpty();
        assertThat(third.get().steps()).isEmpty();
        assertThat(reader.lockWaiters()).hasValue(List.of());
    }

    /** Its pool keeps the connection. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void anInstanceThatGaveUpDoesNotWaitAnyMore(TestDb db) throws Exception {
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
        Future<RunReport> run = fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();
        Future<RunReport> second = waiting(db, slow, IMPATIENT);
        assertThatThrownBy(second::get).hasMessageContaining("Timed out");

        assertThat(fleet.instance(db, slow).lockWaiters()).hasValue(List.of());
        gate.open();
        run.get();
    }

    /** Returns when the new instance waits. */
    private Future<RunReport> waiting(TestDb db, RevisionCode code, RetortOptions options) throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Retort instance = fleet.instance(db, code).with(options).with(new RunListener() {
            @Override
            public void waiting(LockWait wait) {
                waits.countDown();
            }
        });
        Future<RunReport> run = fleet.start(() -> instance.upgrade("head"));
        waits.await();
        return run;
    }

    @OnDatabases({H2, HSQLDB, SQLITE})
    void aProductThatDoesNotReportTheInstancesThatWaitSaysSo(TestDb db) {
        assertThat(fleet.instance(db, shop()).lockWaiters()).isEmpty();
    }

    @OnDatabases(SQLITE)
    void aProductThatDoesNotReportTheLockHolderSaysSo(TestDb db) {
        assertThat(fleet.instance(db, shop()).lockHolders()).isEmpty();
    }

    /** PostgreSQL shows the last statement of an idle session. The role is rolled back. */
    @OnDatabases(POSTGRESQL)
    void aPasswordInTheStatementOfTheLockHolderIsMasked(TestDb db) throws Exception {
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision(
                "a1",
                "",
                op -> op.work("wait", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("create role masked_by_retort password 'geheim'");
                    }
                    gate.code().run(connection);
                    throw new SQLException("roll back");
                }));
        Future<RunReport> run = fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();

        assertThat(fleet.instance(db, slow).lockHolders().orElseThrow())
                .singleElement()
                .satisfies(holder ->
                        assertThat(holder.statement()).isEqualTo("create role masked_by_retort password '***'"));
        gate.open();
        assertThatThrownBy(run::get).hasMessageContaining("roll back");
    }

    @OnDatabases(POSTGRESQL)
    void postgreSqlTellsSinceWhenTheLockIsHeld(TestDb db) throws Exception {
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
        fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();

        Retort second = fleet.instance(db, slow).with(IMPATIENT);

        assertThatThrownBy(() -> second.upgrade("head"))
                .hasMessageContaining("PostgreSQL JDBC")
                .hasMessageContaining("for ");
        gate.open();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void whenTheOwnerDiesTheNextOneGoesOn(TestDb db) throws Exception {
        letOthersRead(db);
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode hanging = revision("a1", "", op -> op.work("wait", gate.code()));
        Future<RunReport> dying = fleet.start(() -> fleet.instance(db, hanging).upgrade("head"));
        gate.awaitReached();
        CountDownLatch waits = new CountDownLatch(1);
        Retort next = fleet.instance(db, shop()).with(new RunListener() {
            @Override
            public void waiting(LockWait wait) {
                waits.countDown();
                kill(db, wait.others().get(0).id());
            }
        });

        RunReport report = next.upgrade("head");
        gate.open();

        assertThat(waits.getCount()).isZero();
        assertThat(report.steps()).hasSize(3);
        assertThatThrownBy(dying::get).hasCauseInstanceOf(RetortException.class);
        assertThat(fleet.instance(db, shop()).upgrade("head").steps()).isEmpty();
    }

    /**
     * By default, a reader on HSQLDB waits for every transaction that wrote to the table, so a waiting run cannot
     * report anything.
     */
    private static void letOthersRead(TestDb db) throws SQLException {
        if (db.database() == HSQLDB) {
            db.execute("set database transaction control mvcc");
        }
    }

    private static void kill(TestDb db, String id) {
        try {
            switch (db.database()) {
                case POSTGRESQL -> db.query("select pg_terminate_backend(" + id + ")");
                case H2 -> db.query("select abort_session(" + id + ")");
                case HSQLDB -> db.execute("alter session " + id + " close");
                default -> db.execute("kill " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void nothingOfTheLockIsLeft(TestDb db) throws Exception {
        fleet.instance(db, shop()).upgrade("head");

        assertThat(
                        switch (db.database()) {
                            case POSTGRESQL -> db.query("select 1 from pg_locks where locktype = 'advisory'");
                            case H2, HSQLDB ->
                                db.query("select 1 from information_schema.tables where table_name like '%LOCK'");
                            default ->
                                db.query("select table_name from information_schema.tables"
                                        + " where table_schema = database() and table_name like '%lock'");
                        })
                .isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void twoTablesOfRevisionsDoNotWaitForEachOther(TestDb db) throws Exception {
        Fleet.Gate gate = new Fleet.Gate();
        RevisionCode slow = revision("a1", "", op -> op.work("wait", gate.code()));
        Future<RunReport> first = fleet.start(() -> fleet.instance(db, slow).upgrade("head"));
        gate.awaitReached();
        Retort other = fleet.instance(db, shop()).with(IMPATIENT.withTable(QualifiedName.parse("other_revision")));

        assertThat(other.upgrade("head").steps()).hasSize(3);

        gate.open();
        first.get();
    }

    @OnDatabases(POSTGRESQL)
    void anOwnerThatVanishesInTheMiddleOfALongStatementIsNoticed(TestDb db) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        AtomicReference<Connection> working = new AtomicReference<>();
        RevisionCode endless = revision(
                "a1",
                "",
                op -> op.work("sleep", connection -> {
                    working.set(connection);
                    reached.countDown();
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select pg_sleep(600)");
                    }
                }));
        Future<RunReport> vanishing =
                fleet.start(() -> fleet.instance(db, endless).upgrade("head"));
        reached.await();
        while (db.query("select 1 from pg_stat_activity where query like '%pg_sleep(600)' and state = 'active'")
                .isEmpty()) {
            Thread.sleep(20);
        }

        working.get().unwrap(PgConnection.class).abort(Runnable::run);

        assertThat(fleet.instance(db, shop()).upgrade("head").steps()).hasSize(3);
        assertThatThrownBy(vanishing::get).hasCauseInstanceOf(RetortException.class);
    }
}
