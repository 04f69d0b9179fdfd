package io.retort.reliability;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.reliability.process.Histories;
import io.retort.reliability.process.Instance;
import io.retort.reliability.server.H2Files;
import io.retort.testkit.DatabaseServer;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} at random moments of a run of definitions, data and work that changes its session, and errors at random calls to
 * the database; {@code -Dreliability.seed} repeats one.
 */
class KilledTests {

    private static final int KILLS = Integer.getInteger("reliability.kills", 3);

    private static final String HISTORY = "mixed";

    private static final int A_PART_OF_THE_COPY = 2_000_000;

    private static final String COPIES =
            "select table_name from information_schema.tables where table_name like '%COPY%'";

    /** One in so many runs ends with an {@link Error} at some call instead of a kill. */
    private static final int ERRORS = 4;

    private static final int CALLS_OF_A_RUN = 150;

    /** Short timeouts for the run after a kill: a lock left by a dead process must not delay it. */
    private static final Map<String, String> IMPATIENT = Map.of("migrator.lock", "20", "migrator.retry", "20");

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

    @ParameterizedTest
    @EnumSource(names = {"H2", "HSQLDB", "SQLITE"})
    void inAFileToo(TestDatabase product) throws Exception {
        DatabaseServer server = product.server();
        TestDb undisturbed = server.newFileDatabase(folder.resolve("undisturbed"));
        long length = runLength(undisturbed);
        Victim victim = new Victim(seed(), server + ", in a file", length);
        for (int round = 0; victim.kills < KILLS; round++) {
            Path place = folder.resolve("round" + round);
            TestDb db = server.newFileDatabase(place);
            victim.killUntilDone(db);
            assertThat(state(db)).as(victim.toString()).isEqualTo(state(undisturbed));
            takeTheLock(db);
            assertThat(locks(place)).as(victim.toString()).isEmpty();
        }
        victim.report();
    }

    /**
     * HSQLDB respects the lock file of a dead process for ten seconds, and by default retries for hardly less than
     * that.
     */
    @Test
    void hsqldbsOwnLockFileOfADeadOwnerIsWaitedFor() throws Exception {
        TestDb db = HSQLDB.server().newFileDatabase(folder);
        try (Instance instance = Instance.start(db, HISTORY)) {
            assertThat(instance.awaitLine("begin")).as(instance.text()).isTrue();
            instance.kill();
        }
        assertThat(locks(folder)).containsExactly("retort.lck");
        Map<String, String> patience = Map.of("hsqldb.lockfile_poll_retries", "20");
        try (Instance heir = Instance.start(db.url(), db, HISTORY, patience)) {
            assertThat(heir.exit()).as(heir.text()).isZero();
        }
        assertThat(locks(folder)).isEmpty();
        assertThat(db.query("select count(*) from retort_revision where state = 'applied'"))
                .containsExactly("10");
    }

    /** H2 adds a column by copying the table, and a killed process leaves its copy. */
    @Test
    void h2sHalfMadeCopyOfATableIsRemovedByTheNextStart() throws Exception {
        TestDb db = killedWhileItCopies();
        try (Instance heir = Instance.start(db.url(), db, "copying", IMPATIENT)) {
            assertThat(heir.exit()).as(heir.text()).isZero();
        }
        assertThat(db.query(COPIES)).isEmpty();
        assertThat(db.query("select count(*), min(more), max(more) from filled"))
                .containsExactly("10000|5|5");
        assertThat(db.query("select state from retort_revision where id = '0002cafe'"))
                .containsExactly("applied");
    }

    /**
     * Not every kill interrupts the copying, and some leave a file that H2 cannot read, so each attempt has a file of
     * its own.
     */
    private TestDb killedWhileItCopies() throws Exception {
        Path filled = filled();
        for (int tries = 0; tries < 50; tries++) {
            Path place = Files.createDirectory(folder.resolve("try" + tries));
            Path file = Files.copy(filled, place.resolve(filled.getFileName()));
            TestDb db = H2.server().newFileDatabase(place);
            try (Instance instance = Instance.start(db.url(), db, "copying", IMPATIENT)) {
                instance.awaitLine("step 0002cafe");
                long before = Files.size(file);
                Eventually.is(() -> Files.size(file) > before + A_PART_OF_THE_COPY || !instance.isAlive());
                instance.kill();
            }
            if (H2Files.isReadable(db) && !db.query(COPIES).isEmpty()) {
                return db;
            }
        }
        throw new AssertionError("50 kills, and H2 left no copy");
    }

