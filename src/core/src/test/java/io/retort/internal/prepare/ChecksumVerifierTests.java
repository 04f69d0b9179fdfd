package io.retort.internal.prepare;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

class ChecksumVerifierTests {

    private static final String SHELF = "create table shelf (id integer not null primary key, width integer);\n"
            + "create index ix_shelf_width on shelf (width);\n";

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anEditIsShownAndAcceptedOnce(TestDb db) {
        retort(db, SHELF).upgrade("head");
        Retort edited = retort(db, SHELF.replace("ix_shelf_width", "ix_other"));

        assertThat(retort(db, SHELF).edits()).isEmpty();
        assertThat(edited.edits())
                .singleElement()
                .satisfies(edit -> assertThat(edit.describe())
                        .containsExactly(
                                "aa1 (shelves) in db/revisions/aa1_shelves.sql was edited after it ran",
                                "  - create index ix_shelf_width on shelf (width)",
                                "  + create index ix_other on shelf (width)"));
        assertThat(edited.repair()).hasSize(1);
        assertThat(edited.edits()).isEmpty();
        assertThat(retort(db, SHELF).edits()).hasSize(1);
    }

    @OnDatabases(H2)
    void formattingCommentsAndLineEndsAreNoEdit(TestDb db) {
        retort(db, SHELF).upgrade("head");
        String formatted = "-- why\n" + SHELF.replace(" (", "\r\n\t(/* so */ ").replace(", ", "\n , ");

        assertThat(retort(db, formatted).edits()).isEmpty();
    }

    @OnDatabases(H2)
    void aChecksumCountedAnotherWayIsNoEditButOtherStatementsAre(TestDb db) throws SQLException {
        retort(db, SHELF).upgrade("head");
        db.execute("update retort_revision set checksum = '1:e3b0c44298fc1c149afbf4c8996fb924'");

        assertThat(retort(db, SHELF).edits()).isEmpty();
        assertThat(retort(db, SHELF.replace("width", "breadth")).edits()).hasSize(1);
    }

    @OnDatabases(H2)
    void whatWasStampedCannotBeEdited(TestDb db) {
        retort(db, SHELF).stamp(List.of("head"), false);

        assertThat(retort(db, "create table other (id integer);").edits()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDatabaseAheadIsRefusedUnlessThatIsAllowed(TestDb db) {
        RevisionSource newer = source("aa2", "aa1", "boards", "create table board (id integer);");
        Retort.on(db.dataSource(), List.of(source("aa1", null, "shelves", SHELF), newer))
                .upgrade("head");
        Retort older = retort(db, SHELF);

        assertThatThrownBy(() -> older.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("ahead of this application: it has 1 revision")
                .hasMessageContaining("aa2 (boards), applied at 2")
                .hasMessageContaining("the option `ahead=allow`");
        assertThatThrownBy(older::status).hasMessageContaining("aa2 (boards)");

        Retort tolerant = older.with(older.options().withAhead(AheadPolicy.ALLOW));
        assertThat(tolerant.upgrade("head").steps()).isEmpty();
        assertThat(tolerant.status().upToDate()).isTrue();
        assertThat(tolerant.status().unknown()).extracting(AppliedRevision::id).containsExactly("aa2");
        assertThat(tolerant.status().currentHeads())
                .extracting(RevisionInfo::id)
                .containsExactly("aa2");
    }

    private static Retort retort(TestDb db, String upgrade) {
        return Retort.on(db.dataSource(), List.of(source("aa1", null, "shelves", upgrade)));
    }

    private static RevisionSource source(String id, String parent, String message, String upgrade) {
        String file = "-- revision: " + id + "\n" + (parent == null ? "" : "-- parent: " + parent + "\n")
                + "-- message: " + message + "\n-- upgrade\n" + upgrade + "\n-- downgrade\n";
        return () -> List.of(SqlRevisions.parse(file, "db/revisions/" + id + "_" + message + ".sql", Map.of()));
    }
}
