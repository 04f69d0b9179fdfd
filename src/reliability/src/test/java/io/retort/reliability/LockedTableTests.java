package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A long transaction locks a table that a revision changes. Other sessions must not queue behind the change for longer
 * than the lock timeout.
 */
class LockedTableTests {

    private static final int SECONDS = Integer.getInteger("reliability.seconds", 3);

    /** In seconds. */
    private static final int LOCK_TIMEOUT = 1;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void othersWaitNoLongerThanTheLockTimeoutAndTheUpgradeSucceeds(TestDb db) throws Exception {
        db.execute(
                "create table busy (id int not null primary key, name varchar(50))",
                "insert into busy values (1, 'x')");
        AtomicBoolean over = new AtomicBoolean();
        Traffic traffic = new Traffic(db, over);
        try (Connection holder = db.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("update busy set name = 'held' where id = 1");
            CompletableFuture<Void> others = CompletableFuture.runAsync(traffic);
            try (Instance instance = Instance.start(
                    db.url(),
                    db,
                    "widen",
                    Map.of("migrator.ddl", String.valueOf(LOCK_TIMEOUT), "migrator.retry", "120"))) {
                assertThat(instance.awaitLine("retrying")).as(instance.text()).isTrue();
                Thread.sleep(SECONDS * 1000L);
                assertThat(instance.isAlive()).as("still trying").isTrue();
                holder.commit();
                assertThat(instance.exit()).as(instance.text()).isZero();
            } finally {
                over.set(true);
            }
            others.join();
        }
        assertThat(db.query("select count(extra) from busy")).containsExactly("0");
        assertThat(traffic.count.get()).isGreaterThan(10);
        // The lock timeout of one try, with a margin for slow machines.
        assertThat(traffic.longest.get())
                .as("longest wait of another session, ms")
                .isLessThan(LOCK_TIMEOUT * 1000 + 1500L);
        Figures.add(
                "A table locked for " + SECONDS + " s, lock timeout " + LOCK_TIMEOUT + " s, with readers and writers",
                db.server().toString(),
                traffic.count + " reads and writes, the longest waited " + traffic.longest
                        + " ms; upgraded after the release");
    }

    /** Inserts and reads repeatedly, as an application does. */
    private record Traffic(TestDb db, AtomicBoolean over, AtomicInteger count, AtomicLong longest) implements Runnable {

        Traffic(TestDb db, AtomicBoolean over) {
            this(db, over, new AtomicInteger(), new AtomicLong());
        }

        @Override
        public void run() {
            try (Connection connection = db.connect();
                    Statement statement = connection.createStatement()) {
                while (!over.get()) {
                    long begun = System.nanoTime();
                    int id = 2 + count.get();
                    statement.execute("insert into busy (id, name) values (" + id + ", 'new')");
                    statement.executeQuery("select count(*) from busy").close();
                    longest.accumulateAndGet((System.nanoTime() - begun) / 1_000_000, Math::max);
                    count.incrementAndGet();
                    Thread.sleep(10);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
