package io.retort.internal.database;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.error.RetortException;
import io.retort.internal.history.SqlRevisions;
import io.retort.revision.InvalidHistoryException;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Changes of people and other tools to the history table, and values that a database cannot store in it. */
class DamagedHistoryTableTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aRowThatIsThereTwiceDoesNotStandForOneThatIsMissing(TestDb db) throws SQLException {
        Retort.on(db.dataSource(), List.of(() -> List.of(revision("aa1", "", "one"))))
                .upgrade("head");
        String columns =
                "id, parents, message, checksum, state, progress, in_flight, applied_at, applied_by, duration_ms";
        db.execute(
                db.database() == HSQLDB
                        ? "create table copied as (select * from retort_revision) with data"
                        : "create table copied as select * from retort_revision",
                "drop table retort_revision",
                "alter table copied rename to retort_revision",
                "insert into retort_revision (" + columns + ") select " + columns + " from retort_revision");
        Retort retort = Retort.on(
                db.dataSource(), List.of(() -> List.of(revision("aa1", "", "one"), revision("aa2", "aa1", "two"))));

        assertThatThrownBy(() -> retort.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("more than one row for revision aa1")
                .hasMessageContaining("primary key");
        try (Connection connection = db.connect()) {
            assertThat(new UpToDateCheck(io.retort.schema.QualifiedName.parse("retort_revision"), List.of("aa1", "aa2"))
                            .isComplete(connection))
                    .isFalse();
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatRetortDoesNotWriteIsToldByRowAndColumn(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(() -> List.of(revision("aa1", "", "one"))));
        retort.upgrade("head");
        for (String garbage : List.of("x", "", "0123456789abcdef", "zz23456789abcdef ", "0123456789abcdef+a,b")) {
            db.execute("update retort_revision set state = 'upgrading', progress = 0, in_flight = '" + garbage + "'");

            assertThatThrownBy(() -> retort.upgrade("head"))
                    .as(garbage)
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("in_flight")
                    .hasMessageContaining("aa1");
        }
        db.execute("update retort_revision set in_flight = null");
        for (int garbage : List.of(-1, 2_000_000_000)) {
            db.execute("update retort_revision set progress = " + garbage);

            assertThatThrownBy(() -> retort.upgrade("head"))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("progress \"" + garbage + "\"")
                    .hasMessageContaining("aa1");
        }
        db.execute("update retort_revision set progress = 5000");
        assertThatThrownBy(() -> retort.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("5000 statements of revision aa1");
    }

    @Test
    void idsThatDifferOnlyInCaseAreRefusedBeforeADatabaseTakesThemForOne() {
        Retort retort = Retort.on(
                new JdbcDataSource(), List.of(() -> List.of(revision("a1", "", "one"), revision("A1", "a1", "two"))));

        assertThatThrownBy(retort::graph)
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageContaining("a1 and A1 differ only in case");
    }

    @OnDatabases({MARIADB, MYSQL})
    void aMessageThatTheDatabaseLacksLettersForDoesNotKeepTheRevisionOut(TestDb db) throws SQLException {
        String name = db.query("select database()").get(0);
        db.execute("alter database `" + name + "` character set latin1");
        upgradesWithARussianMessage(db, "\\u041f");
    }

    @OnDatabases({POSTGRESQL, H2, SQLITE, HSQLDB})
    void whereItHasThemTheMessageStaysAsItIs(TestDb db) throws SQLException {
        upgradesWithARussianMessage(db, "Привет");
    }

    private static void upgradesWithARussianMessage(TestDb db, String kept) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(() -> List.of(revision("aa1", "", "Привет, café"))));

        retort.upgrade("head");

        assertThat(db.query("select message from retort_revision"))
                .singleElement()
                .satisfies(message -> assertThat(message).startsWith(kept).endsWith("café"));
        assertThat(retort.upgrade("head").steps()).isEmpty();
        retort.downgrade("base");
    }

    @Test
    void ofACharacterSetThatIsNotKnownOnlyAsciiIsBelieved() {
        assertThat(new CharacterSet("MULE_INTERNAL").kept("aé😀")).isEqualTo("a\\u00e9\\ud83d\\ude00");
        assertThat(new CharacterSet("WIN1251").kept("Привет é")).isEqualTo("Привет \\u00e9");
        assertThat(new CharacterSet("utf8mb3").kept("é😀")).isEqualTo("é\\ud83d\\ude00");
        assertThat(new CharacterSet("UTF8").kept("é😀")).isEqualTo("é😀");
        assertThat(new CharacterSet("latin1").kept("éП")).isEqualTo("é\\u041f");
    }

    private static RevisionCode revision(String id, String parent, String message) {
        String file = "-- revision: " + id + "\n" + (parent.isEmpty() ? "" : "-- parent: " + parent + "\n")
                + "-- message: " + message + "\n\n-- upgrade\ncreate table t_" + id + " (id integer);\n-- downgrade\n"
                + "drop table t_" + id + ";\n";
        return SqlRevisions.parse(file, "db/revisions/" + id + "_x.sql", Map.of());
    }
}
