package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code kill -9} at random moments of an upgrade that crosses a squash: on an empty database, which runs the squash, and
 * on one with some of the replaced revisions, which runs the others and records the squash in the run after that.
 */
class KilledSquashTests {

    private static final int KILLS = Integer.getInteger("reliability.kills", 1);

    private static final String RELEASE = "squashed-8-12";

    /** Of the replaced revisions, a database has none or three. */
    private static final List<String> BEFORE = List.of("", "branching-3");

    @OnDatabases({POSTGRESQL, MARIADB})
    void theNextUpgradeConverges(TestDb db) throws Exception {
        long seed = TestSeed.of("reliability.seed");
        SplittableRandom random = new SplittableRandom(seed);
        for (String before : BEFORE) {
            List<String> rows = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            long length;
            try (TestDb whole = db.server().newDatabase()) {
                run(whole, before);
                length = run(whole, RELEASE);
                run(whole, RELEASE);
                expected.addAll(schema(whole));
                rows.addAll(rows(whole));
            }
            assertThat(rows).contains("5c1e5c1e|applied");
            int kills = 0;
            for (int runs = 0; kills < KILLS && runs < 5 * KILLS; runs++) {
                try (TestDb killed = db.server().newDatabase()) {
                    run(killed, before);
                    try (Instance instance = Instance.start(killed, RELEASE)) {
                        instance.awaitLine("begin");
                        Thread.sleep(random.nextLong(length));
                        kills += instance.isAlive() ? 1 : 0;
                        instance.kill();
                    }
                    run(killed, RELEASE);
                    run(killed, RELEASE);
                    assertThat(schema(killed))
                            .as("seed %s, run %s after %s", seed, runs, before)
                            .isEqualTo(expected);
                    assertThat(rows(killed))
                            .as("seed %s, run %s after %s", seed, runs, before)
                            .isEqualTo(rows);
                }
            }
            assertThat(kills).isPositive();
            Figures.add(
                    "`kill -9` at random moments of an upgrade across a squash, "
                            + (before.isEmpty() ? "on an empty database" : "with 3 of 8 replaced revisions"),
                    db.server().toString(),
                    kills + " kills, all converged; seed " + seed);
        }
    }

    /** Returns the time after the lock was acquired, in milliseconds. */
    private static long run(TestDb db, String history) throws InterruptedException {
        if (history.isEmpty()) {
            return 0;
        }
        try (Instance instance = Instance.start(db, history)) {
            instance.awaitLine("begin");
            long begun = System.nanoTime();
            assertThat(instance.exit()).as(instance.text()).isZero();
            return Math.max(50, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static List<String> schema(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort").withoutPlaces().lines();
    }

    /** The history and a row of each revision, so that one that ran twice would show. */
    private static List<String> rows(TestDb db) throws SQLException {
        List<String> rows = new ArrayList<>(db.query("select id, state from retort_revision order by id"));
        rows.addAll(db.query("select id from kept"));
        for (int i = 1; i < 12; i++) {
            rows.addAll(db.query("select id from b" + i));
        }
        return rows;
    }
}
