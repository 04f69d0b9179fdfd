package io.retort.reliability;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retort.reliability.process.Instance;
import io.retort.reliability.server.Bouncer;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Several instances connect through a PgBouncer. Where it is not installed, the tests are aborted with a reason. */
class PoolerTests {

    private static final int INSTANCES = Integer.getInteger("reliability.instances", 6);
    private static final int REVISIONS = 30;
    private static final Map<String, String> PATIENCE = Map.of("migrator.lock", "30");

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void inSessionModeEachRevisionRunsOnceAndAllEndWell(TestDb db) throws Exception {
        try (Bouncer bouncer = bouncer(db, "session")) {
            for (Instance instance : startAll(bouncer, db)) {
                assertThat(instance.exit()).as(instance.text()).isZero();
            }
        }
        assertEachRanOnce(db);
        Figures.add(
                INSTANCES + " JVMs start at once through PgBouncer in session mode",
                db.server().toString(),
                "each revision run once, all exits 0");
    }

    /**
     * In transaction mode, a client has no session of its own. Every instance refuses before it takes a lock, and no
     * lock is left behind.
     */
    @OnDatabases(POSTGRESQL)
    void inTransactionModeAllRefuseAndNoLockStaysBehind(TestDb db) throws Exception {
        try (Bouncer bouncer = bouncer(db, "transaction")) {
            for (Instance instance : startAll(bouncer, db)) {
                assertThat(instance.exit()).as(instance.text()).isEqualTo(6);
                assertThat(instance.text()).contains("pool_mode = transaction").doesNotContain("\tat ");
            }
            assertThat(db.query("select count(*) from pg_locks where locktype = 'advisory' and database ="
                            + " (select oid from pg_database where datname = current_database())"))
                    .containsExactly("0");
            try (Instance direct = Instance.start(db.url(), db, "counting-" + REVISIONS, PATIENCE)) {
                assertThat(direct.exit()).as(direct.text()).isZero();
                assertThat(direct.text()).doesNotContain("waiting");
            }
        }
        assertEachRanOnce(db);
        Figures.add(
                INSTANCES + " JVMs start at once through PgBouncer in transaction mode",
                db.server().toString(),
                "all refused with exit 6 before anything ran, no lock left behind");
    }

    private static List<Instance> startAll(Bouncer bouncer, TestDb db) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(Instance.start(bouncer.url(), db, "counting-" + REVISIONS, PATIENCE));
        }
        return instances;
    }

    private static void assertEachRanOnce(TestDb db) throws SQLException {
        assertThat(db.query("select count(*), count(distinct revision) from ran"))
                .containsExactly((REVISIONS - 1) + "|" + (REVISIONS - 1));
        assertThat(db.query("select count(*) from retort_revision")).containsExactly(String.valueOf(REVISIONS));
    }

    private Bouncer bouncer(TestDb db, String mode) throws Exception {
        Optional<Bouncer> started = Bouncer.start(db, folder, mode);
        assumeThat(started).as("pgbouncer is on this machine").isPresent();
        Bouncer bouncer = started.orElseThrow();
        Eventually.is(() -> answers(bouncer, db));
        return bouncer;
    }

    private static boolean answers(Bouncer bouncer, TestDb db) {
        try (Connection connection = DriverManager.getConnection(bouncer.url(), db.user(), db.password())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
