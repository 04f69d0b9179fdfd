package io.retort.internal.journal;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A process that dies at any call of a backfill: the next run fills each row exactly once. {@code -Dbackfill.seed} repeats a
 * run.
 */
class KilledBackfillTests {

    private static final boolean FULL = Boolean.getBoolean("retort.full");
    private static final int ROWS = 11;
    private static final int CALLS = 400;
    private static final Pattern FILLED = Pattern.compile(" filled=(\\d+) ");

    private static final Migration FILL = op -> {
        op.addColumn("filled", column("extra", integer()));
        op.backfill(
                "filled",
                set("n", "n + 1").set("b", "'b'").where("b is null"),
                batches().rows(2));
        op.execute("insert into filled (id, b) values (1000, 'last')", "delete from filled where id = 1000");
    };

    private final long seed = TestSeed.of("backfill.seed");
    private final Random random = new Random(seed);

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void everyRowIsFilledOnceWhereverTheProcessDies(TestDb server) throws Exception {
        boolean embedded = server.database() == H2 || server.database() == SQLITE || server.database() == HSQLDB;
        int stride = FULL ? 1 : embedded ? 3 : 12;
        int kills = 0;
        int positions = 0;
        for (int call = 1 + random.nextInt(stride); call < CALLS; call += stride) {
            try (TestDb db = server.server().newDatabase()) {
                prepare(db);
                boolean after = random.nextBoolean();
                if (!isKilled(db, call, after)) {
                    break;
                }
                kills++;
                positions += requireOneTransaction(db, call) ? 1 : 0;
                kills += isKilled(db, 1 + random.nextInt(CALLS / 4), !after) ? 1 : 0;
                retort(db.dataSource()).upgrade("head");
                assertThat(db.query("select count(*), min(n), max(n), sum(case when b = 'b' then 1 else 0 end)"
                                + " from filled where id < 900"))
                        .as("seed %d, call %d on %s", seed, call, server)
                        .containsExactly(ROWS + "|1|1|" + ROWS);
                assertThat(db.query("select id from filled where id >= 900 order by id"))
                        .as("seed %d, call %d on %s", seed, call, server)
                        .containsExactly("900", "1000");
                assertThat(db.query("select n from filled where id = 900")).containsExactly("0");
                assertThat(db.query("select state from retort_revision order by id"))
                        .containsExactly("applied", "applied");
            }
        }
        assertThat(kills).isGreaterThan(embedded ? 15 : 3);
        assertThat(positions).isGreaterThanOrEqualTo(embedded ? 2 : 0);
        System.out.println("killed backfill: " + kills + " kills on " + server + ", seed " + seed);
    }

    /** The position counts exactly the rows that are filled, because both are committed together. */
    private boolean requireOneTransaction(TestDb db, int call) throws SQLException {
        Matcher position = FILLED.matcher(
                String.join("", db.query("select in_flight from retort_revision where state = 'upgrading'")));
        if (!position.find()) {
            return false;
        }
        assertThat(db.query("select count(*) from filled where b = 'b'"))
                .as("seed %d, call %d on %s", seed, call, db)
                .containsExactly(position.group(1));
        return true;
    }

    /** An interrupted backfill is undone, and so is one whose undo is interrupted. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void anInterruptedUndoContinues(TestDb server) throws Exception {
        Migration undone = op -> {
            op.addColumn("filled", column("extra", integer()));
            op.backfill(
                    "filled",
                    set("n", "n + 1").set("b", "'b'").where("b is null"),
                    set("n", "n - 1").set("b", "null").where("b = 'b'"),
                    batches().rows(2));
        };
        int stride = FULL ? 1 : 17;
        int kills = 0;
        boolean killed = true;
        for (int call = 1 + random.nextInt(stride); killed && call < CALLS; call += stride) {
            try (TestDb db = server.server().newDatabase()) {
                prepare(db);
                interrupt(db, undone);
                killed = isKilled(db, call, random.nextBoolean(), undone, "0000cafe");
                kills += killed ? 1 : 0;
                retort(db.dataSource(), undone).downgrade("0000cafe");
                assertThat(db.query("select count(*), count(b), min(n), max(n) from filled"))
                        .as("seed %d, call %d on %s", seed, call, server)
                        .containsExactly((ROWS + 1) + "|1|0|0");
                assertThat(db.query("select id from retort_revision")).containsExactly("0000cafe");
            }
        }
        assertThat(kills).isGreaterThan(1);
    }

    /** Leaves a backfill of which some batches are committed. */
    private static void interrupt(TestDb db, Migration migration) throws Exception {
        for (int call = 8; call < CALLS; call += 3) {
            isKilled(db, call, true, migration, "head");
            String inFlight = db.query("select in_flight from retort_revision where state = 'upgrading'").stream()
                    .findFirst()
                    .orElse("");
            if (inFlight.contains(" filled=4 ")) {
                return;
            }
            retort(db.dataSource(), migration).downgrade("0000cafe");
        }
        throw new AssertionError("no kill came between two batches");
    }

    private static boolean isKilled(TestDb db, int call, boolean after, Migration migration, String target) {
        KillSwitch killSwitch = new KillSwitch(db.dataSource(), call, after);
        try {
            Retort retort = retort(killSwitch.dataSource(), migration);
            if (target.equals("head")) {
                retort.upgrade(target);
            } else {
                retort.downgrade(target);
            }
        } catch (RuntimeException | Error thrown) {
            KillSwitch.requireDead(killSwitch, thrown);
        }
        return killSwitch.isDead();
    }

    private static void prepare(TestDb db) throws Exception {
        retort(db.dataSource()).upgrade("0000cafe");
        for (int i = 1; i <= ROWS; i++) {
            db.execute("insert into filled (id) values (" + i * 3 + ")");
        }
        db.execute("insert into filled (id, b) values (900, 'had')");
    }

    private static boolean isKilled(TestDb db, int call, boolean after) {
        return isKilled(db, call, after, FILL, "head");
    }

    private static Retort retort(DataSource dataSource) {
        return retort(dataSource, FILL);
    }

    private static Retort retort(DataSource dataSource, Migration fill) {
        Migration create = op -> op.createTable(
                "filled",
                column("id", integer()).notNull(),
                column("n", integer()).defaultValue(0).notNull(),
                column("b", varchar(10)),
                primaryKey("id"));
        return Retort.on(
                dataSource,
                List.of(() -> List.of(
                        revision("0000cafe", List.of(), create),
                        revision("0001cafe", List.of("0000cafe"), reversible(fill)))));
    }

    private static RevisionCode revision(String id, List<String> parents, Migration migration) {
        return new RevisionCode(
                new RevisionInfo(id, parents, List.of(), List.of(), "step", null, true, "db/" + id + ".java"),
                () -> migration);
    }

    private static Migration reversible(Migration up) {
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.upgrade(op);
            }

            @Override
            public void downgrade(Operations op) {
                op.reverse(this::upgrade);
            }
        };
    }
}
