package io.retort.internal.journal;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.history.SqlRevisions;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Revisions with random statements, killed repeatedly, also while they continue. */
class GeneratedKillsTests {

    private static final int SEEDS = Integer.getInteger("seeds", 3);
    private static final int KILLS = 6;

    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void whateverRunsAndHoweverOftenItIsKilledItEndsAsIfUndisturbed(TestDb db) throws SQLException {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RevisionSource history = history(random);
            Retort retort = Retort.on(db.dataSource(), List.of(history));
            retort.upgrade("head");
            List<String> whole = dump(db);
            clear(db);

            for (int kill = 0; kill < KILLS; kill++) {
                KillSwitch killSwitch = new KillSwitch(db.dataSource(), random.nextInt(1, 50), random.nextInt(2) == 0);
                try {
                    Retort.on(killSwitch.dataSource(), List.of(history)).upgrade("head");
                } catch (KillSwitch.Killed | RuntimeException e) {
                    KillSwitch.requireDead(killSwitch, e);
                    continue;
                }
            }
            retort.upgrade("head");

            assertThat(dump(db)).as("seed " + seed).isEqualTo(whole);
            assertThat(db.query("select distinct state, in_flight from retort_revision"))
                    .containsExactly("applied|null");
            clear(db);
        }
    }

    /** A statement that runs twice or is skipped changes a number, a column or an index. */
    private static RevisionSource history(SplittableRandom random) {
        List<String> statements = new ArrayList<>();
        statements.add("create table heap (id integer not null primary key, n integer)");
        statements.add("insert into heap (id, n) values (0, 0)");
        for (int i = 1; i <= 12; i++) {
            statements.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "alter table heap add c" + i + " integer";
                        case 1 -> "create index ix" + i + " on heap (n, id)";
                        case 2 -> "insert into heap (id, n) values (" + i + ", 1)";
                        case 3 -> "create table pile" + i + " (id integer)";
                        case 4 -> "create view look" + i + " as select id from heap where id > " + i;
                        default -> "update heap set n = n * 2 + " + i;
                    });
        }
        String file = "-- revision: bb1\n-- upgrade\n" + String.join(";\n", statements) + ";\n-- downgrade\n";
        return () -> List.of(SqlRevisions.parse(file, "db/revisions/bb1_heap.sql", Map.of()));
    }

    private static void clear(TestDb db) throws SQLException {
        for (int i = 1; i <= 12; i++) {
            db.execute("drop view if exists look" + i, "drop table if exists pile" + i);
        }
        db.execute("drop table heap", "delete from retort_revision");
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").lines();
    }
}
