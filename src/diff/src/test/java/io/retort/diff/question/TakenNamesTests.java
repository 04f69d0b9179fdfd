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
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** An entity moves to a new table with the same names of indexes and constraints, and its old table stays or goes. */
class TakenNamesTests {

    @TempDir
    Path folder;

    @Entity(name = "Owner")
    @Table(name = "owner")
    static class Owner {
        @Id
        long id;
    }

    static final class Before {

        @Entity(name = "Book")
        @Table(
                name = "book",
                indexes = @Index(name = "ix_pages", columnList = "pages"),
                uniqueConstraints = @UniqueConstraint(name = "uk_code", columnNames = "code"),
                check = @CheckConstraint(name = "ck_pages", constraint = "pages > 0"))
        static class Book {
            @Id
            long id;

            int pages;
            String code;

            @ManyToOne
            @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_owner"))
            Owner owner;
        }
    }

    static final class After {

        @Entity(name = "Print")
        @Table(
                name = "print",
                indexes = @Index(name = "ix_pages", columnList = "pages"),
                uniqueConstraints = @UniqueConstraint(name = "uk_code", columnNames = "code"),
                check = @CheckConstraint(name = "ck_pages", constraint = "pages > 0"))
        static class Print {
            @Id
            long id;

            int pages;
            String code;

            @ManyToOne
            @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_owner"))
            Owner owner;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theNamesOfAKeptTableBecomeFree(TestDb db) throws SQLException {
        List<String> said = replaced(db, "keep=book");

        assertThat(db.query("select id from book")).containsExactly("7");
        boolean shared =
                !List.of("mysql", "mariadb").contains(db.database().name().toLowerCase());
        assertThat(said).as("announced with the choice").anyMatch(choice -> choice.contains("because print gets"));
        if (shared) {
            assertThat(said).anyMatch(choice -> choice.contains("its ix_pages becomes ix_pages_kept"));
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theNamesOfADroppedTableAreFreeBefore(TestDb db) throws SQLException {
        replaced(db, "drop=book");

        assertThat(db.query("select count(*) from print")).containsExactly("1");
    }

    /** Upgrades, downgrades and upgrades again, and returns what the choices of the question say. */
    private List<String> replaced(TestDb db, String answer) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Owner.class, Before.Book.class))) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute(
                "insert into owner (id) values (1)",
                "insert into book (id, pages, code, owner_id) values (7, 2, 'a', 1)");
        List<String> said = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Owner.class, After.Print.class))) {
            Answers given = ShopProject.answers(answer);
            project.revision("replace", hibernate.metadata(), question -> {
                question.choices().forEach(choice -> said.add(choice.meaning()));
                return given.to(question).or(() -> Optional.of(question.meanwhile()));
            });
        }
        for (int round = 0; round < 2; round++) {
            project.retort().upgrade("head");
            assertThat(found(project, db, List.of(Owner.class, After.Print.class), answer))
                    .isEmpty();
            project.retort().downgrade("-1");
            assertThat(found(project, db, List.of(Owner.class, Before.Book.class), answer))
                    .isEmpty();
        }
        project.retort().upgrade("head");
        db.execute("insert into print (id, pages, code, owner_id) values (7, 2, 'a', 1)");
        return said;
    }

    private static List<String> found(WrittenProject project, TestDb db, List<Class<?>> entities, String answer) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project
                    .compare(
                            hibernate.metadata(),
                            question -> Optional.of(
                                    answer.startsWith("keep") ? new Answer(Verb.KEEP, "") : question.meanwhile()))
                    .operations()
                    .stream()
                    .map(Operation::describe)
                    .toList();
        }
    }
}
