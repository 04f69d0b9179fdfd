package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** Ordinals of a set or of a unique column get other numbers: no row collides with one that still has its old number. */
class OrdinalsInKeysTests {

    @TempDir
    Path folder;

    static final class Before {

        enum Day {
            MONDAY,
            TUESDAY,
            FRIDAY
        }

        @Entity(name = "Shift")
        @Table(name = "shift_plan")
        static class Shift {
            @Id
            long id;

            @ElementCollection
            @Enumerated(EnumType.ORDINAL)
            @Column(name = "day_no", nullable = false)
            Set<Day> days;

            @Enumerated(EnumType.ORDINAL)
            @Column(name = "first_day", unique = true)
            Day first;
        }
    }

    static final class After {

        enum Day {
            FRIDAY,
            TUESDAY,
            MONDAY,
            SUNDAY
        }

        @Entity(name = "Shift")
        @Table(name = "shift_plan")
        static class Shift {
            @Id
            long id;

            @ElementCollection
            @Enumerated(EnumType.ORDINAL)
            @Column(name = "day_no", nullable = false)
            Set<Day> days;

            @Enumerated(EnumType.ORDINAL)
            @Column(name = "first_day", unique = true)
            Day first;
        }
    }

    /** MySQL 8.0.15 has no check constraints, so that no comparison sees how many constants there were. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void numbersMoveWithoutACollision(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Before.Shift.class))) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        for (int i = 0; i < 3; i++) {
            db.execute("insert into shift_plan (id, first_day) values (" + i + ", " + i + ")");
            for (int day = 0; day < 3; day++) {
                db.execute("insert into Shift_days (Shift_id, day_no) values (" + i + ", " + day + ")");
            }
        }
        db.execute("delete from Shift_days where Shift_id = 2 and day_no = 1");
        List<String> days = numbers(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(After.Shift.class))) {
            project.revision(
                    "reorder",
                    hibernate.metadata(),
                    question -> Optional.of(new Answer(Verb.MAP, "MONDAY+TUESDAY+FRIDAY")));
        }
        for (int round = 0; round < 2; round++) {
            project.retort().upgrade("head");
            assertThat(db.query("select id, first_day from shift_plan order by id"))
                    .containsExactly("0|2", "1|1", "2|0");
            assertThat(numbers(db)).containsExactly("0|0", "0|1", "0|2", "1|0", "1|1", "1|2", "2|0", "2|2");
            project.retort().downgrade("-1");
            assertThat(db.query("select id, first_day from shift_plan order by id"))
                    .containsExactly("0|0", "1|1", "2|2");
            assertThat(numbers(db)).isEqualTo(days);
        }
    }

    private static List<String> numbers(TestDb db) throws SQLException {
        return db.query("select Shift_id, day_no from Shift_days order by Shift_id, day_no");
    }
}
