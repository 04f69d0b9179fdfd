package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.faithful.sandbox.SchemaText;
import io.retort.diff.models.Bootstrap;
import io.retort.internal.state.HistorySchema;
import io.retort.operation.Operation;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change of a model, found by comparing with the history and without the database. The database is the oracle: a
 * revision found without it makes the change, and a comparison with it then finds nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class HistoryComparisonTests {

    @TempDir
    Path project;

    private final Map<TestDatabase, TestDb> databases = new HashMap<>();

    /** In a short build: every change once, on one product after another. */
    static Stream<Arguments> changes() {
        List<TestDatabase> databases = Products.toBeHad(
                        Products.of(TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE))
                .toList();
        List<ModelChange> changes = ModelChange.all();
        boolean full = Boolean.getBoolean("retort.full");
        return IntStream.range(0, databases.size())
                .boxed()
                .flatMap(place -> IntStream.range(0, changes.size())
                        .filter(number -> full || (number / 2 + number % 2) % databases.size() == place)
                        .mapToObj(number -> Arguments.of(changes.get(number), databases.get(place))));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void aRevisionFoundWithoutADatabaseMakesTheChange(ModelChange change, TestDatabase database) throws SQLException {
        TestDb db = databases.computeIfAbsent(database, d -> d.server().newDatabase());
        Sandbox sandbox = new Sandbox(db);
        try (Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            if (change.obstacle(database).isPresent()) {
                return;
            }
            makes(before.metadata(), sandbox);
            Metadata metadata = after.metadata();
            List<String> former = SchemaText.of(sandbox);
            if (makes(metadata, sandbox).isEmpty()) {
                return;
            }
            sandbox.downgrade();
            assertThat(SchemaText.of(sandbox)).containsExactlyElementsOf(former);
            sandbox.upgrade();
        } finally {
            clear(sandbox, database);
        }
    }

    /** MySQL stores no check constraint before 8.0.16, so that no revision that compares with it contains one. */
    @OnDatabases(TestDatabase.MYSQL)
    void aCheckThatTheDatabaseForgetsIsNoDifference(TestDb db) throws SQLException {
        Sandbox sandbox = new Sandbox(db);
        try (Bootstrap checked = Bootstrap.like(db).entities(List.of(Checked.class))) {
            sandbox.revise(sandbox.compare(checked.metadata()).operations());
            boolean stores = db.query("select version() regexp '^8[.]0[.](.|1[0-5])([^0-9]|$)'")
                    .equals(List.of("0"));

            assertThat(sandbox.compareWithHistory(checked.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
            try (Bootstrap bare = Bootstrap.like(db).entities(List.of(Unchecked.class))) {
                assertThat(sandbox.compareWithHistory(bare.metadata()).operations())
                        .extracting(Operation::describe)
                        .hasSize(stores ? 1 : 0);
            }
        }
    }

    @Entity
    @Table(name = "checked", check = @CheckConstraint(name = "ck_amount", constraint = "amount > 0"))
    static class Checked {
        @Id
        long id;

        int amount;
    }

    @Entity
    @Table(name = "checked")
    static class Unchecked {
        @Id
        long id;

        int amount;
    }

    private List<Operation> makes(Metadata metadata, Sandbox sandbox) {
        Difference difference = sandbox.compareWithHistory(metadata);
        assertThat(difference.skipped()).isEmpty();
        if (!difference.operations().isEmpty()) {
            sandbox.revise(difference.operations());
        }
        assertThat(sandbox.historySchema().contradictions()).isEmpty();
        filesProduceTheSame(metadata, sandbox);
        assertThat(sandbox.compareWithHistory(metadata).operations())
                .as("a second comparison with the history")
                .extracting(Operation::describe)
                .isEmpty();
        assertThat(sandbox.compare(metadata).operations())
                .as("a comparison with the database")
                .extracting(Operation::describe)
                .isEmpty();
        return difference.operations();
    }

    /** The same history in SQL files. */
    private void filesProduceTheSame(Metadata metadata, Sandbox sandbox) {
        if (!sandbox.canBeSql()) {
            return;
        }
        RevisionSource files = sandbox.inSql(project);
        HistorySchema history = sandbox.historySchema(files);
        assertThat(history.contradictions()).isEmpty();
        assertThat(history.snapshot()).isEqualTo(sandbox.historySchema().snapshot());
        Difference difference = sandbox.compareWithHistory(metadata, files);
        assertThat(difference.skipped()).isEmpty();
        assertThat(difference.operations()).extracting(Operation::describe).isEmpty();
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
    void close() {
        databases.values().forEach(TestDb::close);
    }
}
