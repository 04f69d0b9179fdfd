package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.io.TempDir;

/**
 * Constants that were removed from an enum type, in array columns. Hibernate creates the type only for single values.
 */
class RemovedArrayValuesTests {

    private static final String MOODS = "select moods from diary order by id";

    @TempDir
    Path folder;

    static final class Before {

        enum Mood {
            BAD,
            FAIR,
            GOOD
        }

        @Entity
        @Table(name = "diary")
        static class Diary {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Mood today;

            @Enumerated(EnumType.STRING)
            @Column(columnDefinition = "mood[]")
            Mood[] moods;
        }
    }

    static final class After {

        enum Mood {
            BAD,
            GOOD,
            SPLENDID
        }

        @Entity
        @Table(name = "diary")
        static class Diary {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            Mood today;

            @Enumerated(EnumType.STRING)
            @Column(columnDefinition = "mood[]")
            Mood[] moods;
        }
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15})
    void theRowsThatHoldItAmongOthersAreCounted(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        UnansweredException open =
                catchThrowableOfType(UnansweredException.class, () -> revision(project, db, Answers.NONE));
        assertThat(open.what())
                .contains("The entities no longer declare FAIR in column diary.moods; 2 rows hold it."
                        + " Declared: BAD, GOOD, SPLENDID.")
                .contains("--map=diary.moods:FAIR=VALUE");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15})
    void eachPlaceThatHoldsItGetsAnother(TestDb db) throws SQLException {
        WrittenProject project = begun(db);
        revision(project, db, ShopProject.answers("map=diary.moods:FAIR=SPLENDID"));
        project.retort().upgrade("head");

        assertThat(db.query(MOODS)).containsExactly("{BAD,SPLENDID,SPLENDID}", "{SPLENDID}", "{GOOD}", "{}", "null");
        assertThatThrownBy(() -> db.execute("insert into diary (id, moods) values (7, '{FAIR}')"))
                .isInstanceOf(SQLException.class);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Diary.class)) {
            assertThat(project.difference(hibernate.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }

        project.retort().downgrade("-1");
        assertThat(db.query(MOODS)).containsExactly("{BAD,FAIR,FAIR}", "{FAIR}", "{GOOD}", "{}", "null");
    }

    private WrittenProject begun(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Before.Diary.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into diary (id, moods) values (1, '{BAD,FAIR,FAIR}'), (2, '{FAIR}'), (3, '{GOOD}'),"
                + " (4, '{}'), (5, null)");
        return project;
    }

    private static void revision(WrittenProject project, TestDb db, Answers answers) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Diary.class)) {
            project.revision("moods", hibernate.metadata(), answers);
        }
    }
}
