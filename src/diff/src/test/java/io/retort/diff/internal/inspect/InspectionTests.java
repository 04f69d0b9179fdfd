package io.retort.diff.internal.inspect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.diff.internal.product.ComparedProduct;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The behaviour of an inspection on the connection of its caller. */
class InspectionTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anEmptySchemaIsAnEmptySnapshot(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            assertThat(inspect(db, connection)).isEqualTo(Snapshot.EMPTY);
        }
    }

    @OnDatabases(POSTGRESQL)
    void uncommittedDdlIsSeenAndTheTransactionLeftAsFound(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema area");
            statement.execute("set local search_path = area, public");
            statement.execute("create table kept (id bigint primary key)");
            assertThat(inspect(db, connection).table(QualifiedName.parse("kept")))
                    .isPresent();
            assertThat(db.query("select count(*) from pg_namespace where nspname = 'area'"))
                    .as("what other connections see")
                    .containsExactly("0");
            assertThat(value(statement, "show search_path")).isEqualTo("area, public");
            connection.rollback();
            assertThat(inspect(db, connection)).isEqualTo(Snapshot.EMPTY);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void rowsThatAreNotCommittedStayUncommitted(TestDb db) throws SQLException {
        db.execute("create table kept (id bigint primary key)");
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into kept values (1)");
            inspect(db, connection);
            connection.rollback();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(value(statement, "select count(*) from kept")).isEqualTo("0");
        }
    }

    /** The catalog of SQLite is a single table. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void everyBrokenCatalogQueryFailsTheInspectionWithASentence(TestDb db) throws SQLException {
        create(db, 0, 2);
        int all = statements(db);
        for (int number = 1; number <= all; number++) {
            try (Connection connection = new BrokenQuery(number).on(db.connect())) {
                assertThatExceptionOfType(RetortException.class)
                        .as("query %d of %d", number, all)
                        .isThrownBy(() -> inspect(db, connection))
                        .satisfies(e -> {
                            assertThat(e.what())
                                    .startsWith("Cannot read the ")
                                    .doesNotStartWith("Cannot read the schema ")
                                    .containsIgnoringCase("no_such_view");
                            assertThat(e.action()).contains("The query was:");
                        });
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theNumberOfStatementsDoesNotGrowWithTheNumberOfTables(TestDb db) throws SQLException {
        create(db, 0, 5);
        int few = statements(db);
        create(db, 5, 60);
        int many = statements(db);
        System.out.println("[inspect] " + db.database() + ": " + few + " statements for 5 tables, " + many + " for 60");
        assertThat(many).isEqualTo(few);
    }

    /** H2 shows a renamed key column with its old name, even if another column has that name now. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void keysKnowTheirColumnsWhenTheOldNamesAreTaken(TestDb db) throws SQLException {
        boolean alters = db.database() == H2 || db.database() == HSQLDB;
        String rename =
                alters ? "alter table %s alter column %s rename to %s" : "alter table %s rename column %s to %s";
        db.execute(
                "create table box (id int not null, code int, primary key (id), constraint uq_code unique (code))",
                "create table item (box int, constraint fk_box foreign key (box) references box (id))",
                rename.formatted("box", "id", "box_no"),
                rename.formatted("box", "code", "label"),
                rename.formatted("item", "box", "parent"),
                "alter table box add column id int",
                "alter table box add column code int",
                "alter table item add column box int");
        try (Connection connection = db.connect()) {
            Snapshot read = inspect(db, connection);
            Table box = read.table(QualifiedName.parse("box")).orElseThrow();
            Table item = read.table(QualifiedName.parse("item")).orElseThrow();
            assertThat(box.constraintsOf(Constraint.PrimaryKey.class))
                    .flatExtracting(Constraint.PrimaryKey::columns)
                    .containsExactly("box_no");
            assertThat(box.constraintsOf(Constraint.Unique.class))
                    .flatExtracting(Constraint.Unique::columns)
                    .containsExactly("label");
            assertThat(item.constraintsOf(Constraint.ForeignKey.class))
                    .singleElement()
                    .satisfies(key -> {
                        assertThat(key.columns()).containsExactly("parent");
                        assertThat(key.referencedColumns()).containsExactly("box_no");
                    });
        }
    }

    @OnDatabases(POSTGRESQL)
    void whatBelongsToAnExtensionIsNotRead(TestDb db) throws SQLException {
        db.execute(
                "create table ours (id bigint)",
                "create table theirs (id bigint)",
                "create sequence their_seq",
                "create extension citext",
                "alter extension citext add table theirs",
                "alter extension citext add sequence their_seq");
        try (Connection connection = db.connect()) {
            Snapshot snapshot = inspect(db, connection);
            assertThat(snapshot.tables()).extracting(t -> t.name().name()).containsExactly("ours");
            assertThat(snapshot.sequences()).isEmpty();
        }
    }

    @OnDatabases(H2)
    void loggersOfSchemaCrawlerAreAsTheyWere(TestDb db) throws SQLException {
        Logger logger = Logger.getLogger("schemacrawler");
        try (Connection connection = db.connect()) {
            inspect(db, connection);
            assertThat(logger.getLevel()).isNull();
            assertThat(System.getProperty("SC_WITHOUT_DATABASE_PLUGIN")).isNull();
        }
    }

    @Test
    void aProductWithoutAnInspectorIsToldSo() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> ComparedProduct.of(Dialects.named("sqlserver")))
                .withMessageContaining("sqlserver")
                .withMessageContaining("revision --empty");
    }

    private static Snapshot inspect(TestDb db, Connection connection) {
        return InspectedProducts.inspector(db.database()).inspect(connection, Scope.CURRENT);
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void create(TestDb db, int from, int to) throws SQLException {
        db.execute(IntStream.range(from, to)
                .boxed()
                .flatMap(InspectionTests::table)
                .toArray(String[]::new));
    }

    private static Stream<String> table(int i) {
        String reference =
                i == 0 ? "" : ", constraint fk_" + i + " foreign key (other) references t_" + (i - 1) + " (id)";
        return Stream.of(
                "create table t_" + i + " (id bigint not null, other bigint, name varchar(40), primary key (id),"
                        + " constraint uk_" + i + " unique (name)" + reference + ")",
                "create index ix_" + i + " on t_" + i + " (name, other)");
    }

    private static int statements(TestDb db) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = db.connect()) {
            assertThat(inspect(db, counted(connection, count)).tables()).isNotEmpty();
        }
        return count.get();
    }

    private static Connection counted(Connection connection, AtomicInteger count) {
        return (Connection) Proxy.newProxyInstance(
                InspectionTests.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, method, arguments) -> {
                    count.addAndGet(method.getName().matches("createStatement|prepareStatement") ? 1 : 0);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
