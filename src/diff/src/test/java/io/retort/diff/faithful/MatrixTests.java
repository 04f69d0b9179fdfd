package io.retort.diff.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.DomainModel;
import io.retort.diff.models.HibernateCreate;
import io.retort.operation.Operation;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model on every database: a revision creates what Hibernate's schema creation does, nothing is found afterwards,
 * and the downgrade leaves nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class MatrixTests {

    private final MatrixTable table = new MatrixTable();

    /** In a short build: every model on embedded products, and two models on each server. */
    Stream<Arguments> cells() {
        return Products.toBeHad(Products.of(Products.all()))
                .flatMap(database -> models(database).map(model -> Arguments.of(model, database)));
    }

    private static Stream<DomainModel> models(TestDatabase database) {
        boolean inProcess = List.of(TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE)
                .contains(database);
        boolean all = inProcess || Boolean.getBoolean("retort.full");
        return all ? Stream.of(DomainModel.values()) : Stream.of(DomainModel.CONTACTS, DomainModel.KITCHEN_SINK);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cells")
    void afterUpgradeNothingIsFound(DomainModel model, TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Bootstrap hibernate = model.on(db)) {
            if (model.hasFurtherSchema() && hasSchemas(database)) {
                db.execute("create schema audit");
            }
            Sandbox sandbox = new Sandbox(db);
            List<String> empty = sandbox.dump().lines();
            List<Operation> operations = sandbox.compare(hibernate.metadata()).operations();
            sandbox.revise(operations);

            Difference again = sandbox.compare(hibernate.metadata());
            table.cell(model, db, operations, again);
            assertThat(again.operations()).extracting(Operation::describe).isEmpty();
            assertThat(again.skipped()).isEmpty();
            assertThat(again.notOurs()).isEmpty();
            assertThat(unnamed(sandbox.dump())).containsExactlyElementsOf(createdByHibernate(model, db));

            sandbox.downgrade();
            assertThat(sandbox.dump().lines()).containsExactlyElementsOf(empty);
        }
    }

    private static List<String> createdByHibernate(DomainModel model, TestDb like) throws SQLException {
        try (TestDb other = like.server().newDatabase();
                Bootstrap hibernate = model.on(other)) {
            HibernateCreate.runInOrderOfRevisions(hibernate.metadata());
            return unnamed(SchemaDump.of(other));
        }
    }

    /** Explicit names of the entities are kept; generated names are ignored. */
    private static List<String> unnamed(SchemaDump dump) {
        return dump.naming(DomainModel.GIVEN).lines();
    }

    private static boolean hasSchemas(TestDatabase database) {
        return !List.of(TestDatabase.MARIADB, TestDatabase.MYSQL, TestDatabase.SQLITE)
                .contains(database);
    }

    @AfterAll
    void print() {
        table.print();
    }
}
