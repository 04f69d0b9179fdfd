package io.retort;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.RetortOptions.AheadPolicy;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.revision.Direction;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** An older release on a newer database: revisions of the newer release depend on the older ones. */
class UnknownRowsTests {

    private static final String ROWS = "select id from retort_revision order by id";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anOldReleaseNeverTakesBackWhatANewerOneStandsOn(TestDb db) throws SQLException {
        Retort newer = retort(db, line("r", 1, 6));
        newer.upgrade("head");
        Retort older = retort(db, line("r", 1, 4)).with(RetortOptions.STANDARD.withAhead(AheadPolicy.ALLOW));
        List<String> tables = tables(db);

        for (String target : List.of("-1", "r3", "r1", "base")) {
            refuses(() -> older.downgrade(target), "r5");
            refuses(() -> older.plan(Direction.DOWN, target), "r5");
        }
        refuses(() -> older.stamp(List.of("r2"), false), "r5");

        assertThat(tables(db)).isEqualTo(tables);
        assertThat(db.query(ROWS)).containsExactly("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(older.upgrade("head").steps()).isEmpty();
        assertThat(newer.downgrade("-1").steps()).hasSize(1);
    }

    @OnDatabases({POSTGRESQL, H2})
    void aStampKeepsTheRowsThatTheApplicationDoesNotKnow(TestDb db) throws SQLException {
        retort(db, line("r", 1, 6)).upgrade("head");
        Retort older = retort(db, line("r", 1, 4)).with(RetortOptions.STANDARD.withAhead(AheadPolicy.ALLOW));

        older.stamp(List.of("head"), false);

        assertThat(db.query(ROWS)).containsExactly("r1", "r2", "r3", "r4", "r5", "r6");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void whatAnUnknownRevisionMayDependOnStaysToo(TestDb db) throws SQLException {
        List<RevisionCode> known = new ArrayList<>(line("r", 1, 2));
        List<RevisionCode> all = new ArrayList<>(known);
        all.add(revision("x1", "", "-- depends-on: r2\n"));
        retort(db, all).upgrade("heads");
        Retort older = retort(db, known).with(RetortOptions.STANDARD.withAhead(AheadPolicy.ALLOW));

        refuses(() -> older.downgrade("r1"), "x1");
        assertThat(db.query(ROWS)).containsExactly("r1", "r2", "x1");
    }

    @OnDatabases({POSTGRESQL, H2})
    void whatWasAppliedAfterTheUnknownRevisionOnALineOfItsOwnCanGo(TestDb db) throws SQLException {
        retort(db, line("x", 1, 1)).upgrade("heads");
        Retort older = retort(db, line("r", 1, 2)).with(RetortOptions.STANDARD.withAhead(AheadPolicy.ALLOW));
        older.upgrade("heads");

        assertThat(older.downgrade("base").steps()).hasSize(2);
        assertThat(db.query(ROWS)).containsExactly("x1");
    }

    @OnDatabases({POSTGRESQL, H2})
    void nothingIsPutBelowAnAppliedRevisionThatTheApplicationDoesNotKnow(TestDb db) throws SQLException {
        retort(db, line("r", 1, 3)).upgrade("head");
        db.execute("delete from retort_revision where id = 'r2'");
        Retort older = retort(db, line("r", 1, 2)).with(RetortOptions.STANDARD.withAhead(AheadPolicy.ALLOW));

        refuses(() -> older.upgrade("head"), "r3");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aStampOfTheHeadFillsWhatIsMissingBelowIt(TestDb db) throws SQLException {
        Retort retort = retort(db, line("r", 1, 3));
        retort.upgrade("head");
        db.execute("delete from retort_revision where id = 'r2'");
        refuses(() -> retort.upgrade("head"), "the command `stamp <head>`");

        retort.stamp(List.of("head"), false);

        assertThat(db.query(ROWS)).containsExactly("r1", "r2", "r3");
        assertThat(retort.upgrade("head").steps()).isEmpty();
    }

    /** The newer release has stopped in the middle of a revision, or is running it. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anUnknownHalfAppliedRevisionIsReportedAsSuch(TestDb db) throws SQLException {
        String file = "-- revision: r3\n-- parent: r2\n-- transactional: false\n\n-- upgrade\n"
                + "create table t_r3 (id integer);\ninsert into nowhere values (1);\n-- downgrade\n";
        List<RevisionCode> newer = new ArrayList<>(line("r", 1, 2));
        newer.add(SqlRevisions.parse(file, "db/revisions/r3_x.sql", Map.of()));
        assertThatThrownBy(() -> retort(db, newer).upgrade("head")).hasMessageContaining("nowhere");
        Retort older = retort(db, line("r", 1, 2));
        Retort allowing = older.with(RetortOptions.STANDARD.withAhead(AheadPolicy.ALLOW));

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                older::status,
                () -> older.upgrade("head"),
                () -> allowing.upgrade("head"),
                () -> allowing.downgrade("-1"),
                () -> allowing.plan(Direction.UP, "head"))) {
            assertThatThrownBy(command)
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("a partially applied revision that is not in this application's history:")
                    .hasMessageContaining("r3, an upgrade after 1 statement")
                    .hasMessageContaining("the command `upgrade r3` to finish it")
                    .hasMessageNotContaining("ahead of")
                    .hasMessageNotContaining("ahead=allow");
        }
        assertThat(allowing.status().partial()).singleElement().satisfies(half -> {
            assertThat(half.describe()).isEqualTo("r3: partially applied, 1 of 2 statements");
            assertThat(half.downgradeTarget()).isNull();
        });
        assertThat(allowing.status().currentHeads())
                .singleElement()
                .satisfies(head -> assertThat(head.id()).isEqualTo("r2"));

        db.execute("create table nowhere (id integer)");
        assertThat(retort(db, newer).upgrade("r3").steps()).hasSize(1);
        assertThat(allowing.upgrade("head").steps()).isEmpty();
    }

    @OnDatabases(H2)
    void ofManyUnknownRowsSomeAreListed(TestDb db) throws SQLException {
        retort(db, line("r", 1, 1)).upgrade("head");
        db.execute("insert into retort_revision (id, state, progress, applied_at)"
                + " select 'u' || x, 'applied', 0, localtimestamp from system_range(1, 20000)");

        assertThatThrownBy(() -> retort(db, line("r", 1, 1)).upgrade("head"))
                .hasMessageContaining("it has 20000 revisions")
                .hasMessageContaining("and 19980 more")
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSizeLessThan(30));
    }

    @Test
    void noAdviceForgetsRowsAsIfThatWereSafe() {
        Retort retort = Retort.on(new org.h2.jdbcx.JdbcDataSource(), List.of(() -> line("r", 1, 2)));

        assertThatThrownBy(() -> new io.retort.revision.Planner(retort.graph()).upgrade(List.of("zz"), "head"))
                .hasMessageNotContaining("purge");
        assertThatThrownBy(
                        () -> MissingRevisionCheck.refuse(retort.graph(), java.util.Set.of("r2"), List.of(), List.of()))
                .hasMessageContaining("the command `stamp <head>`")
                .hasMessageNotContaining("purge");
    }

    private static void refuses(ThrowingCallable command, String unknown) {
        assertThatThrownBy(command)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(unknown)
                .hasMessageNotContaining("purge");
    }

    private static List<String> tables(TestDb db) throws SQLException {
        List<String> found = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            found.addAll(db.query("select id from t_r" + i));
        }
        return found;
    }

    private static List<RevisionCode> line(String prefix, int from, int to) {
        List<RevisionCode> line = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            line.add(revision(prefix + i, i == 1 ? "" : prefix + (i - 1), ""));
        }
        return line;
    }

    private static RevisionCode revision(String id, String parent, String header) {
        String file = "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n") + header
                + "\n-- upgrade\ncreate table t_" + id + " (id integer);\ninsert into t_" + id + " values (1);\n"
                + "-- downgrade\ndrop table t_" + id + ";\n";
        return SqlRevisions.parse(file, "db/revisions/" + id + "_x.sql", Map.of());
    }

    private static Retort retort(TestDb db, List<RevisionCode> revisions) {
        return Retort.on(db.dataSource(), List.of(() -> revisions));
    }
}
