package io.retort.internal.execute;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.internal.execute.ProgressMonitor.Glance;
import io.retort.internal.session.ConnectionActivity;
import io.retort.run.DdlTimeouts;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

class ProgressMonitorTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    @OnDatabases(POSTGRESQL)
    void tellsHowFarAnIndexIsAndForWhomItWaits(TestDb db) throws Exception {
        db.execute("create table account (id integer)");
        Set<String> heard = new ConcurrentSkipListSet<>();
        CountDownLatch both = new CountDownLatch(1);
        Glance glance = new Glance(db.dataSource(), Duration.ofMillis(100), text -> {
            heard.add(text.replaceAll("\\d+", "n"));
            if (heard.size() == 2) {
                both.countDown();
            }
        });
        try (Connection holder = db.connect();
                Connection working = db.connect();
                ProgressMonitor watch = ProgressMonitor.over(context(working), glance)) {
            holder.setAutoCommit(false);
            execute(holder, "insert into account (id) values (1)");
            Future<?> build = fleet.start(() -> execute(working, "create index concurrently ix on account (id)"));
            assertThat(both.await(60, TimeUnit.SECONDS)).isTrue();
            holder.rollback();
            build.get();
        }

        assertThat(heard).anyMatch(text -> text.startsWith("index: waiting for writers before build"));
        assertThat(heard).anyMatch(text -> text.startsWith("waits for pid n (" + db.user() + "), idle in transaction"));
    }

    @OnDatabases(POSTGRESQL)
    void aPoolThatHasNoConnectionToGiveDelaysNobody(TestDb db) throws Exception {
        var pool = fleet.pool(db, 1);
        CountDownLatch told = new CountDownLatch(1);
        try (Connection working = pool.getConnection()) {
            ProgressMonitor watch = ProgressMonitor.over(
                    context(working), new Glance(pool, Duration.ofMillis(10), text -> told.countDown()));
            execute(working, "select pg_sleep(0.3)");
            watch.close();
        }

        try (Connection next = pool.getConnection()) {
            assertThat(execute(next, "select 1")).isTrue();
        }
        assertThat(told.getCount()).isOne();
    }

    private static ExecutionContext context(Connection connection) throws SQLException {
        return new ExecutionContext(
                connection,
                Dialects.named("postgresql"),
                DdlTimeouts.STANDARD,
                retry -> {},
                new ConnectionActivity(connection, Duration.ZERO),
                TestDb.query(connection, "select pg_backend_pid()").get(0));
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
