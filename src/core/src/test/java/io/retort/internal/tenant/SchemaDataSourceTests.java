package io.retort.internal.tenant;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.error.RetortException;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaDataSourceTests {

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void tablesAreMadeInTheSchemaAndTheConnectionGoesBackAsItCame(TestDb db) throws SQLException {
        String schema = "retort_tenant_one";
        db.execute("create schema " + schema);
        try (Connection only = db.connect()) {
            String before = place(only);
            String stored = SchemaNames.of(only).meant(List.of(schema)).get(0);
            SchemaDataSource tenant = new SchemaDataSource(kept(only), () -> stored);

            try (Connection connection = tenant.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(place(connection)).isEqualTo(stored);
                statement.execute("create table only_here (id bigint)");
            }

            assertThat(place(only)).isEqualTo(before);
            assertThat(db.query("select count(*) from " + schema + ".only_here"))
                    .containsExactly("0");
        } finally {
            db.execute("drop schema " + schema + (db.database() == MARIADB ? "" : " cascade"));
        }
    }

    @OnDatabases(POSTGRESQL)
    void aWholePathIsPutBack(TestDb db) throws SQLException {
        db.execute("create schema one", "create schema \"Two, too\"");
        try (Connection only = db.connect();
                Statement statement = only.createStatement()) {
            statement.execute("set search_path to \"$user\", \"Two, too\", public");
            only.setAutoCommit(false);

            try (Connection connection = new SchemaDataSource(kept(only), () -> "one").getConnection()) {
                assertThat(path(connection)).isEqualTo("one");
                connection.rollback();
                assertThat(path(connection)).isEqualTo("one");
            }

            assertThat(path(only)).isEqualTo("\"$user\", \"Two, too\", public");
            assertThat(only.getAutoCommit()).isFalse();
        }
    }

    @OnDatabases(POSTGRESQL)
    void aConnectionThatCannotBePutBackIsBroken(TestDb db) throws SQLException {
        db.execute("create schema one");
        Connection only = db.connect();
        DataSource stubborn = source(refusingToPrepare(only));

        new SchemaDataSource(stubborn, () -> "one").getConnection().close();

        assertThat(only.isClosed()).isTrue();
    }

    @OnDatabases(SQLITE)
    void aProductWithoutSchemasIsRefusedInWords(TestDb db) {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> new SchemaDataSource(db.dataSource(), () -> "one").getConnection())
                .withMessageContainingAll(
                        "does not work on SQLite",
                        "H2, MariaDB, MySQL, PostgreSQL",
                        "database of its own in the option `tenants`");
    }

    @Test
    void namesAreTakenAsTheDatabaseHasThem() {
        SchemaNames schemas = new SchemaNames(Set.of("TENANT_A", "both", "BOTH", "c"));

        assertThat(schemas.meant(List.of("tenant_a", "c", "Both", "both", "gone", "c")))
                .containsExactly("TENANT_A", "c", "Both", "both", "gone");
    }

    private static String place(Connection connection) throws SQLException {
        return connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
    }

    private static String path(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show search_path")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A pool of one connection: closing returns it. */
    private static DataSource kept(Connection only) {
        return source(proxy(only, "close"));
    }

    private static Connection refusingToPrepare(Connection only) {
        return proxy(only, "prepareStatement");
    }

    private static Connection proxy(Connection only, String special) {
        return (Connection) Proxy.newProxyInstance(
                SchemaDataSourceTests.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, given) -> {
                    if (!method.getName().equals(special)) {
                        return method.invoke(only, given);
                    }
                    if (special.equals("close")) {
                        return null;
                    }
                    throw new SQLException("no");
                });
    }

    private static DataSource source(Connection only) {
        return (DataSource) Proxy.newProxyInstance(
                SchemaDataSourceTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, given) -> only);
    }
}
