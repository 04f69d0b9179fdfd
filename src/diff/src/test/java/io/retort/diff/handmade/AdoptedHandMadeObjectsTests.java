package io.retort.diff.handmade;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.AdoptedSchema;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database with rows and generated hand-made objects is adopted: what {@code adopt} lists is what the next revision
 * contains, and that drops no key that was made by hand.
 */
@Tag("long")
class AdoptedHandMadeObjectsTests {

    private static final int STORIES = Boolean.getBoolean("retort.full") ? 100 : 12;

    static Stream<Arguments> stories() {
        String only = System.getProperty("testdb.only");
        return Stream.of(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.H2)
                .filter(database -> only == null || List.of(only.split(",")).contains(database.product()))
                .flatMap(database -> IntStream.range(0, STORIES).mapToObj(seed -> Arguments.of(database, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("stories")
    void theListIsTheNextRevision(TestDatabase database, int seed) throws SQLException {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ItemVersion to = ItemVersion.values()[random.nextInt(ItemVersion.values().length)];
        List<HandMadeObject> objects = HandMadeObject.some(database, random, 2 + random.nextInt(5));
        boolean made = objects.stream().anyMatch(object -> object.kind().equals("primary key"));
        boolean key = random.nextInt(4) > 0 && !made;
        try (TestDb db = database.server().newDatabase();
                Bootstrap before = Bootstrap.on(db);
                Bootstrap after = Bootstrap.like(db)) {
            HibernateCreate.run(before.entities(with(ItemVersion.BASE)).metadata());
            db.execute(
                    "insert into box (id) values (1)",
                    "insert into box_tags (box_id, tag) values (1, 'a')",
                    "insert into shelf (id, place) values (1, 'here')",
                    "insert into item (id, name, code, amount, note, state, shelf_id)"
                            + " values (1, 'one', 'c1', 1, 'n1', 'A', 1)");
            for (HandMadeObject object : objects) {
                make(db, object);
            }
            if (key) {
                db.execute("alter table box_tags add constraint pk_hand primary key (box_id, tag)");
            }
            Sandbox sandbox = new Sandbox(db);
            after.entities(with(to));

            AdoptedSchema adopted = sandbox.adopt(after.metadata());
            sandbox.record(adopted);

            List<String> next = described(sandbox.compare(after.metadata()).operations());
            assertThat(described(adopted.required())).as("%s, %s", to, objects).isEqualTo(next);
            if (key) {
                assertThat(next).noneMatch(line -> line.contains("box_tags"));
            }
        }
    }

    /** Two objects can exclude each other. */
    private static void make(TestDb db, HandMadeObject object) {
        try {
            db.execute(object.statements().toArray(String[]::new));
        } catch (SQLException excluded) {
            return;
        }
    }

    private static List<Class<?>> with(ItemVersion version) {
        List<Class<?>> entities = new ArrayList<>(version.entities());
        entities.add(Box.class);
        return entities;
    }

    private static List<String> described(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }

    /** Hibernate declares no key for the table of its tags. */
    @Entity
    @Table(name = "box")
    static class Box {
        @Id
        long id;

        @ElementCollection
        @CollectionTable(name = "box_tags", joinColumns = @JoinColumn(name = "box_id"))
        @Column(name = "tag", length = 50, nullable = false)
        List<String> tags;
    }
}
