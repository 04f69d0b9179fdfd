package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.io.TempDir;

/**
 * Constants that were removed from a named enum type but are still in rows. On H2 the column contains the constants.
 */
class RemovedTypeValuesTests {

    private static final String MOODS = "select mood from person order by id";

    @TempDir
    Path folder;

    static final class Before {

        enum Mood {
            BAD,
            FAIR,
            GOOD
        }

        @Entity
        @Table(name = "person", indexes = @Index(name = "ix_person_mood", columnList = "mood"))
        static class Person {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Mood mood;
        }

        @Entity(name = "Person")
        @Table(name = "person")
        static class PlainPerson {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Mood mood;
        }
    }

    static final class After {

        enum Mood {
            BAD,
            GOOD,
            SPLENDID
        }

        @Entity
        @Table(name = "person", indexes = @Index(name = "ix_person_mood", columnList = "mood"))
        static class Person {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Mood mood;
        }

        @Entity(name = "Person")
        @Table(name = "person")
        static class PlainPerson {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Mood mood;
        }
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, H2})
    void nothingIsWrittenWithoutAnAnswer(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        UnansweredException open =
                catchThrowableOfType(UnansweredException.class, () -> revision(project, db, Answers.NONE));

        assertThat(open.what())
                .contains("The entities no longer declare FAIR in column person.mood; 1 row holds it."
                        + " Declared: BAD, GOOD, SPLENDID.")
                .contains("--map=person.mood:FAIR=VALUE")
                .contains("--keep=person.mood:FAIR")
                .contains("--accept=person.mood:FAIR");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, H2})
    void rowsGetALabelThatWasThere(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        revision(project, db, ShopProject.answers("map=person.mood:FAIR=BAD"));
        project.retort().upgrade("head");

        assertThat(db.query(MOODS)).containsExactly("BAD", "BAD", "GOOD");
        assertThatThrownBy(() -> db.execute("insert into person (id, mood) values (7, 'FAIR')"))
                .isInstanceOf(SQLException.class);
        isSettled(project, db);

        project.retort().downgrade("-1");
        db.execute("insert into person (id, mood) values (7, 'FAIR')");
        assertThat(db.query(MOODS)).containsExactly("BAD", "BAD", "GOOD", "FAIR");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsGetANewLabelAndTheOldOneOnTheWayBack(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        revision(project, db, ShopProject.answers("map=person.mood:FAIR=SPLENDID"));
        project.retort().upgrade("head");

        assertThat(db.query(MOODS)).containsExactly("BAD", "SPLENDID", "GOOD");
        isSettled(project, db);

        project.retort().downgrade("-1");
        assertThat(db.query(MOODS)).containsExactly("BAD", "FAIR", "GOOD");
        project.retort().upgrade("head");
        isSettled(project, db);
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15})
    void aLabelThatIsKeptStaysAtItsPlace(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        RevisionResult kept = revision(project, db, ShopProject.answers("keep=person.mood:FAIR"));
        project.retort().upgrade("head");

        assertThat(kept.describe())
                .anyMatch(line -> line.contains("BAD, FAIR, GOOD, SPLENDID"))
                .contains("skipped: person.mood:FAIR: not changed, as answered (value-gone)");
        assertThat(db.query(MOODS)).containsExactly("BAD", "FAIR", "GOOD");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, H2})
    void aLabelThatNoRowHoldsIsNoQuestion(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        db.execute("delete from person where mood = 'FAIR'");
        revision(project, db, Answers.NONE);
        project.retort().upgrade("head");
        isSettled(project, db);
    }

    private WrittenProject begun(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate =
                Bootstrap.on(db).entities(entities(db, Before.Person.class, Before.PlainPerson.class))) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into person (id, mood) values (1, 'BAD'), (2, 'FAIR'), (3, 'GOOD')");
        return project;
    }

    private static RevisionResult revision(WrittenProject project, TestDb db, Answers answers) {
        try (Bootstrap hibernate =
                Bootstrap.on(db).entities(entities(db, After.Person.class, After.PlainPerson.class))) {
            return project.revision("moods", hibernate.metadata(), answers);
        }
    }

    private static void isSettled(WrittenProject project, TestDb db) {
        try (Bootstrap hibernate =
                Bootstrap.on(db).entities(entities(db, After.Person.class, After.PlainPerson.class))) {
            assertThat(project.difference(hibernate.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }
    }

    /** Without named enum types, the column contains the constants. */
    private static List<Class<?>> entities(TestDb db, Class<?> named, Class<?> plain) {
        return List.of(db.database().product().equals("postgresql") ? named : plain);
    }
}
