package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.faithful.sandbox.FilledTables;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.error.RetortException;
import io.retort.lint.Finding;
import io.retort.operation.Operation;
import io.retort.run.MigrationFailedException;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A revision for tables with rows has no finding of level error that a concurrent form avoids. It does the same as the plain
 * form: the same schema after the upgrade and after the downgrade, or the same refusal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class ConcurrentFormTests {

    /** In a short build, every so many changes. */
    private static final int SOME = 12;

    /** What no statement can do without blocking others, or what an older release does not know. */
    private static final Set<String> WITHOUT_FORM = Set.of(
            "drop-column",
            "drop-table",
            "rename-column",
            "rename-table",
            "sequence-increment",
            "add-identity",
            "add-column-key",
            "add-stored",
            "add-required",
            "type-rewrite",
            "type-check-scan",
            "type-collation",
            "enum-rebuild");

    /** What MySQL and MariaDB copy the table for. */
    private static final Set<String> COPIES = Set.of(
            "fk-blocks-writes",
            "check-blocks",
            "cascade-blocks-copy",
            "varchar-length",
            "enum-copies",
            "collation-copies",
            "identity-drop",
            "primary-key-drop",
            "implicit-value",
            "add-volatile-default");

    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private final TreeMap<String, Integer> left = new TreeMap<>();

    static Stream<Arguments> changes() {
        List<TestDatabase> databases = Products.toBeHad(
                        List.of(TestDatabase.POSTGRESQL, TestDatabase.MARIADB, TestDatabase.MYSQL))
                .toList();
        List<ModelChange> changes = ModelChange.all();
        boolean full = Boolean.getBoolean("retort.full");
        return databases.stream()
                .flatMap(database -> IntStream.range(0, changes.size())
                        .filter(number -> full || number % SOME == database.ordinal() % SOME)
                        .mapToObj(number -> Arguments.of(changes.get(number), database)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void doesTheSameAsThePlainForm(ModelChange change, TestDatabase database) throws SQLException {
        if (change.obstacle(database).isPresent()) {
            count("cannot");
            return;
        }
        Outcome plain = outcome(change, database, false);
        Outcome concurrent = outcome(change, database, true);
        assertThat(concurrent.former()).isEqualTo(plain.former());
        assertThat(concurrent.refusal().isPresent())
                .as("plain %s, concurrent %s", plain.refusal(), concurrent.refusal())
                .isEqualTo(plain.refusal().isPresent());
        if (plain.refusal().isEmpty()) {
            assertThat(concurrent.there()).containsExactlyElementsOf(plain.there());
            assertThat(concurrent.back()).containsExactlyElementsOf(plain.back());
        }
    }

    /**
     * What a form does.
     *
     * @param former the schema before
     * @param there the schema after the upgrade
     * @param back the schema after the downgrade
     * @param refusal why the upgrade or the downgrade fails; empty if both run
     */
    private record Outcome(List<String> former, List<String> there, List<String> back, Optional<String> refusal) {}

    private Outcome outcome(ModelChange change, TestDatabase database, boolean concurrently) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compare(before.metadata()).operations());
            List<Operation> operations = sandbox.compare(after.metadata()).operations();
            FilledTables.of(sandbox.historySchema().snapshot(), db);
            List<String> former = sandbox.dump().withoutPlaces().lines();
            List<String> there = List.of();
            try {
                if (concurrently) {
                    reviseConcurrently(sandbox, operations, database);
                } else {
                    sandbox.revise(operations);
                }
                there = sandbox.dump().withoutPlaces().lines();
                sandbox.downgrade();
                return new Outcome(former, there, sandbox.dump().withoutPlaces().lines(), Optional.empty());
            } catch (MigrationFailedException refused) {
                count((concurrently ? "concurrent" : "plain") + " refused");
                return new Outcome(former, there, List.of(), Optional.of(refused.getMessage()));
            }
        }
    }

    private void reviseConcurrently(Sandbox sandbox, List<Operation> operations, TestDatabase database) {
        List<Operation> written = sandbox.concurrently(operations);
        count(database + (written.equals(operations) ? " as plain" : " other form"));
        List<String> errors = findings(sandbox, written).stream()
                .filter(Finding::isError)
                .map(Finding::rule)
                .peek(rule -> left.merge(rule, 1, Integer::sum))
                .filter(rule ->
                        !WITHOUT_FORM.contains(rule) && (database == TestDatabase.POSTGRESQL || !COPIES.contains(rule)))
                .toList();
        assertThat(errors).as("%s", written).isEmpty();
        sandbox.reviseConcurrently(operations);
    }

    /** Without a session, a comment with a backslash cannot be judged on MySQL and MariaDB. */
    private List<Finding> findings(Sandbox sandbox, List<Operation> written) {
        try {
            return sandbox.lint(written);
        } catch (RetortException unjudged) {
            assertThat(unjudged).hasMessageContaining("has a backslash");
            count("not judged");
            return List.of();
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @AfterAll
    void print() {
        System.out.println("[concurrent forms] | " + counts + " | errors left " + left);
        assertThat(counts.keySet()).anyMatch(key -> key.endsWith("other form"));
    }
}
