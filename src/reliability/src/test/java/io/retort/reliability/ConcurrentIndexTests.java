package io.retort.reliability;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.Statement;

/**
 * {@code create index concurrently} waits for every older transaction, so an instance that waits for the migration lock
 * must not have one open.
 */
class ConcurrentIndexTests {

    private static final String VALID = "select indisvalid from pg_index where indexrelid = 'ix_busy_name'::regclass";

    @OnDatabases(POSTGRESQL)
    void aWaitingInstanceIsNoDeadlock(TestDb db) throws Exception {
        db.execute(
                "create table busy (id int primary key, name varchar(50))",
                "insert into busy select i, 'name ' || i from generate_series(1, 20000) i");
        try (Connection older = db.connect();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute("select count(*) from busy");
            try (Instance builder = Instance.start(db, "concurrently")) {
                builder.awaitLine("step 0000cafe");
                try (Instance waiter = Instance.start(db, "concurrently")) {
                    assertThat(waiter.awaitLine("waiting")).as(waiter.text()).isTrue();
                    Thread.sleep(1000);
                    assertThat(builder.isAlive())
                            .as("waits for the older transaction: " + builder.text())
                            .isTrue();
                    older.commit();
                    assertThat(builder.exit()).as(builder.text()).isZero();
                    assertThat(waiter.exit()).as(waiter.text()).isZero();
                    assertThat(waiter.text()).contains("done 0");
                }
            }
        }
        assertThat(db.query(VALID)).containsExactly("t");
        Figures.add(
                "`create index concurrently` while a second instance waits",
                db.server().toString(),
                "no deadlock, index valid, the second found nothing to do");
    }

    @OnDatabases(POSTGRESQL)
    void anIndexThatAKillLeftInvalidIsBuiltAnew(TestDb db) throws Exception {
        db.execute(
                "create table busy (id int primary key, name varchar(50))",
                "insert into busy select i, 'name ' || i from generate_series(1, 20000) i");
        try (Connection older = db.connect();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute("update busy set name = 'held' where id = 1");
            try (Instance builder = Instance.start(db, "concurrently")) {
                builder.awaitLine("step 0000cafe");
                Eventually.is(() -> db.query("select count(*) from pg_class where relname = 'ix_busy_name'")
                        .contains("1"));
                builder.kill();
            }
            older.commit();
        }
        try (Instance next = Instance.start(db, "concurrently")) {
            assertThat(next.exit()).as(next.text()).isZero();
        }
        assertThat(db.query(VALID)).containsExactly("t");
        Figures.add(
                "`kill -9` during `create index concurrently`",
                db.server().toString(),
                "the invalid index was dropped and rebuilt by the next start");
    }
}
