package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A question about rows that a column has already needs rows: without a database, it would be asked in every comparison. */
class UnchangedColumnsTests {

    @TempDir
    Path folder;

    private final List<Question> asked = new ArrayList<>();

    enum State {
        NEW,
        DONE
    }

    @Entity(name = "Vehicle")
    @Table(name = "vehicle")
    static class Vehicle {
        @Id
        Long id;
    }

    /** The column allows nulls, because the table contains other classes as well. */
    @Entity(name = "Truck")
    static class Truck extends Vehicle {
        int axles;
    }

    /** MySQL 8.0.15 stores no check constraint for the ordinals. */
    @Entity(name = "Task")
    @Table(name = "task")
    static class Task {
        @Id
        Long id;

        @Enumerated(EnumType.ORDINAL)
        State state;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void withoutADatabaseNothingIsAskedAboutColumnsThatDoNotChange(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Vehicle.class, Truck.class, Task.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
            project.retort().upgrade("head");

            assertThat(project.comparedWithHistory(hibernate.metadata(), this::answer)
                            .operations())
                    .extracting(Operation::describe)
                    .isEmpty();
            assertThat(asked).extracting(Question::describe).isEmpty();

            db.execute("insert into task (id, state) values (1, 1)");
            project.compare(hibernate.metadata(), this::answer);
            assertThat(asked).isEmpty();
        }
    }

    private Optional<Answer> answer(Question question) {
        asked.add(question);
        return Optional.of(question.meanwhile());
    }
}
