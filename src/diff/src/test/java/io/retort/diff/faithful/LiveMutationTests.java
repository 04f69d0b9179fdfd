package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A live schema that is changed directly in the database: exactly that change is found, the revision reverts it, and
 * the downgrade restores it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class LiveMutationTests {

    private final MutationTable table = new MutationTable("live schema");
    private final Map<TestDatabase, Bed> beds = new EnumMap<>(TestDatabase.class);

    /** A database that matches the entities, before and after each mutation. */
    private record Bed(TestDb db, Sandbox sandbox, Metadata metadata, Bootstrap hibernate) {

        static Bed on(TestDatabase database) {
            TestDb db = database.server().newDatabase();
            Bootstrap hibernate = Bootstrap.like(db).entities(Seedbed.entities(database));
            Bed bed = new Bed(db, new Sandbox(db), hibernate.metadata(), hibernate);
            bed.sandbox.revise(bed.sandbox.compare(bed.metadata).operations());
            assertThat(bed.sandbox.compare(bed.metadata).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
            return bed;
        }

        void close() {
            hibernate.close();
            db.close();
        }
    }

    static Stream<Arguments> mutations() {
        return Products.toBeHad(
                        Products.of(TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE))
                .flatMap(database -> LiveMutations.all().stream().map(mutation -> Arguments.of(mutation, database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("mutations")
    void isFoundAndNothingElse(LiveMutation mutation, TestDatabase database) throws SQLException {
        if (mutation.obstacle(database).isPresent()) {
            table.cannot(
                    mutation.toString(), database, mutation.obstacle(database).get());
            return;
        }
        Bed bed = beds.computeIfAbsent(database, Bed::on);
        boolean done = false;
        try {
            mutation.makeIn(bed.db, bed.sandbox);
            isPutRight(mutation, bed, database);
            done = true;
        } catch (AssertionError | RuntimeException | SQLException e) {
            table.failed(mutation.toString(), database, e);
            throw e;
        } finally {
            if (!done) {
                beds.remove(database).close();
            }
        }
    }

    private void isPutRight(LiveMutation mutation, Bed bed, TestDatabase database) throws SQLException {
        Sandbox sandbox = bed.sandbox;
        Difference difference = sandbox.compare(bed.metadata);
        List<Operation> operations = difference.operations();
        Expectation.of(mutation.found(database)).holdsFor(operations);
        assertThat(difference.skipped()).isEmpty();
        table.found(mutation.toString(), database, operations.size());
        if (operations.isEmpty()) {
            mutation.undoIn(bed.db);
            return;
        }
        List<String> former = SchemaText.of(sandbox);
        sandbox.revise(operations);
        assertThat(Remainder.of(sandbox.compare(bed.metadata).operations(), operations))
                .isEmpty();
        List<String> there = SchemaText.of(sandbox);
        sandbox.downgrade();
        assertThat(SchemaText.of(sandbox)).containsExactlyElementsOf(former);
        sandbox.upgrade();
        assertThat(SchemaText.of(sandbox)).containsExactlyElementsOf(there);
    }

    @AfterAll
    void print() {
        table.print();
        beds.values().forEach(Bed::close);
    }
}
