package io.retort.diff.faithful;

import io.retort.testkit.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change to the live schema behind the model's back, in each product's words, and what must be found. */
final class LiveMutation {

    private final String name;
    private final Map<String, List<String>> sql = new HashMap<>();
    private final Map<String, List<String>> undo = new HashMap<>();
    private final Map<String, String> obstacles = new HashMap<>();
    private final Map<String, List<String>> found = new HashMap<>();

    private LiveMutation(String name, String... sql) {
        this.name = name;
        this.sql.put("", List.of(sql));
    }

    /** In words that every product has which none of the other methods names. */
    static LiveMutation of(String name, String... sql) {
        return new LiveMutation(name, sql);
    }

    LiveMutation postgres(String... words) {
        sql.put("postgresql", List.of(words));
        return this;
    }

    LiveMutation mysql(String... words) {
        sql.put("mysql", List.of(words));
        sql.put("mariadb", List.of(words));
        return this;
    }

    LiveMutation h2(String... words) {
        sql.put("h2", List.of(words));
        return this;
    }

    LiveMutation on(String product, String... words) {
        sql.put(product, List.of(words));
        return this;
    }

    /** Products that have no such thing. */
    LiveMutation cannot(String because, String... products) {
        for (String product : products) {
            obstacles.put(product, because);
        }
        return this;
    }

    /** The beginnings of what must be found. */
    LiveMutation found(String... beginnings) {
        found.put("", List.of(beginnings));
        return this;
    }

    LiveMutation foundOn(String product, String... beginnings) {
        found.put(product, List.of(beginnings));
        return this;
    }

    /** Nothing must be found, and this takes it back. */
    LiveMutation nothing(String... takenBack) {
        undo.put("", List.of(takenBack));
        return found();
    }

    LiveMutation nothingOn(String product, String... takenBack) {
        undo.put(product, List.of(takenBack));
        return this;
    }

    String[] sql(TestDatabase database) {
        return of(sql, database).toArray(String[]::new);
    }

    List<String> found(TestDatabase database) {
        return of(found, database);
    }

    String[] undo(TestDatabase database) {
        return of(undo, database).toArray(String[]::new);
    }

    Optional<String> obstacle(TestDatabase database) {
        return Optional.ofNullable(obstacles.get(database.product()));
    }

    private static List<String> of(Map<String, List<String>> texts, TestDatabase database) {
        return texts.getOrDefault(database.product(), texts.get(""));
    }

    @Override
    public String toString() {
        return name;
    }
}
