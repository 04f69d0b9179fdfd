package io.retort.diff.internal.scratch;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.HibernateCreate;
import io.retort.diff.models.kitchensink.KitchenSink;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.hibernate.annotations.Comment;

/** Everything that Hibernate creates, created in a scratch schema. */
class ScratchSchemaTests {

    @SuppressWarnings("deprecation") // applications still use it
    @Entity(name = "Sound")
    static class Sound {
        @Id
        Long id;

        @Comment("it's loud")
        String name;
    }

    @Entity(name = "Broken")
    static class Broken {
        @Id
        Long id;

        @Column(columnDefinition = "no_such_type")
        String column;
    }

    /** The central property of autogenerate: a database that Hibernate has just created shows no difference. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDatabaseThatHibernateHasCreatedReadsAsTheScratchSchema(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            HibernateCreate.run(hibernate.metadata());
            Scratch scratch = scratch(db).read(connection, hibernate.metadata(), inspector(db));
            Snapshot live = inspector(db).inspect(connection, scope(db));
            onlyCommentsAreRefused(scratch, db);
            assertThat(withoutGivenNames(scratch.snapshot()).tables())
                    .containsExactlyElementsOf(withoutGivenNames(live).tables());
            assertThat(withoutGivenNames(scratch.snapshot())).isEqualTo(withoutGivenNames(live));
        }
    }

    /** The comments of the kitchen sink, on a product without comments. */
    private static void onlyCommentsAreRefused(Scratch scratch, TestDb db) {
        assertThat(scratch.failures()).isEmpty();
        assertThat(scratch.refused()).isEmpty();
        assertThat(scratch.leftOut())
                .isEqualTo(
                        db.database() == SQLITE
                                ? List.of("comments: the product has no comments, so 2 are left out")
                                : List.of());
    }

    private static Scope scope(TestDb db) {
        return List.of(POSTGRESQL, H2, HSQLDB).contains(db.database()) ? new Scope(List.of("audit")) : Scope.CURRENT;
    }

    /** H2 numbers unnamed constraints. */
    private static Snapshot withoutGivenNames(Snapshot snapshot) {
        return snapshot.mapTables(table -> table.withConstraints(table.constraints().stream()
                .map(ScratchSchemaTests::withoutGivenName)
                .sorted(Comparator.comparing(Constraint::toString))
                .toList()));
    }

    private static Constraint withoutGivenName(Constraint constraint) {
        String name = constraint.name();
        return name != null && name.matches("(constraint_[0-9a-f]+|sys_ct_\\d+)(_\\d+)?")
                ? constraint.named("given")
                : constraint;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void nothingIsLeft(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(KitchenSink.entities(db.database()))) {
            String before = state(connection);
            onlyCommentsAreRefused(scratch(db).read(connection, hibernate.metadata(), inspector(db)), db);
            assertThat(state(connection)).isEqualTo(before);
            assertThat(inspector(db).inspect(connection, scope(db))).isEqualTo(Snapshot.EMPTY);
            assertThat(db.query(
                            db.database() == SQLITE
                                    ? "select name from pragma_database_list where name <> 'main'"
                                    : "select schema_name from information_schema.schemata"
                                            + " where lower(schema_name) like 'retort_scratch%'"))
                    .isEmpty();
        }
    }

    private static String state(Connection connection) throws SQLException {
        String more = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? ScratchStatements.value(connection, "show search_path")
                : "";
        return connection.getAutoCommit() + " " + connection.getCatalog() + " " + connection.getSchema() + " " + more;
    }

