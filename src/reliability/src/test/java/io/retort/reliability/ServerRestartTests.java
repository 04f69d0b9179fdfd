package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.reliability.server.PostgresOfOurs;
import io.retort.reliability.server.Proxy;
import io.retort.reliability.server.ServerOfOurs;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** The database server stops in the middle of a data step and starts again. */
class ServerRestartTests {

    private static final int ROWS = 4000;
    private static final int MANY = 20_000;

    @OnDatabases(POSTGRESQL)
    void aStopAndStartOfPostgresIsAClearErrorAndTheNextStartConverges(TestDb db) throws Exception {
        for (PostgresOfOurs.Mode mode : PostgresOfOurs.Mode.values()) {
            try (TestDb fresh = db.server().newDatabase()) {
                PostgresOfOurs server = PostgresOfOurs.of(fresh);
                try (Instance instance = Instance.start(fresh, "bulk-" + MANY)) {
                    assertThat(instance.awaitLine("step 0002cafe"))
                            .as(instance.text())
                            .isTrue();
                    server.restart(mode);
                    Converging.failed(instance);
                }
                Eventually.is(() -> answers(fresh));
                Converging.converges(fresh, "bulk-" + MANY, MANY);
                Figures.add(
                        "`pg_ctl stop -m " + mode.name().toLowerCase(Locale.ROOT)
                                + "` in the middle of a data step, and a start",
                        db.server().toString(),
                        "exit 1 with the revision and the position, the next start completed it");
            }
        }
    }

    /** An administrator terminates all sessions, as in a failover. */
    @OnDatabases(POSTGRESQL)
    void sessionsThatTheServerEndedAreAClearErrorAndTheNextStartConverges(TestDb db) throws Exception {
        try (Instance instance = Instance.start(db, "bulk-" + ROWS)) {
            assertThat(instance.awaitLine("step 0002cafe")).as(instance.text()).isTrue();
            db.query("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
            Converging.failed(instance);
        }
        Converging.converges(db, "bulk-" + ROWS, ROWS);
        Figures.add(
                "The server ends every session in the middle of a data step",
                db.server().toString(),
                "exit 1 with the revision and the position, the next start completed it");
    }

    @OnDatabases({MARIADB, MYSQL})
    void aCrashOfTheServerIsAClearErrorAndTheNextStartConverges(TestDb db) throws Exception {
        // The testkit's servers do not flush each commit to disk, so a crash could lose commits.
        db.execute("set global innodb_flush_log_at_trx_commit = 1");
        ServerOfOurs server = ServerOfOurs.on(Proxy.portOf(db.url()));
        try (Instance instance = Instance.start(db.url(), db, "bulk-" + ROWS, Map.of())) {
            assertThat(instance.awaitLine("step 0002cafe")).as(instance.text()).isTrue();
            server.crashAndRestart();
            Converging.failed(instance);
        }
        Eventually.is(() -> answers(db));
        Converging.converges(db, "bulk-" + ROWS, ROWS);
        Figures.add(
                "`kill -9` of the server in the middle of a data step, and its restart",
                db.server().toString(),
                "exit 1 with the revision and the position, the next start completed it");
    }

    private static boolean answers(TestDb db) {
        try {
            db.query("select 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
