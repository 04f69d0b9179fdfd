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
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DiscriminatorFormula;
import org.junit.jupiter.api.io.TempDir;

/** Changes of inheritance that cannot move rows, or only after the tables have their new names. */
class UnmovedRowsTests {

    @TempDir
    Path folder;

    static final class ByFormula {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        @DiscriminatorFormula("case when vat is null then 'Party' else 'Company' end")
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            String vat;
        }
    }

    static final class Joined {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.JOINED)
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        static class Company extends Party {
            String vat;
        }
    }

    /** A class without columns of its own: only the formula knows its rows. */
    static final class Bare {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        @DiscriminatorFormula("case when name = 'a' then 'Person' else 'Company' end")
        abstract static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Person")
        static class Person extends Party {}

        @Entity(name = "Company")
        static class Company extends Party {}
    }

    static final class BareJoined {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.JOINED)
        abstract static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Person")
        static class Person extends Party {}

        @Entity(name = "Company")
        static class Company extends Party {}
    }

    static final class Marked {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.JOINED)
        @DiscriminatorColumn(name = "kind")
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        @Table(name = "company")
        static class Company extends Party {
            String vat;
        }
    }

    static final class MarkedElsewhere {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.JOINED)
        @DiscriminatorColumn(name = "kind")
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        @Table(name = "firm")
        static class Company extends Party {
            String vat;
        }
    }

    static final class WholeElsewhere {
        @Entity(name = "Party")
        @Table(name = "party")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        static class Party {
            @Id
            Long id;

            String name;
        }

        @Entity(name = "Company")
        @Table(name = "firm")
        static class Company extends Party {
            String vat;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aFormulaThatKnowsTheClassOfARowIsAQuestion(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), ByFormula.Party.class, ByFormula.Company.class);
        db.execute("insert into party (id, name, vat) values (1, 'a', null), (2, 'b', 'v')");

        List<Question> questions = ask(project, db, Joined.Party.class, Joined.Company.class);

        assertThat(questions.get(0).kind()).isEqualTo("inheritance");
        assertThat(questions.get(0).sentences().toString())
                .contains("party has 2 rows")
                .contains("cannot move");
        assertThat(questions.get(0).choices()).extracting(Choice::verb).containsExactly(Verb.ACCEPT);
    }

    @OnDatabases({POSTGRESQL, H2, SQLITE})
    void rowsOfClassesWithoutColumnsAreAQuestion(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Bare.Party.class, Bare.Person.class, Bare.Company.class);
        assertThat(ask(project, db, BareJoined.Party.class, BareJoined.Person.class, BareJoined.Company.class))
                .as("no rows")
                .isEmpty();
        db.execute("insert into party (id, name) values (1, 'a'), (2, 'b')");

        List<Question> questions =
                ask(project, db, BareJoined.Party.class, BareJoined.Person.class, BareJoined.Company.class);

        assertThat(questions).extracting(Question::kind).containsExactly("inheritance");
        assertThat(questions.get(0).choices()).extracting(Choice::verb).containsExactly(Verb.ACCEPT);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsOfTablesThatBecomeOneWithAFormulaAreAQuestion(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Joined.Party.class, Joined.Company.class);
        db.execute(
                "insert into party (id, name) values (1, 'a'), (2, 'b')",
                "insert into Company (id, vat) values (2, 'v')");

        List<Question> questions = ask(project, db, ByFormula.Party.class, ByFormula.Company.class);

        assertThat(questions.get(0).kind()).isEqualTo("inheritance");
        assertThat(questions.get(0).choices()).extracting(Choice::verb).containsExactly(Verb.ACCEPT);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aRenamedTableOfASubclassIsOnlyRenamed(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Marked.Party.class, Marked.Company.class);
        db.execute(
                "insert into party (id, name, kind) values (1, 'a', 'Party'), (2, 'b', 'Company')",
                "insert into company (id, vat) values (2, 'v')");

        List<Question> questions =
                write(project, db, renaming(), MarkedElsewhere.Party.class, MarkedElsewhere.Company.class);

        assertThat(questions).extracting(Question::kind).containsExactly("table-gone");
        assertThat(db.query("select id, vat from firm")).containsExactly("2|v");
        project.retort().downgrade("-1");
        assertThat(db.query("select id, vat from company")).containsExactly("2|v");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsMoveBetweenTablesThatAreRenamedAtOnce(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, accepting(), Joined.Party.class, Joined.Company.class);
        db.execute(
                "insert into party (id, name) values (1, 'a'), (2, 'b')",
                "insert into Company (id, vat) values (2, 'v')");

        List<Question> questions =
                write(project, db, renaming(), WholeElsewhere.Party.class, WholeElsewhere.Company.class);

        assertThat(questions).extracting(Question::kind).containsExactly("table-gone", "inheritance");
        assertThat(db.query("select id, name from party")).containsExactly("1|a");
        assertThat(db.query("select id, name, vat from firm")).containsExactly("2|b|v");
        project.retort().downgrade("-1");
        assertThat(db.query("select id, name from party order by id")).containsExactly("1|a", "2|b");
        assertThat(db.query("select id, vat from Company")).containsExactly("2|v");
    }

    private static Answers accepting() {
        return question -> Optional.of(question.meanwhile());
    }

    /** A table that is gone is renamed, rows are moved. */
    private static Answers renaming() {
        return question -> Optional.of(
                question.kind().equals("table-gone") ? new Answer(Verb.RENAME, "firm") : question.meanwhile());
    }

    private static List<Question> write(WrittenProject project, TestDb db, Answers answers, Class<?>... entities) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(entities))) {
            project.revision("step", hibernate.metadata(), question -> {
                questions.add(question);
                return answers.to(question);
            });
            project.retort().upgrade("head");
            assertThat(project.difference(hibernate.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }
        return questions;
    }

    private static List<Question> ask(WrittenProject project, TestDb db, Class<?>... entities) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(entities))) {
            project.compare(hibernate.metadata(), question -> {
                questions.add(question);
                return accepting().to(question);
            });
        }
        return questions;
    }
}