    @OnDatabases(POSTGRESQL)
    void anOpenTransactionGoesOn(TestDb db) throws SQLException {
        db.execute("create table mine (id integer)");
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(Sound.class)) {
            connection.setAutoCommit(false);
            ScratchStatements.execute(connection, "insert into mine values (1)");
            scratch(db).read(connection, hibernate.metadata(), inspector(db));
            connection.commit();
            assertThat(connection.getAutoCommit()).isFalse();
        }
        assertThat(db.query("select id from mine")).containsExactly("1");
        assertThat(db.query("select count(*) from pg_namespace where nspname like 'retort%'"))
                .containsExactly("0");
    }

    /** SQLite accepts any word as a type. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void whatHibernateCannotCreateIsToldAndTheRestIsRead(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(Broken.class, Sound.class)) {
            Scratch scratch = scratch(db).read(connection, hibernate.metadata(), inspector(db));
            assertThat(scratch.failures()).isEmpty();
            assertThat(scratch.refused()).singleElement().satisfies(table -> {
                assertThat(table.statement()).startsWith("create table Broken").contains("no_such_type");
                assertThat(table.words()).isNotBlank();
                assertThat(table.describeParts())
                        .singleElement()
                        .asString()
                        .containsIgnoringCase("column")
                        .contains("no_such_type", table.words().substring(0, 10));
            });
            assertThat(scratch.snapshot().tables())
                    .extracting(table -> table.name().name().toLowerCase(Locale.ROOT)
                            + table.columns().size())
                    .containsExactly("broken1", "sound2");
        }
    }

    /** Hibernate does not escape an apostrophe, so its statement fails. SQLite has no comments. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void aCommentMayHaveAnApostrophe(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(Sound.class)) {
            Scratch scratch = scratch(db).read(connection, hibernate.metadata(), inspector(db));
            assertThat(scratch.failures()).isEmpty();
            assertThat(scratch.snapshot().tables())
                    .flatExtracting(Table::columns)
                    .extracting(io.retort.schema.Column::name, io.retort.schema.Column::comment)
                    .contains(tuple("name", "it's loud"));
        }
    }

    /** Both databases contain tables of the same name; the live ones are not read. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void liveTablesOfTheSameNameAreNotMistaken(TestDb db) throws SQLException {
        String table = db.database() == MARIADB || db.database() == SQLITE ? "Sound" : "sound";
        db.execute("create table " + table + " (other integer)");
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(Sound.class)) {
            Scratch scratch = scratch(db).read(connection, hibernate.metadata(), inspector(db));
            assertThat(scratch.snapshot()
                            .table(new QualifiedName(null, table))
                            .orElseThrow()
                            .columns())
                    .extracting(io.retort.schema.Column::name)
                    .containsExactly("id", "name");
        }
        assertThat(db.query("select other from " + table)).isEmpty();
    }

    @OnDatabases(H2)
    void anH2DatabaseOfAnotherModeIsSpelledInItsOwnWay(TestDb db) throws SQLException {
        String url = db.url().replace(";DB_CLOSE_DELAY=-1", "_mode") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url);
                Bootstrap hibernate = Bootstrap.on(db).entities(Sound.class)) {
            Scratch scratch = scratch(db).read(connection, hibernate.metadata(), inspector(db));
            assertThat(scratch.failures()).isEmpty();
            assertThat(scratch.snapshot().tables())
                    .extracting(found -> found.name().name())
                    .containsExactly("\"sound\"");
        }
    }

    @OnDatabases(POSTGRESQL)
    void aMissingRightIsNamedOnPostgreSql(TestDb db) throws SQLException {
        String role = "role_" + System.nanoTime();
        db.execute("create role " + role + " login password 'none'");
        try (Connection connection = db.connect();
                Bootstrap hibernate = Bootstrap.on(db).entities(Sound.class)) {
            ScratchStatements.execute(connection, "set session authorization " + role);
            assertThatThrownBy(() -> scratch(db).read(connection, hibernate.metadata(), inspector(db)))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("has no privilege to create schemas in database")
                    .hasMessageContaining("grant create on database");
            ScratchStatements.execute(connection, "reset session authorization");
        }
        db.execute("drop role " + role);
    }

    @OnDatabases({MARIADB, MYSQL})
    void aMissingRightIsNamedOnMySqlAndTheCureCures(TestDb db) throws SQLException {
        String user = "u" + System.nanoTime() % 1_000_000_000;
        db.execute(
                "create user '" + user + "'@'%' identified by 'secret'",
                "grant all on `" + databaseOf(db) + "`.* to '" + user + "'@'%'");
        try (Connection connection = login(db, user);
                Bootstrap hibernate = Bootstrap.on(db).entities(Sound.class)) {
            RetortException refused = catchThrowableOfType(
                    RetortException.class, () -> scratch(db).read(connection, hibernate.metadata(), inspector(db)));
            assertThat(refused.what())
                    .contains("has no privilege to create databases")
                    .contains(user);
            db.execute(refused.action().substring(refused.action().indexOf("grant all")));
            assertThat(scratch(db)
                            .read(connection, hibernate.metadata(), inspector(db))
                            .failures())
                    .isEmpty();
        } finally {
            db.execute("drop user '" + user + "'@'%'");
        }
    }

    private static Connection login(TestDb db, String user) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", "secret");
        properties.put("allowPublicKeyRetrieval", "true");
        return DriverManager.getConnection(db.url(), properties);
    }

    private static String databaseOf(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            return connection.getCatalog();
        }
    }

    private static Dialect dialect(TestDb db) {
        return Dialects.named(db.database().toString());
    }

    private static ScratchSchema scratch(TestDb db) {
        return ComparedProduct.of(dialect(db)).scratchSchema(dialect(db));
    }

    private static Inspector inspector(TestDb db) {
        return ComparedProduct.of(dialect(db)).inspector(dialect(db));
    }
}
