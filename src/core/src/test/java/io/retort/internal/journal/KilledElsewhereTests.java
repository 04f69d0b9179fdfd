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
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A revision that leads its session to another database or schema is killed at each call, and goes on to the same end. */
class KilledElsewhereTests {

    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void theStatementInFlightIsLookedForWhereTheSessionWas(TestDb db) throws SQLException {
        String other = "elsewhere" + Long.toUnsignedString(System.nanoTime(), 36);
        boolean databases = db.database() == TestDatabase.MARIADB || db.database() == TestDatabase.MYSQL;
        db.execute("create schema " + other);
        try {
            RevisionSource history = history((databases ? "use " : "set schema ") + other);
            Retort retort = Retort.on(db.dataSource(), List.of(history));
            int killed = 0;
            boolean dead = true;
            for (int moment = 0; dead; moment++) {
                KillSwitch killSwitch = new KillSwitch(db.dataSource(), 1 + moment / 2, moment % 2 == 1);
                String where = "not killed";
                try {
                    Retort.on(killSwitch.dataSource(), List.of(history)).upgrade("head");
                } catch (KillSwitch.Killed | RuntimeException e) {
                    KillSwitch.requireDead(killSwitch, e);
                    where = "call " + (1 + moment / 2) + ", " + e.getMessage();
                }
                dead = killSwitch.isDead();
                killed += dead ? 1 : 0;
                retort.upgrade("head");

                assertThat(db.query("select id, n, extra from " + other + ".heap order by id"))
                        .as(where)
                        .containsExactly("1|11|null", "2|5|7");
                assertThat(db.query("select state, in_flight from retort_revision"))
                        .as(where)
                        .containsExactly("applied|null");
                db.execute(
                        "drop table " + other + ".heap",
                        "drop table " + other + ".pile",
                        "delete from retort_revision");
            }
            assertThat(killed).isGreaterThan(30);
        } finally {
            db.execute("drop schema " + other + (databases ? "" : " cascade"));
        }
    }

    private static RevisionSource history(String elsewhere) {
        String file = "-- revision: bb1\n-- upgrade\n" + elsewhere
                + ";\ncreate table heap (id integer not null primary key, n integer);\n"
                + "insert into heap (id, n) values (1, 1);\n"
                + "create table pile (id integer);\n"
                + "update heap set n = n + 10;\n"
                + "alter table heap add extra integer;\n"
                + "create index ix_heap on heap (n);\n"
                + "insert into heap (id, n, extra) values (2, 5, 7);\n-- downgrade\n";
        return () -> List.of(SqlRevisions.parse(file, "db/revisions/bb1_heap.sql", Map.of()));
    }
}
