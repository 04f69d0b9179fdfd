package io.retort.run;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The connection is broken at every seam of the run that records a squash, and of the run that reverts it. */
class SquashSeamTests {

    private static final String ROWS = "select id, replaced_by from retort_revision order by id";

    private static final List<RevisionCode> OLD = List.of(revision("aa1", List.of()), revision("aa2", List.of("aa1")));

    private static final RevisionCode SQUASH = new RevisionCode(
            new RevisionInfo(
                    "5c1e",
                    List.of(),
                    List.of(),
                    List.of(),
                    "squash",
                    null,
                    true,
                    "R5c1e",
                    List.of(),
                    null,
                    ReplacedRevision.parse(List.of("aa1", "aa2"), "R5c1e")),
            () -> op -> {
                op.createTable("aa1", column("id", bigint()));
                op.createTable("aa2", column("id", bigint()));
            });

    private static RevisionCode revision(String id, List<String> parents) {
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), "make", null, true, "R" + id);
        return new RevisionCode(info, () -> op -> op.createTable(id, column("id", bigint())));
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aSquashIsRecordedWholeOrNotAtAll(TestDb db) throws SQLException {
        Retort before = Retort.on(db.dataSource(), List.of(() -> OLD));
        before.upgrade("head");
        before.status();
        FaultInjector counting = new FaultInjector(db.dataSource(), FaultInjector.Fault.NONE);
        release(counting.dataSource()).with(counting.listener()).upgrade("head");
        List<String> whole = db.query(ROWS);
        assertThat(whole).containsExactly("5c1e|null", "aa1|5c1e", "aa2|5c1e");
        int seams = counting.seams().size();
        int open = 0;
        int recorded = 0;
        for (int seam = 1; seam <= 2 * seams; seam++) {
            db.execute(
                    "delete from retort_revision where id = '5c1e'", "update retort_revision set replaced_by = null");
            FaultInjector injector = new FaultInjector(
                    db.dataSource(),
                    new FaultInjector.Fault((seam + 1) / 2, seam % 2 == 0, FaultInjector.Kind.BROKEN_CONNECTION));
            try {
                release(injector.dataSource()).with(injector.listener()).upgrade("head");
            } catch (RuntimeException expected) {
                // the connection is lost
            }
            List<String> found = db.query(ROWS);
            if (found.equals(whole)) {
                recorded++;
            } else {
                open++;
                assertThat(found).as(injector.where()).containsExactly("aa1|null", "aa2|null");
            }
            release(db.dataSource()).upgrade("head");
            assertThat(db.query(ROWS)).as(injector.where()).isEqualTo(whole);
        }
        assertThat(open).isPositive();
        assertThat(recorded).isPositive();
    }

    private static Retort release(DataSource dataSource) {
        return Retort.on(dataSource, List.of(() -> List.of(OLD.get(0), OLD.get(1), SQUASH)));
    }
}
