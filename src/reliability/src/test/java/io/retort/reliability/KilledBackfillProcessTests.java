package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * {@code kill -9} at random moments of a backfill: another process continues, and each row is filled exactly once. {@code
 * -Dreliability.seed} repeats a run.
 */
class KilledBackfillProcessTests {

    private static final int KILLS = Integer.getInteger("reliability.kills", 3);
    private static final int ROWS = 2_000;
    private static final String HISTORY = "backfilling-" + ROWS;
    private static final String BACKFILL = "step 0003cafe";

    /** Short timeouts, so that a lock of a dead process would be noticed. */
    private static final Map<String, String> IMPATIENT = Map.of("migrator.lock", "20", "migrator.retry", "20");

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void anotherProcessContinuesAndEachRowIsFilledOnce(TestDb undisturbed) throws Exception {
        long seed = TestSeed.of("reliability.seed");
        SplittableRandom random = new SplittableRandom(seed);
        long length = length(undisturbed);
        int kills = 0;
        int within = 0;
        int databases = 0;
        while (kills < KILLS) {
            try (TestDb db = undisturbed.server().newDatabase()) {
                databases++;
                for (int times = random.nextInt(1, 5); times > 0 && kills < KILLS; times--) {
                    kills += isKilled(db, random.nextLong(1, length)) ? 1 : 0;
                    within += isWithin(db) ? 1 : 0;
                }
                try (Instance heir = Instance.start(db.url(), db, HISTORY, IMPATIENT)) {
                    assertThat(heir.exit()).as("seed %d%n%s", seed, heir.text()).isZero();
                }
                assertThat(db.query("select count(*), min(times), max(times), min(length), max(length) from filled"))
                        .as("seed %d", seed)
                        .containsExactly(ROWS + "|1|1|900|900");
                assertThat(db.query("select distinct state from retort_revision"))
                        .containsExactly("applied");
            }
        }
        assertThat(within).as("kills between two batches, seed %d", seed).isPositive();
        Figures.add(
                "`kill -9` at random moments of a backfill in batches of 20 rows",
                undisturbed.server().toString(),
                kills + " kills on " + databases + " databases, " + within
                        + " of them between two batches, all converged, each row filled once; seed " + seed);
    }

    /** Milliseconds from the beginning of the backfill to the end. */
    private static long length(TestDb db) throws InterruptedException {
        try (Instance instance = Instance.start(db, HISTORY)) {
            instance.awaitLine(BACKFILL);
            long begun = System.nanoTime();
            assertThat(instance.exit()).as(instance.text()).isZero();
            return Math.max(50, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static boolean isKilled(TestDb db, long moment) throws InterruptedException {
        try (Instance instance = Instance.start(db.url(), db, HISTORY, IMPATIENT)) {
            if (!instance.awaitLine(BACKFILL)) {
                return false;
            }
            Thread.sleep(moment);
            boolean alive = instance.isAlive();
            instance.kill();
            return alive;
        }
    }

    private static boolean isWithin(TestDb db) throws SQLException {
        List<String> rows = db.query("select in_flight from retort_revision where state = 'upgrading'");
        return !rows.isEmpty() && String.valueOf(rows.get(0)).startsWith("backfill ");
    }
}
