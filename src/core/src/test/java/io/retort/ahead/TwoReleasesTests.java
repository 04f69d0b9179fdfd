package io.retort.ahead;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.internal.execute.Fleet;
import io.retort.run.AppliedRevision;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two releases of an application use one database. */
class TwoReleasesTests {

    private static final List<RevisionCode> OLD = List.of(Branches.revision(
            "aa1", "", op -> op.createTable("owner", column("id", bigint()), column("fax", varchar(20)))));

    private static final RevisionCode ADDS =
            Branches.revision("aa2", "aa1", op -> op.addColumn("owner", column("note", varchar(20))));

    private static final RevisionCode DROPS =
            Branches.revision("aa3", "aa2", op -> op.dropColumn("owner", column("fax", varchar(20))));

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anOlderReleaseStartsBesideAnAdditionAndGoesBackFromADrop(TestDb db) throws SQLException {
        retort(db, List.of(OLD.get(0), ADDS)).upgrade("head");
        db.execute("insert into owner (id, fax, note) values (1, 'f', 'n')");
        Retort older = retort(db, OLD);

        RunReport beside = older.upgrade("head");

        assertThat(beside.steps()).isEmpty();
        assertThat(beside.unknown()).extracting(AppliedRevision::id).containsExactly("aa2");
        assertThat(older.status().unknown()).hasSize(1);
        assertThatThrownBy(() -> older.downgrade("base")).hasMessageContaining("aa2");
        assertThatThrownBy(() -> older.with(RetortOptions.STANDARD.withAhead(AheadPolicy.REFUSE))
                        .upgrade("head"))
                .hasMessageContaining("ahead of this application");

        retort(db, List.of(OLD.get(0), ADDS, DROPS)).upgrade("head");
        assertThatThrownBy(() -> older.upgrade("head"))
                .hasMessageContaining("This application may not work with the schema: revision aa3 (change aa3) drops"
                        + " column owner.fax.")
                .hasMessageContaining("the command `switch`");
        assertThat(db.query("select id, note from owner")).containsExactly("1|n");

        SwitchPlan plan = older.planSwitch(row -> Optional.empty());
        older.runSwitch(plan, row -> Optional.empty());

        assertThat(db.query("select * from owner")).containsExactly("1|null");
        assertThat(older.upgrade("head").unknown()).isEmpty();
        assertThat(older.upgrade("head").steps()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theTableOfAnEarlierVersionGainsTheColumns(TestDb db) throws SQLException {
        retort(db, OLD).upgrade("head");
        String undo = db.database() == MARIADB || db.database() == MYSQL ? "`undo`" : "undo";
        for (String column : List.of(undo, "older", "replaced_by", "paused")) {
            db.execute("alter table retort_revision drop column " + column);
        }
        assertThat(retort(db, OLD).upgrade("head").steps()).isEmpty();
        assertThatThrownBy(() -> db.query("select older from retort_revision")).isInstanceOf(SQLException.class);
        List<RevisionCode> newer = List.of(OLD.get(0), ADDS);

        assertThat(started(db, newer)).isEqualTo(1);

        assertThat(db.query("select id, older, replaced_by from retort_revision order by id"))
                .containsExactly("aa1|null|null", "aa2|yes|null");
        assertThat(db.query("select id from retort_revision where " + undo + " is not null"))
                .containsExactly("aa2");
        retort(db, newer).upgrade("head");
        SwitchPlan plan = retort(db, OLD).planSwitch(row -> Optional.empty());
        retort(db, OLD).runSwitch(plan, row -> Optional.empty());
        assertThat(db.query("select id from retort_revision")).containsExactly("aa1");
    }

    /** A kill between two columns leaves a part of them. */
    @OnDatabases({POSTGRESQL, H2})
    void aPartOfTheColumnsIsCompleted(TestDb db) throws SQLException {
        retort(db, OLD).upgrade("head");
        db.execute(
                "alter table retort_revision drop column older",
                "alter table retort_revision drop column replaced_by",
                "alter table retort_revision drop column paused");

        retort(db, List.of(OLD.get(0), ADDS)).upgrade("head");

        assertThat(db.query("select id, older, replaced_by from retort_revision order by id"))
                .containsExactly("aa1|null|null", "aa2|yes|null");
    }

    /** Starts several instances at once; returns how many steps they ran together. */
    private static int started(TestDb db, List<RevisionCode> history) throws SQLException {
        int instances = db.database() == SQLITE ? 2 : 4;
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        try (Fleet fleet = new Fleet()) {
            List<Callable<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                Retort retort = fleet.instance(db, history.toArray(RevisionCode[]::new));
                starts.add(() -> retort.upgrade("head").steps().size());
            }
            int steps = 0;
            for (Future<Integer> start : threads.invokeAll(starts)) {
                steps += start.get();
            }
            return steps;
        } catch (Exception e) {
            throw new SQLException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Retort retort(TestDb db, List<RevisionCode> history) {
        return Retort.on(db.dataSource(), List.of(() -> history));
    }
}
