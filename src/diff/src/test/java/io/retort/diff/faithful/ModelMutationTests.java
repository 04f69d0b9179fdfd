package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Difference;
import io.retort.diff.faithful.change.relations.IndexedReferences;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.faithful.sandbox.SchemaText;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.diff.question.UnansweredException;
import io.retort.error.RetortException;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Default;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities that change: exactly that change is found, the revision makes it, and the downgrade reverts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class ModelMutationTests {

    private final MutationTable table = new MutationTable("model");
    private final Map<TestDatabase, TestDb> databases = new HashMap<>();

    /**
     * In a short build: every change once, and changes in both directions on every product. MySQL and MariaDB create and
     * drop indexes of foreign keys by themselves, so they run all changes of such indexes.
     */
    static Stream<Arguments> changes() {
        List<TestDatabase> databases = Products.toBeHad(
                        Products.of(TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE))
                .toList();
        List<ModelChange> changes = ModelChange.all();
        boolean full = Boolean.getBoolean("retort.full");
        Stream<Arguments> spread = IntStream.range(0, databases.size())
                .boxed()
                .flatMap(place -> IntStream.range(0, changes.size())
                        .filter(number -> full || (number / 2 + number % 2) % databases.size() == place)
                        .mapToObj(number -> Arguments.of(changes.get(number), databases.get(place))));
        return full ? spread : Stream.concat(spread, ofIndexedReferences(changes));
    }

    private static Stream<Arguments> ofIndexedReferences(List<ModelChange> changes) {
        return Products.toBeHad(List.of(TestDatabase.MARIADB, TestDatabase.MYSQL))
                .flatMap(database -> changes.stream()
                        .filter(change -> change.isOf(IndexedReferences.class))
                        .map(change -> Arguments.of(change, database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void isFoundAndNothingElse(ModelChange change, TestDatabase database) throws SQLException {
        TestDb db = databases.computeIfAbsent(database, d -> d.server().newDatabase());
        Sandbox sandbox = new Sandbox(db);
        try (Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            if (change.obstacle(database).isPresent() && !canBeMade(sandbox, before, after)) {
                table.cannot(
                        change.toString(), database, change.obstacle(database).get());
                return;
            }
            Difference first = sandbox.compare(before.metadata());
            assertThat(first.skipped()).isEmpty();
            sandbox.revise(first.operations());
            takesThereAndBack(change, sandbox, after.metadata(), database);
        } catch (AssertionError | RuntimeException e) {
            table.failed(change.toString(), database, e);
            throw e;
        } finally {
            clear(sandbox, database);
        }
    }

    /** Whether Hibernate and the database can create both sides. */
    private static boolean canBeMade(Sandbox sandbox, Bootstrap before, Bootstrap after) {
        try {
            return sandbox.compare(before.metadata()).skipped().isEmpty()
                    && sandbox.compare(after.metadata()).skipped().isEmpty();
        } catch (HibernateException | RetortException e) {
            return false;
        }
    }

    private void takesThereAndBack(ModelChange change, Sandbox sandbox, Metadata after, TestDatabase database)
            throws SQLException {
        List<String> former = SchemaText.of(sandbox);
        Difference difference = sandbox.compare(after);
        if (change.obstacle(database).isPresent()) {
            table.cannot(change.toString(), database, change.obstacle(database).get());
            assertThat(difference.operations()).extracting(Operation::describe).isEmpty();
            return;
        }
        List<Operation> operations = difference.operations();
        isTheSameForWhoAsks(sandbox, after, operations);
        table.found(change.toString(), database, operations.size());
        Expectation.of(change.found(database)).holdsFor(operations);
        assertThat(difference.skipped()).isEmpty();
        if (operations.isEmpty()) {
            return;
        }
        sandbox.revise(operations);
        assertThat(Remainder.of(sandbox.compare(after).operations(), operations))
                .isEmpty();
        List<String> there = SchemaText.of(sandbox);
        sandbox.downgrade();
        assertThat(SchemaText.of(sandbox)).containsExactlyElementsOf(former);
        sandbox.upgrade();
        assertThat(SchemaText.of(sandbox)).containsExactlyElementsOf(there);
    }

    /**
     * With questions the same changes are found, apart from conversions and checks of values; or a question is asked.
     */
    private static void isTheSameForWhoAsks(Sandbox sandbox, Metadata after, List<Operation> operations) {
        try {
            assertThat(changes(sandbox.compare(after, Answers.NONE).operations()))
                    .containsExactlyInAnyOrderElementsOf(changes(operations));
        } catch (UnansweredException open) {
            assertThat(open.questions()).isNotEmpty();
        }
    }

    private static List<String> changes(List<Operation> operations) {
        List<Operation> single = operations.stream()
                .flatMap(operation -> operation instanceof TableOperation.Rebuild rebuild
                        ? rebuild.changes().stream()
                        : Stream.of(operation))
                .toList();
        return single.stream()
                .map(ModelMutationTests::withoutTemporaryDefault)
                .map(Operation::describe)
                .filter(change -> !change.startsWith("! sql"))
                .toList();
    }

    /** A new column is filled by a default that its entity does not declare, as for rows that are not deleted. */
    private static Operation withoutTemporaryDefault(Operation operation) {
        return operation instanceof ColumnOperation.Add add
                        && add.column().defaultValue() instanceof Default.Literal literal
                        && literal.temporary()
                ? new ColumnOperation.Add(add.table(), add.column().withDefault(null), add.key())
                : operation;
    }

    /** A database that is not empty would affect the next test. */
    private void clear(Sandbox sandbox, TestDatabase database) {
        try {
            sandbox.clear();
        } catch (RuntimeException e) {
            databases.remove(database).close();
        }
    }

    @AfterAll
    void print() {
        table.print();
        databases.values().forEach(TestDb::close);
    }
}
