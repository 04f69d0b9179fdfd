package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retort.reliability.process.Instance;
import io.retort.reliability.server.NetworkNamespace;
import io.retort.reliability.server.Proxy;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

/**
 * The network drops every packet and closes no connection. The instance ends with a message, and the server releases
 * the lock, so that another instance can continue without an administrator.
 *
 * <p>The methods run concurrently, because each of them mostly waits. The class itself does not run beside others,
 * because some of those stop and restart the servers.
 */
@ResourceLock(value = SilentNetworkTests.COMMITS, mode = ResourceAccessMode.READ, target = ResourceLockTarget.CHILDREN)
class SilentNetworkTests {

    /** The commits of every session on MariaDB, which a backup blocks. */
    static final String COMMITS = "commits";

    private static final int SILENCE = 15;

    /** Documented limit: another instance gets the lock within a minute. */
    private static final long LOCK_SECONDS = 60;

    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void whileAStatementRuns(TestDb db) throws Exception {
        String history = db.database() == POSTGRESQL ? "silent-pg_sleep" : "silent-do_sleep";
        lost(db, history, Map.of(), "step 0001cafe", "while a statement runs");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void whileTheSessionIsIdle(TestDb db) throws Exception {
        lost(db, "silent-insert", Map.of("migrator.pause", "4"), "pausing", "while the session is idle");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases(POSTGRESQL)
    void whileJavaCodeWorks(TestDb db) throws Exception {
        lost(db, "silent-work", Map.of("migrator.work", "4"), "step 0001cafe", "while Java code works");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases(POSTGRESQL)
    void duringTheCommit(TestDb db) throws Exception {
        lost(db, "silent-deferred", Map.of(), "step 0001cafe", "during the commit");
    }

    /** A backup blocks commits. */
    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases(MARIADB)
    @ResourceLock(value = COMMITS, mode = ResourceAccessMode.READ_WRITE)
    void duringACommitThatWaitsForABackup(TestDb db) throws Exception {
        try (Connection backup = DriverManager.getConnection(db.url(), db.user(), db.password());
                Statement stage = backup.createStatement();
                Network network = network(db);
                Instance instance = network.start("silent-insert", Map.of("migrator.pause", "10"))) {
            assertThat(instance.awaitLine("pausing")).as(instance.text()).isTrue();
            for (String next : List.of("start", "flush", "block_ddl", "block_commit")) {
                stage.execute("backup stage " + next);
            }
            Eventually.is(() -> !db.query("select id from information_schema.processlist where state like '%backup%'")
                    .isEmpty());
            network.namespace.drop();
            long dropped = System.nanoTime();
            TimeUnit.SECONDS.sleep(2);
            stage.execute("backup stage end");
            // the server completes the commit, so only a revision more makes the other instance ask for the lock
            long lock = untilAnotherHasTheLock(db, "silent-more", dropped);
            ended(instance, dropped, lock, db, "during the commit");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void whileItWaitsForTheLock(TestDb db) throws Exception {
        try (Network network = network(db);
                Instance holder = Instance.start(db.url(), db, "silent-work", Map.of("migrator.work", "45"))) {
            assertThat(holder.awaitLine("step 0001cafe")).as(holder.text()).isTrue();
            try (Instance waiting = network.start("silent-work", Map.of())) {
                assertThat(waiting.awaitLine("waiting")).as(waiting.text()).isTrue();
                TimeUnit.SECONDS.sleep(14);
                network.namespace.drop();
                long dropped = System.nanoTime();
                ended(waiting, dropped, -1, db, "while it waits for the lock");
                assertThat(waiting.text())
                        .containsPattern("Held by: pid \\d+.*idle for \\d+ s")
                        .contains("to end it: "
                                + (db.database() == POSTGRESQL ? "select pg_terminate_backend(" : "kill "));
            }
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases({POSTGRESQL, MARIADB})
    void whileItConnects(TestDb db) throws Exception {
        try (Network network = network(db)) {
            network.namespace.drop();
            long dropped = System.nanoTime();
            try (Instance instance = network.start("silent-insert", Map.of())) {
                assertThat(instance.exit()).as(instance.text()).isEqualTo(1);
                assertThat(instance.text())
                        .contains("Cannot connect to the database")
                        .doesNotContain("\tat ");
                figure(db, "while it connects", seconds(dropped), -1);
            }
        }
    }

    /** A statement that runs for a long time on the server does not count as silence. */
    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void aSlowStatementIsNotTakenForSilence(TestDb db) throws Exception {
        String statement = db.database() == POSTGRESQL ? "select pg_sleep(20)" : "do sleep(20)";
        try (Instance instance = Instance.start(
                db.url(), db, "silent-statement", Map.of("migrator.silence", "4", "migrator.statement", statement))) {
            assertThat(instance.exit()).as(instance.text()).isZero();
        }
    }

    /**
     * Only one connection is lost, as when a firewall has dropped it from its table. The session is terminated
     * immediately.
     */
    @Execution(ExecutionMode.CONCURRENT)
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void anAnswerThatIsLostOnOneConnectionEndsTheSession(TestDb db) throws Exception {
        String statement = db.database() == POSTGRESQL ? "select pg_sleep(3)" : "do sleep(3)";
        try (Proxy network = new Proxy(Proxy.portOf(db.url()));
                Instance instance = Instance.start(
                        network.through(db.url()),
                        db,
                        "silent-statement",
                        Map.of("migrator.silence", "10", "migrator.statement", statement))) {
            assertThat(instance.awaitLine("step 0001cafe")).as(instance.text()).isTrue();
            TimeUnit.SECONDS.sleep(1);
            network.swallow();
            long dropped = System.nanoTime();
            assertThat(instance.exit()).as(instance.text()).isEqualTo(1);
            assertThat(instance.text())
                    .contains("did not answer for", "the answer is lost")
                    .doesNotContain("\tat ");
            long lock = untilAnotherHasTheLock(db, "silent-insert", dropped);
            figure(db, "on one connection only, while a statement runs", seconds(dropped), lock);
            assertThat(lock).isLessThan(30);
        }
    }

    private void lost(TestDb db, String history, Map<String, String> properties, String line, String phase)
            throws Exception {
        try (Network network = network(db);
                Instance instance = network.start(history, properties)) {
            assertThat(instance.awaitLine(line)).as(instance.text()).isTrue();
            TimeUnit.SECONDS.sleep(2);
            network.namespace.drop();
            long dropped = System.nanoTime();
            long lock = untilAnotherHasTheLock(db, history, dropped);
            ended(instance, dropped, lock, db, phase);
        }
    }

    /** Starts an unaffected instance, which prints {@code begin} when it has the lock. */
    private static long untilAnotherHasTheLock(TestDb db, String history, long dropped) throws Exception {
        try (Instance other = Instance.start(db.url(), db, history, Map.of("migrator.lock", "200"))) {
            assertThat(other.awaitLine("begin")).as(other.text()).isTrue();
            return seconds(dropped);
        }
    }

    private static void ended(Instance instance, long dropped, long lock, TestDb db, String phase) throws Exception {
        assertThat(instance.exit()).as(instance.text()).isEqualTo(1);
        long message = instance.endedAfter(dropped).toSeconds();
        assertThat(instance.text())
                .contains("The database did not answer for", "\n> Check the network")
                .doesNotContain("\tat ", "Exception in thread");
        figure(db, phase, message, lock);
        assertThat(message).isLessThan(SILENCE * 4L);
        assertThat(lock).as("seconds until another instance has the lock").isLessThan(LOCK_SECONDS);
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    private static void figure(TestDb db, String phase, long message, long lock) {
        Figures.add(
                "The network loses every packet " + phase,
                db.server().toString(),
                "exit 1 after " + message + " s"
                        + (lock < 0 ? "" : ", another instance has the lock after " + lock + " s"));
    }

    private static Network network(TestDb db) throws Exception {
        NetworkNamespace namespace = null;
        String reason = "";
        try {
            namespace = new NetworkNamespace();
        } catch (IOException e) {
            reason = e.getMessage();
        }
        assumeThat(namespace).as("a network namespace: " + reason).isNotNull();
        letIn(db);
        return new Network(namespace, namespace.reaching(db.url()), db);
    }

    /** Allows connections from the namespace, whose address differs from this machine's own. */
    private static synchronized void letIn(TestDb db) throws SQLException, IOException {
        if (db.database() == POSTGRESQL) {
            Path rules = Path.of(db.query("show hba_file").get(0));
            if (!Files.readString(rules).contains("10.213.0.0/16")) {
                Files.writeString(rules, "\nhost all all 10.213.0.0/16 trust\n", StandardOpenOption.APPEND);
                db.query("select pg_reload_conf()");
            }
        } else {
            db.execute("create user if not exists 'root'@'10.213.%' identified by ''");
            db.execute("grant all on *.* to 'root'@'10.213.%' with grant option");
        }
    }

    /**
     * A network namespace from which a database can be reached.
     *
     * @param namespace the namespace
     * @param url the URL of the database, as seen from the namespace
     * @param db the database
     */
    private record Network(NetworkNamespace namespace, String url, TestDb db) implements AutoCloseable {

        Instance start(String history, Map<String, String> properties) {
            Map<String, String> all = new HashMap<>(properties);
            all.put("migrator.silence", String.valueOf(SILENCE));
            return Instance.start(namespace.prefix(), url, db, history, all);
        }

        @Override
        public void close() {
            namespace.close();
        }
    }
}
