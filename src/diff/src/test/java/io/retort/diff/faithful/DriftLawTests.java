package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.live.LiveMutation;
import io.retort.diff.faithful.live.LiveMutations;
import io.retort.diff.faithful.live.Seedbed;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.faithful.sandbox.SchemaText;
import io.retort.diff.models.Bootstrap;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random changes by hand in a database with rows. None of them gets into a revision, and the statements that are printed
 * restore what the revisions made. The oracle is the product's own description of its schema.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class DriftLawTests {

    private static final List<String> ROWS = List.of(
            "insert into box (label) values ('first')",
            "insert into shelf (id, place) values (7, 'left'), (8, 'right')",
            "insert into person (id, mood) values (1, 'GOOD')",
            "insert into item (id, name, code, note, price, amount, word, weight, made_on, made_at, state, shelf_id)"
                    + " values (1, 'one', 'c1', 'n1', 1.25, 3, 'w', 5, '2024-02-29', '2024-02-29 12:30:00', 'FRESH', 7),"
                    + " (2, 'two', 'c2', 'n2', 2.50, 4, 'x', 6, '2024-03-01', '2024-03-01 12:30:00', 'SOLD', 8)");

    /** Properties that no entity declares are kept, and so are other labels that rows already use. */
    private static final List<String> ADDITIONS = List.of(
            "default added",
            "default of time added",
            "comment added",
            "table comment added",
            "collation changed",
            "label under another name");

    private final Map<TestDatabase, Bootstrap> entities = new EnumMap<>(TestDatabase.class);
    private int restored;

    static Stream<Arguments> cases() {
        int number = Boolean.getBoolean("retort.full") ? 150 : 6;
        return Products.toBeHad(Products.of(POSTGRESQL, MARIADB, H2, SQLITE))
                .flatMap(database -> IntStream.range(0, number).mapToObj(seed -> Arguments.of(database, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void thePrintedStatementsRestoreTheSchema(TestDatabase database, int seed) throws SQLException {
        law(database, chosen(database, new SplittableRandom(seed)));
    }

    /** Cases that failed once. */
    static Stream<Arguments> kept() {
        return Stream.of(
                        Arguments.of(SQLITE, List.of("constant nobody knows")),
                        Arguments.of(SQLITE, List.of("constant missing", "became nullable")),
                        Arguments.of(HSQLDB, List.of("constant nobody knows")),
                        Arguments.of(HSQLDB, List.of("constants not checked", "index dropped")),
                        Arguments.of(MARIADB, List.of("index unique")),
                        Arguments.of(MYSQL, List.of("index unique", "default dropped")))
                .filter(one -> Products.toBeHad(List.of((TestDatabase) one.get()[0]))
                        .findAny()
                        .isPresent());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("kept")
    void thePrintedStatementsStillRestoreTheSchema(TestDatabase database, List<String> changes) throws SQLException {
        List<LiveMutation> mutations = changes.stream()
                .map(name -> LiveMutations.all().stream()
                        .filter(mutation -> mutation.toString().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        law(database, mutations);
    }

    private void law(TestDatabase database, List<LiveMutation> mutations) throws SQLException {
        try (TestDb db = database.server().newDatabase()) {
            Metadata metadata = entities.computeIfAbsent(
                            database, any -> Bootstrap.like(db).entities(Seedbed.entities(database)))
                    .metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute(ROWS.toArray(String[]::new));
            List<String> original = schema(sandbox);
            List<String> made = changeByHand(db, mutations);

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);
            assertThat(difference.operations())
                    .as("operations of a revision after %s", made)
                    .extracting(Operation::describe)
                    .isEmpty();
            List<DriftedObject> drift = difference.arbitration().drift();
            List<String> rows = rows(db);
            run(db, drift, made);

            assertThat(schema(sandbox))
                    .as("schema after %s and %s", made, drift)
                    .containsAll(original);
            assertThat(sandbox.compareWithEither(metadata, sandbox.dataSource(), null)
                            .arbitration()
                            .drift())
                    .as("drift after %s and %s", made, drift)
                    .isEmpty();
            assertThat(rows(db)).as("rows after %s and %s", made, drift).isEqualTo(rows);
            restored += drift.isEmpty() ? 0 : 1;
        }
    }

    /** Without the position of a counter, and without the number that H2 gives to a primary key. */
    private static List<String> schema(Sandbox sandbox) throws SQLException {
        return SchemaText.of(sandbox).stream()
                .map(line -> line.replaceFirst(" last \\S+$", "").replaceFirst("\"CONSTRAINT_\\w+\"", "\"CONSTRAINT\""))
                .toList();
    }

    /** A change that no comparison finds, such as another name of a constraint, is left out. */
    private static List<LiveMutation> chosen(TestDatabase database, SplittableRandom random) {
        List<LiveMutation> possible = LiveMutations.all().stream()
                .filter(mutation -> mutation.obstacle(database).isEmpty())
                .filter(mutation -> !mutation.found(database).isEmpty())
                .filter(mutation -> !ADDITIONS.contains(mutation.toString()))
                .toList();
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(any -> possible.get(random.nextInt(possible.size())))
                .toList();
    }

    /** A statement that is impossible after another change, or with these rows, is not executed. */
    private static List<String> changeByHand(TestDb db, List<LiveMutation> mutations) {
        return mutations.stream()
                .map(mutation -> mutation + (mutation.makeByHand(db) ? "" : " (not in full)"))
                .toList();
    }

    /** In one session, as in a client of the product. */
    private static void run(TestDb db, List<DriftedObject> drift, List<String> made) {
        String[] statements =
                drift.stream().flatMap(object -> object.sql().stream()).toArray(String[]::new);
        try {
            db.execute(statements);
        } catch (SQLException e) {
            throw new AssertionError("After " + made + ": " + String.join(";\n", statements), e);
        }
    }

    /** The keys of all rows, which no change of another column affects. */
    private static List<String> rows(TestDb db) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("box", "shelf", "person", "item")) {
            try {
                rows.add(table + " " + db.query("select id from " + table + " order by id"));
            } catch (SQLException dropped) {
                rows.add(table + " []");
            }
        }
        return rows;
    }

    @AfterAll
    void mostChangesWereDrift() {
        System.out.println("Changes by hand that were restored: " + restored);
        entities.values().forEach(Bootstrap::close);
        assertThat(restored).isGreaterThan(10);
    }
}
