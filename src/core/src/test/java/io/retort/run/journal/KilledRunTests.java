package io.retort.run.journal;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;

class KilledRunTests {

    private static final String ROWS = "select id, state, progress, in_flight from retort_revision order by id";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void anUpgradeKilledAtAnyCallGoesOnToTheSameEnd(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(Workshop.HISTORY));
        retort.upgrade("head");
        List<String> whole = dump(db);
        List<String> rows = db.query(ROWS);
        retort.downgrade("base");
        List<String> nothing = dump(db);

        int killed = atEveryCall(db, other -> other.upgrade("head"), where -> {
            retort.upgrade("head");
            Assertions.assertEquals(whole, dump(db), where);
            Assertions.assertEquals(rows, db.query(ROWS), where);
            retort.downgrade("base");
            Assertions.assertEquals(nothing, dump(db), where);
        });

        assertThat(killed).isGreaterThan(30);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aDowngradeKilledAtAnyCallGoesOnToTheSameEnd(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(Workshop.HISTORY));
        retort.upgrade("head");
        retort.downgrade("base");
        List<String> nothing = dump(db);
        retort.upgrade("head");

        int killed = atEveryCall(db, other -> other.downgrade("base"), where -> {
            retort.downgrade("base");
            Assertions.assertEquals(nothing, dump(db), where);
            assertThat(db.query(ROWS)).as(where).isEmpty();
            retort.upgrade("head");
        });

        assertThat(killed).isGreaterThan(30);
    }

    private interface Check {
        void after(String where) throws SQLException;
    }

    /** Kills a run before its first call, after its first call, before its second and so on, until it lives. */
    private static int atEveryCall(TestDb db, Consumer<Retort> run, Check check) throws SQLException {
        for (int call = 1; ; call++) {
            for (boolean after : new boolean[] {false, true}) {
                KillSwitch killSwitch = new KillSwitch(db.dataSource(), call, after);
                String where = "not killed";
                try {
                    run.accept(Retort.on(killSwitch.dataSource(), List.of(Workshop.HISTORY)));
                } catch (KillSwitch.Killed e) {
                    where = "call " + call + ", " + e.getMessage();
                }
                check.after(where);
                if (!killSwitch.isDead()) {
                    return call;
                }
            }
        }
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").lines();
    }
}
