package io.retort.internal.journal;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.dialect.Dialects;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;

@Tag("long")
class KilledRunTests {

    private static final int STRIDE = 12;
    private static final String ROWS = "select id, state, progress, in_flight from retort_revision order by id";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void anUpgradeKilledAtAnyCallGoesOnToTheSameEnd(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(Workshop.HISTORY));
        retort.upgrade("head");
        List<String> whole = dump(db);
        List<String> rows = db.query(ROWS);
        retort.downgrade("base");
        List<String> nothing = dump(db);

        int killed = atSomeCalls(db, other -> other.upgrade("head"), where -> {
            retort.upgrade("head");
            Assertions.assertEquals(whole, dump(db), where);
            Assertions.assertEquals(rows, db.query(ROWS), where);
            retort.downgrade("base");
            Assertions.assertEquals(nothing, dump(db), where);
        });

        assertThat(killed).isGreaterThan(3);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aDowngradeKilledAtAnyCallGoesOnToTheSameEnd(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(Workshop.HISTORY));
        retort.upgrade("head");
        retort.downgrade("base");
        List<String> nothing = dump(db);
        retort.upgrade("head");

        int killed = atSomeCalls(db, other -> other.downgrade("base"), where -> {
            retort.downgrade("base");
            Assertions.assertEquals(nothing, dump(db), where);
            assertThat(db.query(ROWS)).as(where).isEmpty();
            retort.upgrade("head");
        });

        assertThat(killed).isGreaterThan(3);
    }

    /** A passed check is no progress: after a kill before the first change, the revision is still applied. */
    @OnDatabases({MARIADB, MYSQL, H2, HSQLDB})
    void aDowngradeKilledAfterItsChecksIsNotHalfDone(TestDb db) throws SQLException {
        String check;
        try (Connection connection = db.connect()) {
            check = Dialects.of(connection).failIfAny(QualifiedName.parse("item"), "state = 'x'", "no");
        }
        db.execute("create table item (state varchar(20))");
        RevisionInfo info = new RevisionInfo("aa1", List.of(), List.of(), List.of(), "x", null, true, "revisions.aa1");
        RevisionCode code = new RevisionCode(info, () -> op -> {
            op.execute("create table later (id integer)", "drop table later");
            op.execute("select 1 from item", check);
        });
        RevisionSource source = () -> List.of(code);
        Retort retort = Retort.on(db.dataSource(), List.of(source));
        retort.upgrade("head");

        int killed = atSomeCalls(db, source, STRIDE / 3, other -> other.downgrade("base"), where -> {
            boolean changed = db.query("select state from retort_revision where id = 'aa1'")
                            .isEmpty()
                    || !hasTable(db, "later");
            if (!changed) {
                assertThat(retort.upgrade("head").steps()).as(where).isEmpty();
                assertThat(db.query("select state, progress from retort_revision"))
                        .as(where)
                        .containsExactly("applied|0");
            }
            retort.downgrade("base");
            retort.upgrade("head");
        });

        assertThat(killed).isGreaterThan(3);
    }

    private static boolean hasTable(TestDb db, String table) {
        try {
            db.query("select 1 from " + table);
            return true;
        } catch (SQLException gone) {
            return false;
        }
    }

    private interface Check {
        void after(String where) throws SQLException;
    }

    /**
     * Kills a run before and after some of its calls, until it survives. With {@code -Dretort.kills=all} it uses every
     * call, otherwise a few that {@code -Dkill.seed} chooses.
     *
     * @return the number of kills
     */
    private static int atSomeCalls(TestDb db, Consumer<Retort> run, Check check) throws SQLException {
        return atSomeCalls(db, Workshop.HISTORY, STRIDE, run, check);
    }

    private static int atSomeCalls(TestDb db, RevisionSource source, int stride, Consumer<Retort> run, Check check)
            throws SQLException {
        boolean all = System.getProperty("retort.kills", "some").equals("all");
        SplittableRandom random = new SplittableRandom(TestSeed.of("kill.seed"));
        int killed = 0;
        for (int moment = 0; ; moment += all ? 1 : 1 + random.nextInt(2 * stride)) {
            KillSwitch killSwitch = new KillSwitch(db.dataSource(), 1 + moment / 2, moment % 2 == 1);
            String where = "not killed";
            try {
                run.accept(Retort.on(killSwitch.dataSource(), List.of(source)));
            } catch (KillSwitch.Killed | RuntimeException e) {
                KillSwitch.requireDead(killSwitch, e);
                where = "call " + (1 + moment / 2) + ", " + e.getMessage();
                killed++;
            }
            check.after(where);
            if (!killSwitch.isDead()) {
                return killed;
            }
        }
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").lines();
    }
}
