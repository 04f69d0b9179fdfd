package io.retort.internal.database;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Every product returns the same result, and a negative result is never a failure. */
class UpToDateCheckTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void isCompleteWithExactlyTheseRevisionsAllWhole(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(() -> List.of(revision("a1"), revision("b2", "a1"))));
        assertThat(isComplete(db, "retort_revision", "a1", "b2")).isFalse();
        retort.upgrade("head");

        assertThat(isComplete(db, "retort_revision", "a1", "b2")).isTrue();
        assertThat(isComplete(db, "retort_revision", "b2", "a1")).isTrue();
        assertThat(isComplete(db, "retort_revision", "a1"))
                .as("one that is not known")
                .isFalse();
        assertThat(isComplete(db, "retort_revision", "a1", "b2", "c3"))
                .as("one is missing")
                .isFalse();
        assertThat(isComplete(db, "retort_revision", "a1", "c3")).as("another").isFalse();
        db.execute("update retort_revision set state = 'upgrading' where id = 'b2'");
        assertThat(isComplete(db, "retort_revision", "a1", "b2"))
                .as("one is half done")
                .isFalse();
    }

    @OnDatabases({POSTGRESQL, H2})
    void namesThatAreMoreThanWordsAreNeverSent(TestDb db) throws SQLException {
        Retort.on(db.dataSource(), List.of(() -> List.of(revision("a1")))).upgrade("head");

        assertThat(isComplete(db, "retort_revision", "a1'; drop table retort_revision; --"))
                .isFalse();
        assertThat(isComplete(db, "retort_revision where 1 = 0 or id", "a1")).isFalse();
        assertThat(isComplete(db, "\"retort_revision\"", "a1")).isFalse();
        assertThat(isComplete(db, "retort_revision", "a1")).isTrue();
    }

    /** Retort quotes such a table name; unquoted in the query it would be a table in another schema. */
    @OnDatabases({POSTGRESQL, H2})
    void aDotInATablesNameLeadsToNoOtherSchema(TestDb db) throws SQLException {
        Retort.on(db.dataSource(), List.of(() -> List.of(revision("a1")))).upgrade("head");
        UpToDateCheck elsewhere = new UpToDateCheck(new QualifiedName(null, "public.retort_revision"), List.of("a1"));

        try (Connection connection = db.dataSource().getConnection()) {
            assertThat(elsewhere.isComplete(connection)).isFalse();
        }
    }

    private static boolean isComplete(TestDb db, String table, String... ids) throws SQLException {
        try (Connection connection = db.dataSource().getConnection()) {
            return new UpToDateCheck(QualifiedName.parse(table), List.of(ids)).isComplete(connection);
        }
    }

    private static RevisionCode revision(String id, String... parents) {
        RevisionInfo info = new RevisionInfo(id, List.of(parents), List.of(), List.of(), "", null, true, "R" + id);
        return new RevisionCode(info, () -> op -> op.execute("create table t_" + id + " (id integer)"));
    }
}
