package io.retort.internal.journal;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.SwitchPlan;
import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/** A switch that is killed at any call is completed by the next one. */
class KilledSwitchTests {

    private static final String ROWS = "select id, state, progress, in_flight from retort_revision order by id";

    private static final RevisionCode COMMON =
            revision("aa1", "", op -> op.createTable("owner", column("id", bigint()), column("fax", varchar(20))));

    private static final List<RevisionCode> MAIN =
            List.of(COMMON, revision("bb1", "aa1", op -> op.createTable("invoice", column("id", bigint()))));

    private static final List<RevisionCode> FEATURE = List.of(
            COMMON,
            revision("ff1", "aa1", op -> {
                op.addColumn("owner", column("note", varchar(20)));
                op.createIndex("owner", index("ix_note", "note"));
            }),
            revision("ff2", "ff1", op -> {
                op.createTable("tag", column("id", bigint()));
                op.execute("insert into tag values (1)", "delete from tag where id = 1");
            }));

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void theNextSwitchCompletesIt(TestDb db) throws SQLException {
        SplittableRandom random = new SplittableRandom(TestSeed.of("kill.seed"));
        boolean all = System.getProperty("retort.kills", "some").equals("all");
        retort(db.dataSource(), MAIN).upgrade("head");
        db.execute("insert into owner values (1, 'f')");
        List<String> main = dump(db);
        List<String> rows = db.query(ROWS);
        int killed = 0;
        boolean alive = false;
        for (int moment = 0; !alive; moment += all ? 1 : 1 + random.nextInt(16)) {
            switchTo(db.dataSource(), FEATURE);
            KillSwitch killSwitch = new KillSwitch(db.dataSource(), 1 + moment / 2, moment % 2 == 1);
            String where = "call " + moment;
            try {
                switchTo(killSwitch.dataSource(), MAIN);
                alive = !killSwitch.isDead();
            } catch (KillSwitch.Killed | RuntimeException e) {
                KillSwitch.requireDead(killSwitch, e);
                where += ", " + e.getMessage();
                killed++;
            }
            switchTo(db.dataSource(), MAIN);
            assertThat(dump(db)).as(where).isEqualTo(main);
            assertThat(db.query(ROWS)).as(where).isEqualTo(rows);
        }
        assertThat(killed).isGreaterThan(1);
    }

    private static void switchTo(DataSource dataSource, List<RevisionCode> history) {
        Retort retort = retort(dataSource, history);
        SwitchPlan plan = retort.planSwitch(row -> Optional.empty());
        retort.runSwitch(plan, row -> Optional.empty());
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").withoutPlaces().lines();
    }

    private static Retort retort(DataSource dataSource, List<RevisionCode> history) {
        return Retort.on(dataSource, List.of(() -> history));
    }

    private static RevisionCode revision(String id, String parent, Migration migration) {
        List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), "x", null, true, "R" + id);
        return new RevisionCode(info, () -> migration);
    }
}
