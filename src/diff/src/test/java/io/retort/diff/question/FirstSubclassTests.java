package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rows of an entity that gets its first subclass need a class. */
class FirstSubclassTests {

    @TempDir
    Path folder;

    static class Before {
        @Entity(name = "Party")
        @Table(name = "party")
        static class Party {
            @Id
            Long id;
        }
    }

    static class After {
        @Entity(name = "Party")
        @Table(name = "party")
        @DiscriminatorValue("P")
        static class Party {
            @Id
            Long id;
        }

        @Entity(name = "Company")
        @DiscriminatorValue("C")
        static class Company extends Party {
            String register;
        }
    }

    @OnDatabases({H2, POSTGRESQL})
    void theClassOfTheRootIsTheFirstChoice(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap before = Bootstrap.on(db).entities(Before.Party.class)) {
            project.revision("first", before.metadata(), question -> Optional.of(question.meanwhile()));
        }
        project.retort().upgrade("head");
        db.execute("insert into party (id) values (1)");
        List<Question> questions = new ArrayList<>();

        try (Bootstrap after = Bootstrap.on(db).entities(After.Party.class, After.Company.class)) {
            project.revision("second", after.metadata(), question -> {
                questions.add(question);
                return Optional.of(new Answer(
                        Verb.FILL, String.valueOf(question.choices().get(0).value())));
            });
            project.retort().upgrade("head");

            assertThat(questions).singleElement().satisfies(question -> {
                assertThat(question.sentences())
                        .contains("It contains the class of each row. Rows that were stored before Party had subclasses"
                                + " are usually of this class.");
                assertThat(question.choices(Verb.FILL))
                        .extracting(Choice::value, Choice::meaning)
                        .startsWith(tuple("P", "these rows get P (Party)"), tuple("C", "these rows get C (Company)"));
            });
            try (SessionFactory factory = after.metadata().buildSessionFactory()) {
                Object party = factory.fromSession(session -> session.find(After.Party.class, 1L));
                assertThat(party).isExactlyInstanceOf(After.Party.class);
            }
        }
    }
}