    /** Returns the file of a database that has the table with all its rows. */
    private Path filled() throws Exception {
        TestDb db = H2.server().newFileDatabase(folder.resolve("filled"));
        try (Instance instance = Instance.start(db, "filling")) {
            assertThat(instance.exit()).as(instance.text()).isZero();
        }
        return folder.resolve("filled").resolve("retort.mv.db");
    }

    /**
     * After a kill between the last commit and the release of the lock, the next start has nothing to do and takes no lock.
     * The file of the lock stays until a run takes it. A stamp that changes no row takes none either.
     */
    private static void takeTheLock(TestDb db) {
        Retort.on(db.dataSource(), List.of(Histories.named(history(db)))).stamp(List.of("base"), false);
    }

    /**
     * Returns the files that lock a database, or that a product must process before the database can be opened again.
     */
    private static List<String> locks(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(lck|lock\\.db|retort-lock)|.*-(journal|wal|shm)"))
                    .toList();
        }
    }

    /** SQLite changes constraints and types only by rebuilding the table. */
    private static String history(TestDb db) {
        return db.database() == SQLITE ? HISTORY + "-rebuilding" : HISTORY;
    }

    private static long seed() {
        return TestSeed.of("reliability.seed");
    }

    /** Milliseconds from the first step to the end. */
    private static long runLength(TestDb db) throws InterruptedException {
        try (Instance instance = Instance.start(db, history(db))) {
            instance.awaitLine("begin");
            long begun = System.nanoTime();
            assertThat(instance.exit()).as(instance.text()).isZero();
            return Math.max(50, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    /** Returns schema and rows without timestamps; the history table is compared by id and state. */
    private static List<String> state(TestDb db) throws SQLException {
        List<String> lines = new ArrayList<>(
                SchemaDump.of(db).without("retort").naming("(?!constraint_).*").lines());
        lines.addAll(db.query("select id, state from retort_revision order by id"));
        return lines;
    }

    /** The product whose runs are killed, with the numbers of kills. */
    private static final class Victim {

        private final long seed;
        private final String where;
        private final long length;
        private final SplittableRandom random;
        private int kills;
        private int databases;
        private int late;
        private int errors;

        Victim(long seed, String where, long length) {
            this.seed = seed;
            this.where = where;
            this.length = length;
            this.random = new SplittableRandom(seed);
            System.out.println("[reliability] killing on " + where + " with -Dreliability.seed=" + seed
                    + ", a run takes " + length + " ms");
        }

        /** Kills up to three runs on one database, then lets one finish. */
        void killUntilDone(TestDb db) throws InterruptedException {
            databases++;
            for (int times = random.nextInt(1, 4); times > 0 && kills < KILLS; times--) {
                killOnce(db);
            }
            try (Instance heir = Instance.start(url(db), db, history(db), IMPATIENT)) {
                assertThat(heir.exit()).as("%s%n%s", this, heir.text()).isZero();
            }
        }

        /** Without HSQLDB's lock file, which costs ten seconds for each kill and has a test of its own. */
        private static String url(TestDb db) {
            return db.url() + (db.database() == HSQLDB ? ";hsqldb.lock_file=false" : "");
        }

        private void killOnce(TestDb db) throws InterruptedException {
            if (random.nextInt(ERRORS) == 0) {
                endWithAnError(db);
                return;
            }
            try (Instance instance = Instance.start(url(db), db, history(db), IMPATIENT)) {
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

        /** The process lives on for a moment, in which it must not commit half of a step. */
        private void endWithAnError(TestDb db) throws InterruptedException {
            Map<String, String> properties = new HashMap<>(IMPATIENT);
            properties.put("migrator.error", String.valueOf(random.nextInt(1, CALLS_OF_A_RUN)));
            try (Instance instance = Instance.start(url(db), db, history(db), properties)) {
                if (instance.exit() == 0) {
                    late++;
                } else {
                    assertThat(instance.text()).as("%s", this).contains("injected");
                    errors++;
                }
            }
        }

        void report() {
            Figures.add(
                    "`kill -9` at random moments, and errors at random calls, of definitions, data, work and changed sessions",
                    where,
                    kills + " kills and " + errors + " errors on " + databases
                            + " databases, all converged, no lock left; seed " + seed);
        }

        @Override
        public String toString() {
            return "seed " + seed + " on " + where + " after " + kills + " kills and " + errors + " errors (" + late
                    + " came too late)";
        }
    }
}
