package io.retort.diff.faithful.live;

import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change made directly in the database, in the SQL of each product, and the operations that must be found. */
public final class LiveMutation {

    private final String name;
    private final Map<String, List<LiveStep>> made = new HashMap<>();
    private final Map<String, List<LiveStep>> undone = new HashMap<>();
    private final Map<String, String> obstacles = new HashMap<>();
    private final Map<String, List<String>> found = new HashMap<>();

    private LiveMutation(String name, String... sql) {
        this.name = name;
        this.made.put("", LiveStep.sql(sql));
    }

    /** In SQL for every product that the other methods do not cover. */
    static LiveMutation of(String name, String... sql) {
        return new LiveMutation(name, sql);
    }

    LiveMutation postgres(String... words) {
        return on("postgresql", words);
    }

    LiveMutation mysql(String... words) {
        return on("mysql", words).on("mariadb", words);
    }

    /** In SQL for H2 and HSQLDB. */
    LiveMutation h2(String... words) {
        return on("h2", words).on("hsqldb", words);
    }

    LiveMutation on(String product, String... words) {
        made.put(product, LiveStep.sql(words));
        return this;
    }

    /** On SQLite: replaces a pattern in the statement of a table. */
    LiveMutation sqlite(String table, String words, String others) {
        made.put("sqlite", List.of(LiveStep.edited(table, words, others)));
        return this;
    }

    /** Products that do not support the change. */
    LiveMutation cannot(String because, String... products) {
        for (String product : products) {
            obstacles.put(product, because);
        }
        return this;
    }

    /** The expected beginnings of descriptions. */
    LiveMutation found(String... beginnings) {
        found.put("", List.of(beginnings));
        return this;
    }

    LiveMutation foundOn(String product, String... beginnings) {
        found.put(product, List.of(beginnings));
        return this;
    }

    /** Nothing must be found; the statements revert the change. */
    LiveMutation nothing(String... takenBack) {
        return nothingOn("", takenBack).found();
    }

    LiveMutation nothingOn(String product, String... takenBack) {
        undone.put(product, LiveStep.sql(takenBack));
        return this;
    }

    /** On SQLite: restores the statement of a table. */
    LiveMutation nothingOnSqlite(String table, String words, String others) {
        undone.put("sqlite", List.of(LiveStep.edited(table, words, others)));
        return this;
    }

    /**
     * Makes the change. If something must be found, a revision makes it in hand-written SQL, so that the history owns
     * what it creates. Otherwise it is made directly in the database.
     */
    public void makeIn(TestDb db, Sandbox sandbox) throws SQLException {
        if (found(db.database()).isEmpty()) {
            run(of(made, db.database()), db);
            return;
        }
        for (LiveStep step : of(made, db.database())) {
            sandbox.revise(step.statements(db).stream()
                    .<Operation>map(sql -> new DataOperation.Execute(sql, null))
                    .toList());
        }
    }

    /**
     * Makes the change directly in the database, as far as its statements succeed there.
     *
     * @return whether all of them succeeded
     */
    public boolean makeByHand(TestDb db) {
        try {
            run(of(made, db.database()), db);
            return true;
        } catch (SQLException | AssertionError impossible) {
            return false;
        }
    }

    public List<String> found(TestDatabase database) {
        return of(found, database);
    }

    public void undoIn(TestDb db) throws SQLException {
        run(of(undone, db.database()), db);
    }

    private static void run(List<LiveStep> steps, TestDb db) throws SQLException {
        for (LiveStep step : steps) {
            db.execute(step.statements(db).toArray(String[]::new));
        }
    }

    public Optional<String> obstacle(TestDatabase database) {
        return Optional.ofNullable(obstacles.get(database.product()));
    }

    private static <T> List<T> of(Map<String, List<T>> all, TestDatabase database) {
        return all.getOrDefault(database.product(), all.get(""));
    }

    @Override
    public String toString() {
        return name;
    }
}
