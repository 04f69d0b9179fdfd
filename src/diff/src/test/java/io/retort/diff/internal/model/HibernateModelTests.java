package io.retort.diff.internal.model;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.diff.internal.scratch.Scratch.Failure;
import io.retort.diff.internal.scratch.ScratchSchema;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;

/** The model of the kitchen sink, compared with what Hibernate's DDL creates in the database. */
class HibernateModelTests {

    /** MySQL 8.0.15 parses check constraints and ignores them, so it is not tested. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void theModelHasTheStructureThatHibernateCreates(TestDb db) throws SQLException {
        sameStructure(db, Bootstrap.on(db));
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void namingStrategiesCount(TestDb db) throws SQLException {
        Snapshot declared = sameStructure(
                db,
                Bootstrap.on(db)
                        .with(
                                "hibernate.physical_naming_strategy",
                                PhysicalNamingStrategySnakeCaseImpl.class.getName()));
        assertThat(declared.tables())
                .flatExtracting(
                        table -> table.columns().stream().map(Column::name).toList())
                .contains("wrapped_boolean")
                .doesNotContain("wrappedBoolean", "wrappedboolean");
    }

    private static Snapshot sameStructure(TestDb db, Bootstrap hibernate) throws SQLException {
        Dialect dialect = dialect(db);
        try (Connection connection = db.connect();
                hibernate) {
            Metadata metadata =
                    hibernate.entities(KitchenSink.entities(db.database())).metadata();
            Snapshot declared = HibernateModel.of(metadata, dialect, currentSchema(connection, db))
                    .snapshot();
            Scratch scratch = ComparedProduct.of(dialect)
                    .scratchSchema(dialect)
                    .read(connection, metadata, ComparedProduct.of(dialect).inspector(dialect));
            assertThat(refused(scratch)).isEmpty();
            assertThat(Structure.differences(Structure.kept(declared, db.database()), scratch.snapshot()))
                    .isEmpty();
            return declared;
        }
    }

    private static List<String> refused(Scratch scratch) {
        assertThat(scratch.refused()).isEmpty();
        return scratch.failures().stream().map(Failure::words).toList();
    }

    /** Tool mode binds entities without a connection; the scratch schema must be the same. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theModelIsTheSameWithoutAConnection(TestDb db) throws SQLException {
        List<Class<?>> entities = KitchenSink.entities(db.database());
        try (Connection connection = db.connect();
                Bootstrap online = Bootstrap.on(db).entities(entities);
                Bootstrap offline = offline(connection).entities(entities)) {
            String current = currentSchema(connection, db);
            Metadata metadata = offline.metadata();
            assertThat(HibernateModel.of(metadata, dialect(db), current))
                    .isEqualTo(HibernateModel.of(online.metadata(), dialect(db), current));
            ScratchSchema scratch = ComparedProduct.of(dialect(db)).scratchSchema(dialect(db));
            assertThat(refused(scratch.read(
                            connection,
                            metadata,
                            ComparedProduct.of(dialect(db)).inspector(dialect(db)))))
                    .isEmpty();
        }
    }

    private static Bootstrap offline(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        return Bootstrap.offline(
                about.getDatabaseProductName(), about.getDatabaseMajorVersion(), about.getDatabaseMinorVersion());
    }

    /** PostgreSQL names check constraints itself; the model uses the same names, and so does a revision. */
    @OnDatabases(POSTGRESQL)
    void conditionsAreNamedAsPostgreSqlNamesThem(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            Metadata metadata = hibernate.metadata();
            Snapshot declared =
                    HibernateModel.of(metadata, dialect(db), "public").snapshot();
            Snapshot created = ComparedProduct.of(dialect(db))
                    .scratchSchema(dialect(db))
                    .read(connection, metadata, ComparedProduct.of(dialect(db)).inspector(dialect(db)))
                    .snapshot();
            assertThat(checkNames(declared)).isNotEmpty().isEqualTo(checkNames(created));
        }
    }

    private static List<String> checkNames(Snapshot snapshot) {
        return snapshot.tables().stream()
                .flatMap(table ->
                        table.constraintsOf(Constraint.Check.class).map(check -> table.name() + " " + check.name()))
                .sorted()
                .toList();
    }

    /** A table that replaces a sequence is useless without its first row. */
    @OnDatabases({MYSQL, SQLITE})
    void firstRowsAreTold(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateModel model = HibernateModel.of(hibernate.metadata(), dialect(db), connection.getCatalog());
            assertThat(model.firstRows())
                    .containsEntry(
                            new QualifiedName(null, "number_source"),
                            List.of("insert into number_source ( next_val ) values ( 7 )"))
                    .containsKey(new QualifiedName(null, "counters"));
            assertThat(model.snapshot().sequences()).isEmpty();
        }
    }

    @OnDatabases(POSTGRESQL)
    void aSchemaThatIsTheConnectionsOwnIsLeftOut(TestDb db) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateModel inAudit = HibernateModel.of(hibernate.metadata(), dialect(db), "audit");
            HibernateModel inPublic = HibernateModel.of(hibernate.metadata(), dialect(db), "public");
            assertThat(inAudit.furtherSchemas()).isEmpty();
            assertThat(inAudit.snapshot().table(new QualifiedName(null, "event")))
                    .isPresent();
            assertThat(inPublic.furtherSchemas()).containsExactly("audit");
            assertThat(inPublic.snapshot().table(new QualifiedName("audit", "event")))
                    .isPresent();
        }
    }

    /** Types that are not portable are counted: each exists on one product only. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void nearlyAllTypesArePortable(TestDb db) throws SQLException {
        Map<TestDatabase, List<String>> expected =
                Map.of(POSTGRESQL, List.of("mood", "tsvector", "varchar(255) array[5]"));
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            Snapshot declared = HibernateModel.of(hibernate.metadata(), dialect(db), currentSchema(connection, db))
                    .snapshot();
            List<String> others = declared.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .map(Column::type)
                    .filter(type -> type.kind() == SqlType.Kind.OTHER)
                    .map(SqlType::toString)
                    .sorted()
                    .toList();
            assertThat(others).isEqualTo(expected.getOrDefault(db.database(), List.of()));
        }
    }

    /** A second read returns the same snapshot, although Hibernate's exporters change the metadata. */
    @OnDatabases(H2)
    void readingTwiceGivesTheSame(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            Metadata metadata = hibernate.metadata();
            HibernateModel first = HibernateModel.of(metadata, dialect(db), connection.getSchema());
            ComparedProduct.of(dialect(db))
                    .scratchSchema(dialect(db))
                    .read(connection, metadata, ComparedProduct.of(dialect(db)).inspector(dialect(db)));
            assertThat(HibernateModel.of(metadata, dialect(db), connection.getSchema()))
                    .isEqualTo(first);
        }
    }

    private static Dialect dialect(TestDb db) {
        return Dialects.named(db.database().toString());
    }

    private static String currentSchema(Connection connection, TestDb db) throws SQLException {
        return db.database() == MARIADB || db.database() == MYSQL ? connection.getCatalog() : connection.getSchema();
    }
}
