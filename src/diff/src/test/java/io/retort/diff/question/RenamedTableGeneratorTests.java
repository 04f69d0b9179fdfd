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
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The row of a table generator is called after the table of its entity. After a rename, the entity uses another row, which
 * can be that of another table.
 */
class RenamedTableGeneratorTests {

    private static final int MANY = 120;
    private static final int FEW = 3;

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "Box")
        @Table(name = "boxes")
        static class Box {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "of_boxes")
            @TableGenerator(name = "of_boxes", table = "numbers")
            Long id;
        }

        @Entity(name = "Bag")
        @Table(name = "bags")
        static class Bag {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "of_bags")
            @TableGenerator(name = "of_bags", table = "numbers")
            Long id;
        }
    }

    static final class Swapped {

        @Entity(name = "Box")
        @Table(name = "bags")
        static class Box {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "of_boxes")
            @TableGenerator(name = "of_boxes", table = "numbers")
            Long id;
        }

        @Entity(name = "Bag")
        @Table(name = "boxes")
        static class Bag {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "of_bags")
            @TableGenerator(name = "of_bags", table = "numbers")
            Long id;
        }
    }

    static final class Chained {

        @Entity(name = "Box")
        @Table(name = "bags")
        static class Box {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "of_boxes")
            @TableGenerator(name = "of_boxes", table = "numbers")
            Long id;
        }

        @Entity(name = "Bag")
        @Table(name = "sacks")
        static class Bag {
            @Id
            @GeneratedValue(strategy = GenerationType.TABLE, generator = "of_bags")
            @TableGenerator(name = "of_bags", table = "numbers")
            Long id;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void twoTablesSwapTheirNames(TestDb db) {
        verify(db, List.of(Swapped.Box.class, Swapped.Bag.class), "rename=boxes:bags,bags:boxes");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNameMovesOn(TestDb db) {
        verify(db, List.of(Chained.Box.class, Chained.Bag.class), "rename=boxes:bags,bags:sacks");
    }

    private void verify(TestDb db, List<Class<?>> after, String answers) {
        List<Class<?>> before = List.of(Before.Box.class, Before.Bag.class);
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(before)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        insert(db, before);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(after)) {
            project.revision(
                    "rename",
                    hibernate.metadata(),
                    ShopProject.answers(answers).or(question -> Optional.of(question.meanwhile())));
        }
        for (int round = 0; round < 2; round++) {
            project.retort().upgrade("head");
            assertThat(found(project, db, after)).isEmpty();
            insert(db, after);
            project.retort().downgrade("-1");
            assertThat(found(project, db, before)).isEmpty();
            insert(db, before);
        }
    }

    /** One row in a transaction: on SQLite, no number can be allocated while another transaction writes. */
    private static void insert(TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities);
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            for (int i = 0; i < MANY; i++) {
                factory.inTransaction(session -> session.persist(created(entities.get(0))));
            }
            for (int i = 0; i < FEW; i++) {
                factory.inTransaction(session -> session.persist(created(entities.get(1))));
            }
        }
    }

    private static Object created(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> found(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }
}
