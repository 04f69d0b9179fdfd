package io.retort.internal.execute;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.OtherSession;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class OtherLocksTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aRowOfASecondConnectionLocksOthersOutUntilItIsGivenBack(TestDb db) throws SQLException {
        DatabaseLock first = new SecondConnectionLock(db.dataSource(), "revision_lock");
        DatabaseLock second = new SecondConnectionLock(db.dataSource(), "revision_lock");

        assertThat(first.take()).isTrue();
        assertThat(first.held()).isTrue();
        assertThat(second.take()).isFalse();
        first.release();
        assertThat(second.take()).isTrue();
        second.release();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aPoolThatHasNoSecondConnectionIsASentence(TestDb db) throws SQLException {
        DataSource pool = fleet.pool(db, 1);
        try (Connection working = pool.getConnection()) {
            assertThatThrownBy(() -> new SecondConnectionLock(pool, "revision_lock").take())
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Allow the pool two connections");
            assertThat(working.isValid(1)).isTrue();
        }
    }

    /** H2's catalog is one table, which some DDL statements lock until they commit. */
    @OnDatabases(H2)
    void aLeaseBearsWithACatalogThatSomebodyHasLocked(TestDb db) throws SQLException {
        Locking.Lease lease =
                (Locking.Lease) Dialects.named("h2").sessions().locking(new LockName("a", "b", "c"), "token");
        try (Connection one = db.connect();
                Connection busy = db.connect()) {
            LeaseLock lock = LeaseLock.of(lease, "revision_lock", new JdbcQueries(one), Dialects.of(one));
            new JdbcQueries(one).run("set lock_timeout 50");
            busy.setAutoCommit(false);
            String keepsTheCatalog = "create global temporary table busy_%d (id integer) transactional";

            new JdbcQueries(busy).run(keepsTheCatalog.formatted(1));
            assertThat(lock.take()).isFalse();
            busy.commit();
            assertThat(lock.take()).isTrue();

            new JdbcQueries(busy).run(keepsTheCatalog.formatted(2));
            lock.release();
            assertThat(lock.held()).isFalse();
            busy.commit();
            assertThat(lock.take()).isTrue();
            lock.release();
        }
        assertThat(db.query("select 1 from information_schema.tables where table_name = 'REVISION_LOCK'"))
                .isEmpty();
    }

    /**
     * HSQLDB's DDL waits for every open transaction, so a second connection would block it forever: it needs the lease.
     */
    @OnDatabases(HSQLDB)
    void aLeaseLocksOthersOutAsLongAsItsSessionLives(TestDb db) throws SQLException {
        Locking.Lease lease =
                (Locking.Lease) Dialects.named("hsqldb").sessions().locking(new LockName("a", "b", "c"), "token");
        try (Connection one = db.connect();
                Connection other = db.connect()) {
            LeaseLock first = LeaseLock.of(lease, "revision_lock", new JdbcQueries(one), Dialects.of(one));
            LeaseLock second = LeaseLock.of(lease, "revision_lock", new JdbcQueries(other), Dialects.of(other));

            assertThat(first.take()).isTrue();
            assertThat(new JdbcQueries(one).truth(lease.seesAll())).contains(true);
            assertThat(second.take()).isFalse();
            assertThat(second.holders()).extracting(OtherSession::user).containsExactly("SA");
            one.close();
            assertThat(second.take()).isTrue();
            assertThat(second.held()).isTrue();
            second.release();
            assertThat(db.query("select 1 from information_schema.tables where table_name = 'REVISION_LOCK'"))
                    .isEmpty();
        }
    }

    @Test
    void aFileBesideTheDatabaseLocksOthersOutAndGoesWithTheLock(@TempDir Path folder) throws SQLException {
        Path database = folder.resolve("shop.db");
        DatabaseLock first = new DatabaseFileLock(database);
        DatabaseLock second = new DatabaseFileLock(database);

        assertThat(first.take()).isTrue();
        assertThat(second.take()).isFalse();
        assertThat(second.holders().get(0).id())
                .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
        first.release();
        assertThat(folder).isEmptyDirectory();
        assertThat(second.take()).isTrue();
        assertThat(second.held()).isTrue();
        second.release();
        assertThat(Files.exists(database)).isFalse();
    }
}
