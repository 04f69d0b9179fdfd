package io.retort.diff.internal.model;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import io.retort.operation.Statement.Sql;
import io.retort.schema.Snapshot;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.boot.Metadata;

/**
 * The central property of the pipeline, on the kitchen sink: nothing is found in a database that matches the entities.
 */
class NothingIsFoundTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void afterHibernatesOwnCreate(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateCreate.run(hibernate.metadata());
            nothingIsFound(compare(connection, hibernate.metadata(), db.database()));
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void afterTheOperationsThatWereFound(TestDb db) throws SQLException {
        if (db.database() == POSTGRESQL || db.database() == H2 || db.database() == HSQLDB) {
            db.execute("create schema audit");
        }
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            Metadata metadata = hibernate.metadata();
            Comparison first = compare(connection, metadata, db.database());
            assertThat(first.operations()).hasSizeGreaterThan(40);
            db.execute(statements(first.operations(), dialect(db.database())));
            nothingIsFound(compare(connection, metadata, db.database()));
        }
    }

    /** In a database that differs, exactly the difference is found. */
    @OnDatabases({POSTGRESQL, H2})
    void whatIsMissingIsFoundAndNothingElse(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateCreate.run(hibernate.metadata());
            db.execute("drop index ix_ruled_low", "alter table ruled drop constraint ck_ruled_order");
            assertThat(compare(connection, hibernate.metadata(), db.database()).operations())
                    .extracting(Operation::describe)
                    .hasSize(2)
                    .anyMatch(line -> line.contains("ix_ruled_low"))
                    .anyMatch(line -> line.contains("ck_ruled_order"));
        }
    }

    private static void nothingIsFound(Comparison comparison) {
        assertThat(comparison.operations()).extracting(Operation::describe).isEmpty();
        assertThat(comparison.skipped()).isEmpty();
        assertThat(comparison.notOurs()).isEmpty();
    }

    private static Comparison compare(Connection connection, Metadata metadata, TestDatabase database)
            throws SQLException {
        Dialect dialect = dialect(database);
        Inspector inspector = ComparedProduct.of(dialect).inspector(dialect);
        boolean catalogs = database == MARIADB || database == MYSQL;
        String current = catalogs ? connection.getCatalog() : connection.getSchema();
        HibernateModel model = HibernateModel.of(metadata, dialect, current);
        Snapshot live = inspector.inspect(connection, new Scope(model.furtherSchemas()));
        Comparison found = Differ.compare(new ComparisonContext(
                live,
                ComparedProduct.of(dialect)
                        .scratchSchema(dialect)
                        .read(connection, metadata, inspector)
                        .snapshot(),
                model.snapshot(),
                name -> true));
        return new Comparison(
                new TableRebuilds(dialect::needsRebuild).in(found.operations(), live),
                found.skipped(),
                found.kept(),
                found.notOurs());
    }

    private static String[] statements(List<Operation> operations, Dialect dialect) {
        return operations.stream()
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .map(statement -> ((Sql) statement).text())
                .toArray(String[]::new);
    }

    private static Dialect dialect(TestDatabase database) {
        return Dialects.named(database.toString());
    }
}
