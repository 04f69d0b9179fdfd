package io.retort.diff.handmade;

import io.retort.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Random hand-made objects and random changes of entities. Every object exists with the same definition after the
 * upgrade and after the downgrade, unless the comparison announced otherwise.
 *
 * <p>{@code -Dhandmade.stories=N} runs N stories on each product, {@code -Dhandmade.seed=N} a single one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandMadeObjectsTests {

    private static final int STORIES =
            Integer.getInteger("handmade.stories", Boolean.getBoolean("retort.full") ? 120 : 12);

    private final Map<String, Integer> numbers = new TreeMap<>();

    static Stream<Arguments> stories() {
        List<TestDatabase> databases = List.of(
                TestDatabase.POSTGRESQL,
                TestDatabase.MARIADB,
                TestDatabase.MYSQL,
                TestDatabase.H2,
                TestDatabase.HSQLDB,
                TestDatabase.SQLITE);
        Integer seed = Integer.getInteger("handmade.seed");
        int first = seed == null ? Integer.getInteger("handmade.from", 0) : seed;
        int many = seed == null ? STORIES : 1;
        return databases.stream()
                .filter(HandMadeObjectsTests::isThere)
                .flatMap(database ->
                        Stream.iterate(first, i -> i + 1).limit(many).map(i -> Arguments.of(database, i)));
    }

    private static boolean isThere(TestDatabase database) {
        try {
            return database.server() != null;
        } catch (TestAbortedException e) {
            System.out.println("[left out] " + e.getMessage());
            return false;
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("stories")
    void handMadeObjectsSurvive(TestDatabase database, int seed) throws SQLException {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ItemVersion[] versions = ItemVersion.values();
        ItemVersion to = versions[1 + random.nextInt(versions.length - 1)];
        DatabaseOrigin beginning = DatabaseOrigin.values()[random.nextInt(DatabaseOrigin.values().length)];
        List<HandMadeObject> objects = HandMadeObject.some(database, random, 2 + random.nextInt(5));
        String failure = HandMadeStory.run(database, to, beginning, objects, numbers);
        if (failure != null) {
            throw new AssertionError(smallest(database, to, beginning, objects, failure));
        }
    }

    /** The failure with the smallest set of objects that still fails. */
    private static String smallest(
            TestDatabase database,
            ItemVersion to,
            DatabaseOrigin beginning,
            List<HandMadeObject> objects,
            String failure)
            throws SQLException {
        List<HandMadeObject> few = new ArrayList<>(objects);
        String last = failure;
        for (HandMadeObject object : objects) {
            List<HandMadeObject> fewer = new ArrayList<>(few);
            fewer.remove(object);
            String without = HandMadeStory.run(database, to, beginning, fewer, new TreeMap<>());
            if (without != null) {
                few = fewer;
                last = without;
            }
        }
        return database + ", " + beginning + ", base to " + to + "\n" + few + "\n" + last;
    }

    @AfterAll
    void print() {
        System.out.println("[hand-made objects] " + numbers);
    }
}
