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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
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

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "box", List.of("id", "label"),
            "shelf", List.of("id", "place"),
            "person", List.of("id", "mood"),
            "item",
                    List.of(
                            "id",
                            "name",
                            "code",
                            "note",
                            "price",
                            "amount",
                            "word",
                            "weight",
                            "made_on",
                            "made_at",
                            "state",
                            "shelf_id",
                            "box_id"));

    /** Rows that the schema of the revisions does not permit. */
    private static final List<String> HOSTILE = List.of(
            "update item set name = null where id = 1",
            "update item set amount = null where id = 2",
            "update shelf set place = null where id = 7",
            "update item set price = 3.14159 where id = 1",
            "update item set price = 123456789012.5 where id = 2",
            "update item set amount = -5 where id = 1",
            "update item set weight = 1234567890123 where id = 1",
            "update item set name = 'two', made_on = '2024-03-01' where id = 1",
            "update item set code = 'c2' where id = 1",
            "update item set code = 'abcdefghijklmnopqrstuvwxyz' where id = 2",
            "update item set word = 'abcdefghijklmnopqrstuvwxyz' where id = 2",
            "update item set note = '" + "long ".repeat(30) + "end' where id = 2",
            "update item set made_at = '2024-03-01 12:30:00.123456' where id = 2",
            "update item set shelf_id = 99 where id = 1",
            "update item set box_id = 99 where id = 2",
            "update item set state = 'NOBODY' where id = 2",
            "update person set mood = 'FINE' where id = 1");

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
    private int refused;

    static Stream<Arguments> cases() {
        int number = Boolean.getBoolean("retort.full") ? 150 : 6;
        return Products.toBeHad(Products.of(POSTGRESQL, MARIADB, H2, SQLITE))
                .flatMap(database -> IntStream.range(0, number).mapToObj(seed -> Arguments.of(database, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void thePrintedStatementsRestoreTheSchema(TestDatabase database, int seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        List<LiveMutation> mutations = chosen(database, random);
        law(
                database,
                mutations,
                HOSTILE.stream()
                        .filter(any -> seed % 2 == 1 && random.nextInt(3) > 0)
                        .toList());
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
        law(database, mutations, List.of());
    }

    private void law(TestDatabase database, List<LiveMutation> mutations, List<String> hostile) throws SQLException {
        try (TestDb db = database.server().newDatabase()) {
            Metadata metadata = entities.computeIfAbsent(
                            database, any -> Bootstrap.like(db).entities(Seedbed.entities(database)))
                    .metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute(ROWS.toArray(String[]::new));
            List<String> original = schema(sandbox);
            List<String> made = new ArrayList<>(changeByHand(db, mutations));
            made.addAll(written(db, hostile));

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);
            assertThat(difference.operations())
                    .as("operations of a revision after %s", made)
                    .extracting(Operation::describe)
                    .isEmpty();
            List<DriftedObject> drift = difference.arbitration().drift();
            canBeAccepted(sandbox, metadata, drift, made);
            Map<String, List<String>> rows = rows(db);
            run(db, drift, made);

            assertThat(changed(rows, rows(db)))
                    .as("rows after %s and %s", made, drift)
                    .isEmpty();
            List<DriftedObject> blocked = drift.stream()
                    .filter(object -> !object.obstacles().isEmpty())
                    .toList();
            if (blocked.isEmpty()) {
                assertThat(schema(sandbox))
                        .as("schema after %s and %s", made, drift)
                        .containsAll(original);
                assertThat(sandbox.compareWithEither(metadata, sandbox.dataSource(), null)
                                .arbitration()
                                .drift())
                        .as("drift after %s and %s", made, drift)
                        .isEmpty();
                restored += drift.isEmpty() ? 0 : 1;
            } else {
                assertThat(isHarmful(db, blocked, rows))
                        .as("blocked after %s: %s", made, blocked)
                        .isTrue();
                refused++;
            }
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

    /** Rows that a change by hand permits; the others are refused. */
    private static List<String> written(TestDb db, List<String> statements) {
        List<String> written = new ArrayList<>();
        for (String statement : statements) {
            try {
                db.execute(statement);
                written.add(statement);
            } catch (SQLException refused) {
                continue;
            }
        }
        return written;
    }

    /** Whether the statements fail or change a value; a rename that nobody else knows is the user's decision. */
    private static boolean isHarmful(TestDb db, List<DriftedObject> blocked, Map<String, List<String>> rows) {
        if (blocked.stream()
                .flatMap(object -> object.obstacles().stream())
                .anyMatch(obstacle ->
                        obstacle.startsWith("if ") || obstacle.contains("may ") || obstacle.contains("zone"))) {
            return true;
        }
        try {
            db.execute(blocked.stream().flatMap(object -> object.sql().stream()).toArray(String[]::new));
        } catch (SQLException failed) {
            return true;
        }
        return !changed(rows, rows(db)).isEmpty();
    }

    /** Accepting what is listed leaves only what the database lacks, and each name is one that exists. */
    private static void canBeAccepted(
            Sandbox sandbox, Metadata metadata, List<DriftedObject> drift, List<String> made) {
        Set<String> names = new LinkedHashSet<>(names(drift));
        Difference accepted = sandbox.compareExcluding(metadata, List.copyOf(names));
        if (names.addAll(names(accepted.arbitration().drift()))) {
            accepted = sandbox.compareExcluding(metadata, List.copyOf(names));
        }
        assertThat(names(accepted.arbitration().drift()))
                .as("drift after %s, although %s is accepted", made, names)
                .isEmpty();
        assertThat(accepted.operations())
                .as("operations after %s with %s accepted", made, names)
                .extracting(Operation::describe)
                .isEmpty();
        assertThat(accepted.unmatched()).as("names after %s", made).isEmpty();
    }

    private static List<String> names(List<DriftedObject> drift) {
        return drift.stream().flatMap(drifted -> drifted.names().stream()).toList();
    }

    /** In one session, as in a client of the product. */
    private static void run(TestDb db, List<DriftedObject> drift, List<String> made) {
        String[] statements = drift.stream()
                .filter(object -> object.obstacles().isEmpty())
                .flatMap(object -> object.sql().stream())
                .toArray(String[]::new);
        try {
            db.execute(statements);
        } catch (SQLException e) {
            throw new AssertionError("After " + made + ": " + String.join(";\n", statements), e);
        }
    }

    /** The values of each column that the rows have. A column can be missing. */
    private static Map<String, List<String>> rows(TestDb db) {
        Map<String, List<String>> rows = new TreeMap<>();
        COLUMNS.forEach((table, columns) -> columns.forEach(column -> {
            try {
                rows.put(
                        table + "." + column,
                        db.query("select " + column + " from " + table + " order by id").stream()
                                .map(DriftLawTests::plain)
                                .toList());
            } catch (SQLException missing) {
                return;
            }
        }));
        return rows;
    }

    /** A number without zeros at its end, a time without a fraction that is zero, a text without what fills a char. */
    private static String plain(String value) {
        return value.replaceFirst(" 00:00:00(?=$|\\.)", "")
                .replaceFirst("(\\.\\d*?)0+(?=$|\\+)", "$1")
                .replaceFirst("\\.(?=$|\\+)", "")
                .stripTrailing();
    }

    private static List<String> changed(Map<String, List<String>> before, Map<String, List<String>> after) {
        return before.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(after.getOrDefault(entry.getKey(), entry.getValue())))
                .map(entry -> entry + " -> " + after.get(entry.getKey()))
                .toList();
    }

    @AfterAll
    void mostChangesWereDrift() {
        System.out.println("Changes by hand that were restored: " + restored + ", with obstacles: " + refused);
        entities.values().forEach(Bootstrap::close);
        assertThat(restored).isGreaterThan(10);
        assertThat(refused).isGreaterThan(3);
    }
}
