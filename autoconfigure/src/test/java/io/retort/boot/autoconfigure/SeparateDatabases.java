package io.retort.boot.autoconfigure;

import io.retort.testkit.DatabaseServer;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Databases of one server, one for each tenant.
 *
 * @param databases the databases by the names of the tenants, in order
 */
record SeparateDatabases(Map<String, TestDb> databases) implements AutoCloseable {

    /** Names that need quotes, escapes or care in one of the places where a name is printed or typed. */
    private static final List<String> ODD = List.of("shop$eu", "o'neil", "with space", "\"quoted\"", "Größe", "a,b");

    /** Creates databases for tenants, the first of which have odd names. */
    static SeparateDatabases on(DatabaseServer server, int count) {
        Map<String, TestDb> databases = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            databases.put(i < ODD.size() ? ODD.get(i) : "tenant " + i, server.newDatabase());
        }
        return new SeparateDatabases(databases);
    }

    List<String> names() {
        return List.copyOf(databases.keySet());
    }

    TestDb of(int number) {
        return List.copyOf(databases.values()).get(number);
    }

    /** Returns an application with these tenants, whose data sources open physical connections. */
    ApplicationContextRunner application() {
        return application(dataSources());
    }

    Map<String, DataSource> dataSources() {
        Map<String, DataSource> sources = new LinkedHashMap<>();
        databases.forEach((name, db) -> sources.put(name, db.dataSource()));
        return sources;
    }

    /** The application also has a usual data source, which is not that of a tenant. */
    static ApplicationContextRunner application(Map<String, DataSource> sources) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withBean("directory", DataSource.class, Unusable::new)
                .withBean(TenantDatabases.class, () -> () -> sources)
                .withPropertyValues("retort.locations=classpath:units/billing");
    }

    /** Returns the applied revisions of each tenant, separated by commas; empty if there are none. */
    List<String> places() throws SQLException {
        List<String> places = new ArrayList<>();
        for (TestDb db : databases.values()) {
            places.add(
                    hasHistory(db)
                            ? String.join(
                                    ",", db.query("select id from retort_revision where state = 'applied' order by id"))
                            : "");
        }
        return places;
    }

    private static boolean hasHistory(TestDb db) throws SQLException {
        try (Connection connection = db.connect();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase("retort_revision")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        databases.values().forEach(TestDb::close);
    }

    /** The data source of no tenant. Retort must not use it. */
    private static final class Unusable extends AbstractDataSource {

        @Override
        public Connection getConnection() {
            throw new IllegalStateException("this is the database of no tenant");
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }
    }
}
