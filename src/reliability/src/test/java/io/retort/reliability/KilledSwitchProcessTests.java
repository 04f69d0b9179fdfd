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
import java.util.Map;
import java.util.SplittableRandom;

/** {@code kill -9} at random moments of a switch that reverts the revisions of another branch. */
class KilledSwitchProcessTests {

    private static final int KILLS = Integer.getInteger("reliability.kills", 2);

    private static final Map<String, String> SWITCH =
            Map.of("migrator.switch", "true", "migrator.lock", "20", "migrator.retry", "20");

    @OnDatabases({POSTGRESQL, MARIADB})
    void theNextSwitchConvergesToTheBranch(TestDb db) throws Exception {
        long seed = TestSeed.of("reliability.seed");
        SplittableRandom random = new SplittableRandom(seed);
        run(db, "branching-1", Map.of());
        List<String> main = state(db);
        run(db, "branching-20", Map.of());
        List<String> feature = state(db);
        long length = measured(db);
        assertThat(state(db)).isEqualTo(main);
        int kills = 0;
        int runs = 0;
        while (kills < KILLS && runs < 5 * KILLS) {
            runs++;
            run(db, "branching-20", Map.of());
            assertThat(state(db)).isEqualTo(feature);
            try (Instance instance = Instance.start(db.url(), db, "branching-1", SWITCH)) {
                instance.awaitLine("begin");
                Thread.sleep(random.nextLong(length));
                kills += instance.isAlive() ? 1 : 0;
                instance.kill();
            }
            run(db, "branching-1", SWITCH);
            assertThat(state(db)).as("seed %s, run %s", seed, runs).isEqualTo(main);
        }
        Figures.add(
                "`kill -9` at random moments of a switch that reverts 19 revisions",
                db.server().toString(),
                kills + " kills, all converged, no row of the common tables lost; seed " + seed);
        assertThat(kills).isPositive();
    }

    private static long measured(TestDb db) throws InterruptedException {
        try (Instance instance = Instance.start(db.url(), db, "branching-1", SWITCH)) {
            instance.awaitLine("begin");
            long begun = System.nanoTime();
            assertThat(instance.exit()).as(instance.text()).isZero();
            return Math.max(50, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static void run(TestDb db, String history, Map<String, String> properties) throws InterruptedException {
        try (Instance instance = Instance.start(db.url(), db, history, properties)) {
            assertThat(instance.exit()).as(instance.text()).isZero();
        }
    }

    private static List<String> state(TestDb db) throws SQLException {
        List<String> lines = new ArrayList<>(
                SchemaDump.of(db).without("retort").withoutPlaces().lines());
        lines.addAll(db.query("select id, state from retort_revision order by id"));
        return lines;
    }
}
