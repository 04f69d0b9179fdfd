package io.retort.internal.execute;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Instances of an application on one database, each with its own pool and thread. */
public final class Fleet implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HikariDataSource> pools = new ArrayList<>();

    /** Creates a pool with this number of connections. */
    public DataSource pool(TestDb db, int connections) {
        return pool(db, db.user(), db.password(), connections);
    }

    DataSource pool(TestDb db, String user, String password, int connections) {
        return pool(db, user, password, connections, null);
    }

    public DataSource pool(TestDb db, String user, String password, int connections, @Nullable String first) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(db.url().replace(";DB_CLOSE_DELAY=-1", ""));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionInitSql(first);
        config.setConnectionTimeout(5_000);
        if (db.url().startsWith("jdbc:mysql:")) {
            config.addDataSourceProperty("allowPublicKeyRetrieval", "true");
        }
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Creates an instance with a pool of one connection. */
    public Retort instance(TestDb db, RevisionCode... revisions) {
        return Retort.on(pool(db, 1), List.of(() -> List.of(revisions)));
    }

    public <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    public static RevisionCode revision(String id, String parent, Consumer<Operations> upgrade) {
        return revision(id, parent, true, upgrade);
    }

    public static RevisionCode revision(String id, String parent, boolean transactional, Consumer<Operations> upgrade) {
        List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "do " + id, null, transactional, "test." + id);
        return new RevisionCode(info, () -> (Migration) upgrade::accept);
    }

    /** A gate in a revision: reports that it was reached, and waits until it is opened. */
    public static final class Gate {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        Statement.Work.Code code() {
            return connection -> {
                reached.countDown();
                await(open);
            };
        }

        void awaitReached() throws InterruptedException {
            await(reached);
        }

        void open() {
            open.countDown();
        }

        private static void await(CountDownLatch latch) throws InterruptedException {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        pools.forEach(HikariDataSource::close);
    }
}
