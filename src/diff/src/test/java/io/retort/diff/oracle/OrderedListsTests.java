package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.io.TempDir;

/** The keys of tables for ordered lists have their columns in the order in which an application that starts makes them. */
class OrderedListsTests {

    @TempDir
    Path folder;

    @Entity(name = "Tag")
    @Table(name = "tag")
    static class Tag {
        @Id
        UUID id;

        @ElementCollection
        @OrderColumn(name = "a_place")
        List<String> words;

        @ElementCollection
        @OrderColumn(name = "z_place")
        List<Long> numbers;
    }

    @Embeddable
    record BoxId(short shelf, String label, long number) {}

    @Entity(name = "Box")
    @Table(name = "box")
    static class Box {
        @EmbeddedId
        BoxId id;

        @ElementCollection
        @OrderColumn
        List<String> notes;

        @ManyToMany
        @OrderColumn(name = "aisle")
        List<Tag> tags;

        @OneToMany
        @JoinTable(name = "box_item")
        @OrderColumn(name = "nth")
        List<Item> items;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class Item {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        List<Integer> sizes;

        @ManyToMany
        @OrderColumn
        List<Box> boxes;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void keysHaveTheOrderOfAnApplication(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Tag.class, Box.class, Item.class)) {
            assertThat(project.revision("create", hibernate.metadata()).written())
                    .isTrue();
        }
        project.retort().upgrade("head");

        assertThat(keys(db)).isEqualTo(createdByAnApplication(db));
    }

    private static List<String> createdByAnApplication(TestDb like) throws SQLException {
        try (TestDb other = like.server().newDatabase();
                Bootstrap hibernate = Bootstrap.on(other)
                        .with("jakarta.persistence.schema-generation.database.action", "create")
                        .entities(Tag.class, Box.class, Item.class);
                SessionFactory application = hibernate.metadata().buildSessionFactory()) {
            assertThat(application.isOpen()).isTrue();
            return keys(other);
        }
    }

    private static List<String> keys(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_revision").lines().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("primary"))
                .map(OrderedListsTests::withoutGeneratedName)
                .toList();
    }

    /** H2 derives the name of a constraint from a number that depends on what it created before. */
    private static String withoutGeneratedName(String line) {
        return line.replaceAll("CONSTRAINT_[0-9A-F]+", "CONSTRAINT_n");
    }
}
