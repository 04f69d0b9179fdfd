package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.faithful.sandbox.SchemaText;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.models.Bootstrap;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Snapshot;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model in fourteen versions, with rows in its tables: upgraded, downgraded to the base, and upgraded again. */
class EvolutionTests {

    static Stream<TestDatabase> databases() {
        return Products.toBeHad(Products.of(
                TestDatabase.POSTGRESQL,
                TestDatabase.MARIADB,
                TestDatabase.H2,
                TestDatabase.HSQLDB,
                TestDatabase.SQLITE));
    }

    @ParameterizedTest(name = "on {0}")
    @MethodSource("databases")
    void whatShouldSurviveDoes(TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase()) {
            Sandbox sandbox = new Sandbox(db);
            List<List<String>> schemas = new ArrayList<>();
            for (Version version : Version.all()) {
                up(version, db, sandbox);
                holds(version.survives(), version, db);
                holds(version.livesUntilDropped(), version, db);
                schemas.add(schema(sandbox));
            }
            for (int i = Version.all().size() - 2; i >= 0; i--) {
                sandbox.downgrade();
                assertThat(schema(sandbox)).as("down to version %s", i + 1).containsExactlyElementsOf(schemas.get(i));
                holds(Version.all().get(i).survives(), Version.all().get(i), db);
            }
            sandbox.upgrade();
            assertThat(schema(sandbox)).containsExactlyElementsOf(schemas.get(schemas.size() - 1));
            Version last = Version.all().get(Version.all().size() - 1);
            holds(Version.always(), last, db);
        }
    }

    private static void up(Version version, TestDb db, Sandbox sandbox) throws SQLException {
        try (Bootstrap hibernate = Bootstrap.like(db).entities(entities(version))) {
            List<Operation> found = sandbox.compare(hibernate.metadata()).operations();
            List<Operation> operations = rebuilding(version.edited(singly(found)), db);
            sandbox.revise(operations);
            System.out.println("[evolution] " + db.database() + " " + version + ": "
                    + operations.stream().map(Operation::describe).toList());
            assertThat(sandbox.compare(hibernate.metadata()).operations())
                    .as("after %s", version)
                    .extracting(Operation::describe)
                    .isEmpty();
            db.execute(version.rows().toArray(String[]::new));
        }
    }

    /** A user edits single changes. */
    private static List<Operation> singly(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation instanceof TableOperation.Rebuild rebuild
                        ? rebuild.changes().stream()
                        : Stream.of(operation))
                .toList();
    }

    /** Restores the rebuilds where a product needs them. */
    private static List<Operation> rebuilding(List<Operation> operations, TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        try (Connection connection = db.connect()) {
            Snapshot live = ComparedProduct.of(dialect).inspector(dialect).inspect(connection, Scope.CURRENT);
            return new TableRebuilds(dialect::needsRebuild).in(operations, live);
        }
    }

    private static List<Class<?>> entities(Version version) {
        return Arrays.stream(version.entities().getDeclaredClasses())
                .filter(type -> !type.isEnum())
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static void holds(List<Version.Fact> facts, Version version, TestDb db) throws SQLException {
        for (Version.Fact fact : facts) {
            assertThat(db.query(fact.query()))
                    .as("%s: %s", version, fact.query())
                    .isEqualTo(fact.rows());
        }
    }

    private static List<String> schema(Sandbox sandbox) throws SQLException {
        return SchemaText.of(sandbox).stream()
                .filter(line -> !line.startsWith("row "))
                .map(line -> line.replaceAll(" AUTO_INCREMENT=\\d+", ""))
                .map(line -> line.replaceAll(" ?(last|RESTART WITH) ?(\\d+|-) ?", ""))
                .toList();
    }
}
