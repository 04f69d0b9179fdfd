package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Rows follow an entity whose {@code @Table(schema = ...)} changes, and the next insert does not collide. */
@Tag("long")
class SchemaMovesTests {

    @TempDir
    Path folder;

    static class Here {
        @Entity(name = "Item")
        @Table(name = "item", indexes = @Index(name = "ix_label", columnList = "label"))
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @Column(nullable = false)
            String label;
        }

        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Item item;
        }
    }

    static class Alpha {
        @Entity(name = "Item")
        @Table(name = "item", schema = "alpha", indexes = @Index(name = "ix_label", columnList = "label"))
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @Column(nullable = false)
            String label;
        }

        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Item item;
        }
    }

    static class Beta {
        @Entity(name = "Item")
        @Table(name = "item", schema = "beta", indexes = @Index(name = "ix_label", columnList = "label"))
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @Column(nullable = false)
            String label;
        }

        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Item item;
        }
    }

    static class AlphaDatabase {
        @Entity(name = "Item")
        @Table(name = "item", catalog = "alpha", indexes = @Index(name = "ix_label", columnList = "label"))
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @Column(nullable = false)
            String label;
        }

        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Item item;
        }
    }

    static class BetaDatabase {
        @Entity(name = "Item")
        @Table(name = "item", catalog = "beta", indexes = @Index(name = "ix_label", columnList = "label"))
        static class Item {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @Column(nullable = false)
            String label;
        }

        @Entity(name = "Line")
        @Table(name = "line")
        static class Line {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @ManyToOne
            Item item;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void rowsFollowToAnotherSchemaAndBack(TestDb db) throws SQLException {
        boolean databases = db.database() == MARIADB || db.database() == MYSQL;
        List<Class<?>> places = databases
                ? List.of(Here.class, AlphaDatabase.class, BetaDatabase.class)
                : List.of(Here.class, Alpha.class, Beta.class);
        for (Class<?> from : places) {
            for (Class<?> to : places) {
                if (from != to) {
                    try (TestDb fresh = db.server().newDatabase()) {
                        moved(fresh, from, to);
                        if (databases) {
                            fresh.execute("set foreign_key_checks = 0", "drop database alpha", "drop database beta");
                        }
                    }
                }
            }
        }
    }

    private void moved(TestDb db, Class<?> from, Class<?> to) throws SQLException {
        db.execute("create schema alpha");
        db.execute("create schema beta");
        WrittenProject project =
                new WrittenProject(folder.resolve(db.database() + from.getSimpleName() + to.getSimpleName()), db);
        write(project, db, from);
        insert(db, from);

        List<Question> questions = write(project, db, to);

        boolean copied = db.database() == H2 || db.database() == TestDatabase.HSQLDB;
        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("table-gone");
            assertThat(question.example().verb()).isEqualTo(copied ? Verb.MOVE : Verb.RENAME);
            assertThat(question.likely()).isPresent();
        });
        assertThat(lines(db, to)).containsExactly("first", "first");
        insert(db, to);
        assertThat(found(project, db, to)).isEmpty();
        project.retort().downgrade("-1");
        assertThat(lines(db, from)).containsExactly("first", "first", "first", "first");
        insert(db, from);
        assertThat(found(project, db, from)).isEmpty();
        project.retort().upgrade("head");
        assertThat(lines(db, to)).hasSize(6);
    }

    private static List<Class<?>> entities(Class<?> place) {
        return List.of(place.getDeclaredClasses());
    }

    private static List<Question> write(WrittenProject project, TestDb db, Class<?> place) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities(place))) {
            project.revision("step", hibernate.metadata(), question -> {
                questions.add(question);
                return Optional.of(question.meanwhile());
            });
        }
        project.retort().upgrade("head");
        return questions;
    }

    private static List<String> found(WrittenProject project, TestDb db, Class<?> place) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities(place))) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }

    private static void insert(TestDb db, Class<?> place) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities(place));
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            factory.inTransaction(session -> {
                for (int i = 0; i < 2; i++) {
                    session.createNativeMutationQuery("insert into " + table(place) + " (label) values ('first')")
                            .executeUpdate();
                    session.createNativeMutationQuery("insert into line (item_id) select max(id) from " + table(place))
                            .executeUpdate();
                }
            });
        }
    }

    private static String table(Class<?> place) {
        return place == Here.class
                ? "item"
                : place.getSimpleName().replace("Database", "").toLowerCase(Locale.ROOT) + ".item";
    }

    private static List<String> lines(TestDb db, Class<?> place) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities(place));
                SessionFactory factory = hibernate.metadata().buildSessionFactory()) {
            return factory.fromTransaction(
                    session -> session.createSelectionQuery("select l.item.label from Line l", String.class)
                            .getResultList());
        }
    }
}
