package io.retort.reliability;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments of a run of definitions, data and work; {@code -Dreliability.seed} repeats one. */
class KilledTests {

    private static final int KILLS = Integer.getInteger("reliability.kills", 3);

    private static final String HISTORY = "mixed";

    /** How a killed run is gone on with: nobody waits long for a lock that a dead owner left. */
    private static final Map<String, String> IMPATIENT = Map.of("migrator.lock", "20", "migrator.retry", "20");

    /** H2 changes a table by copying it, and a kill in between leaves its copy: rows that nobody asks for, none lost. */
    private static final Pattern H2_COPY = Pattern.compile("_COPY_\\d+_\\d+\"");

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void theNextStartConvergesToWhatAnUndisturbedRunLeaves(TestDb undisturbed) throws Exception {
        long length = runLength(undisturbed);
        Victim victim = new Victim(seed(), undisturbed.server().toString(), length);
        while (victim.kills < KILLS) {
            try (TestDb db = undisturbed.server().newDatabase()) {
                victim.killUntilDone(db);
                assertThat(state(db)).as(victim.toString()).isEqualTo(state(undisturbed));
            }
        }
        victim.report();
    }

    @Test
    void onH2InAFileToo() throws Exception {
        TestDb undisturbed = H2.server().newFileDatabase(folder.resolve("undisturbed"));
        long length = runLength(undisturbed);
        Victim victim = new Victim(seed(), undisturbed.server().toString() + ", in a file", length);
        for (int round = 0; victim.kills < KILLS; round++) {
            TestDb db = H2.server().newFileDatabase(folder.resolve("round" + round));
            victim.killUntilDone(db);
            assertThat(state(db)).as(victim.toString()).isEqualTo(state(undisturbed));
        }
        victim.report();
    }

    private static long seed() {
        return Long.getLong("reliability.seed", System.nanoTime());
    }

    /** Milliseconds from the first step to the end. */
    private static long runLength(TestDb db) throws InterruptedException {
        try (Instance instance = Instance.start(db, HISTORY)) {
            instance.awaitLine("begin");
            long begun = System.nanoTime();
            assertThat(instance.exit()).as(instance.text()).isZero();
            return Math.max(50, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    /** Schema and rows, without what names a moment: the notes about revisions are compared by id. */
    private static List<String> state(TestDb db) throws SQLException {
        List<String> lines = new ArrayList<>(
                SchemaDump.of(db).without("retort").naming("(?!constraint_).*").lines());
        lines.removeIf(line -> db.database() == H2 && H2_COPY.matcher(line).find());
        lines.addAll(db.query("select id, state from retort_revision order by id"));
        return lines;
    }

    /** What is killed, and how often it was. */
    private static final class Victim {

        private final long seed;
        private final String where;
        private final long length;
        private final SplittableRandom random;
        private int kills;
        private int databases;
        private int late;

        Victim(long seed, String where, long length) {
            this.seed = seed;
            this.where = where;
            this.length = length;
            this.random = new SplittableRandom(seed);
            System.out.println("[reliability] killing on " + where + " with -Dreliability.seed=" + seed
                    + ", a run takes " + length + " ms");
        }

        /** Up to three kills on one database, then a run that is left in peace. */
        void killUntilDone(TestDb db) throws InterruptedException {
            databases++;
            for (int times = random.nextInt(1, 4); times > 0 && kills < KILLS; times--) {
                killOnce(db);
            }
            try (Instance heir = Instance.start(db.url(), db, HISTORY, IMPATIENT)) {
                assertThat(heir.exit()).as("%s%n%s", this, heir.text()).isZero();
            }
        }

        private void killOnce(TestDb db) throws InterruptedException {
            try (Instance instance = Instance.start(db.url(), db, HISTORY, IMPATIENT)) {
                if (!instance.awaitLine("begin")) {
                    assertThat(instance.exit())
                            .as("%s%n%s", this, instance.text())
                            .isZero();
                    late++;
                    return;
                }
                Thread.sleep(random.nextLong(length));
                if (instance.isAlive()) {
                    kills++;
                }
                instance.kill();
            }
        }

        void report() {
            Figures.add(
                    "`kill -9` at random moments of definitions, data and work",
                    where,
                    kills + " kills on " + databases + " databases, all converged, no lock left; seed " + seed);
        }

        @Override
        public String toString() {
            return "seed " + seed + " on " + where + " after " + kills + " kills (" + late + " came too late)";
        }
    }
}
