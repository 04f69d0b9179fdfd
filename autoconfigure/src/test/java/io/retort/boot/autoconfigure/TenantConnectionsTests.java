package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** The connections to the databases of tenants: how many, whose settings, and by which of the application's beans. */
class TenantConnectionsTests {

    @Tag("long")
    @OnDatabases({POSTGRESQL, H2})
    void aHundredDatabasesNeedFewConnectionsAndStartNoPool(TestDb db) throws Exception {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 100)) {
            Map<String, DataSource> pools = new LinkedHashMap<>();
            tenants.databases().forEach((name, one) -> pools.put(name, pool(one)));
            AtomicInteger most = new AtomicInteger();
            try (Watch watch = new Watch(db, tenants, most)) {
                SeparateDatabases.application(pools)
                        .run(context -> assertThat(context).hasNotFailed());
                watch.look();
            }

            assertThat(tenants.places()).hasSize(100).containsOnly("b1000000,b2000000");
            assertThat(most.get()).isLessThanOrEqualTo(8);
            assertThat(pools.values())
                    .allSatisfy(pool ->
                            assertThat(((HikariDataSource) pool).isRunning()).isFalse());
            if (db.database() == POSTGRESQL) {
                assertThat(Watch.count(db, tenants)).isZero();
            }
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void everyConnectionIsReturnedAndNeverMoreThanTwoOfATenantAreOpen(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 12)) {
            AtomicInteger all = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Map<String, DataSource> counted = new LinkedHashMap<>();
            tenants.dataSources().forEach((name, source) -> counted.put(name, new Counted(source, all, most)));

            SeparateDatabases.application(counted)
                    .withPropertyValues("retort.tenants.parallelism=3")
                    .run(context -> assertThat(context).hasNotFailed());

            assertThat(all).hasValue(0);
            assertThat(most.get()).isBetween(2, 6);
            assertThat(tenants.places()).containsOnly("b1000000,b2000000");
        }
    }

    @OnDatabases(POSTGRESQL)
    void theSettingsOfAPoolApply(TestDb db) throws SQLException {
        db.execute("create schema billing", "create table setting (name text)");
        HikariDataSource pool = pool(db);
        pool.addDataSourceProperty("ApplicationName", "retort-of-acme");
        pool.setSchema("billing");
        pool.setConnectionInitSql(
                "insert into public.setting values (current_setting('application_name')), (current_schema())");

        SeparateDatabases.application(Map.of("acme", pool))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(db.query("select distinct name from setting order by 1"))
                .containsExactly("billing", "retort-of-acme");
        assertThat(db.query("select id from billing.retort_revision order by id"))
                .containsExactly("b1000000", "b2000000");
    }

    @OnDatabases(POSTGRESQL)
    void retortCanHaveAUserOfItsOwnForAllTenants(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 2)) {
            String role = "owner_" + System.nanoTime();
            db.execute("create role " + role + " login superuser password 'x'");
            Map<String, DataSource> pools = new LinkedHashMap<>();
            tenants.databases().forEach((name, one) -> pools.put(name, pool(one)));

            SeparateDatabases.application(pools)
                    .withPropertyValues("retort.user=" + role, "retort.password=x")
                    .run(context -> assertThat(context).hasNotFailed());

            for (TestDb one : tenants.databases().values()) {
                assertThat(one.query("select distinct tableowner from pg_tables where schemaname = 'public'"))
                        .containsExactly(role);
                one.execute("drop owned by " + role);
            }
            db.execute("drop role " + role);
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void theTargetsOfARoutingDataSourceAreTenants(TestDb db) throws SQLException {
        try (SeparateDatabases tenants = SeparateDatabases.on(db.server(), 3)) {
            Map<Object, Object> targets = new HashMap<>(tenants.dataSources());
            Object late = targets.remove("with space");
            Routing routing = new Routing();
            routing.setTargetDataSources(targets);
            routing.setDefaultTargetDataSource(db.dataSource());
            routing.afterPropertiesSet();

            routed(routing, "routing").run(context -> {
                assertThat(context).hasNotFailed();
                assertThat(tenants.places()).containsExactly("b1000000,b2000000", "b1000000,b2000000", "");
                targets.put("with space", late);
                routing.initialize();

                context.getBean(RetortUnits.class)
                        .named("default")
                        .tenant("with space")
                        .retort()
                        .upgrade("heads");
            });

            assertThat(tenants.places()).containsOnly("b1000000,b2000000");
            assertThat(db.query("select 1 from information_schema.tables where lower(table_name) = 'invoice'"))
                    .isEmpty();
            routed(routing, "lazy")
                    .withBean("lazy", DataSource.class, () -> new LazyConnectionDataSourceProxy(routing))
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    private static ApplicationContextRunner routed(AbstractRoutingDataSource routing, String bean) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withBean("routing", DataSource.class, () -> routing)
                .withPropertyValues("retort.locations=classpath:units/billing", "retort.tenants.bean=" + bean);
    }

    private static HikariDataSource pool(TestDb db) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(db.url());
        pool.setUsername(db.user());
        pool.setPassword(db.password());
        return pool;
    }

    /** No tenant is current where an application starts. */
    private static final class Routing extends AbstractRoutingDataSource {

        @Override
        protected Object determineCurrentLookupKey() {
            return null;
        }
    }

    /** Counts the open connections of several data sources. */
    private static final class Counted extends DelegatingDataSource {

        private final AtomicInteger all;
        private final AtomicInteger most;

        Counted(DataSource target, AtomicInteger all, AtomicInteger most) {
            super(target);
            this.all = all;
            this.most = most;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            most.accumulateAndGet(all.incrementAndGet(), Math::max);
            AtomicInteger open = new AtomicInteger(1);
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    Counted.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            all.addAndGet(-open.getAndSet(0));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    /** Counts the sessions on PostgreSQL, as the server sees them, until it is closed. */
    private static final class Watch implements AutoCloseable {

        private final TestDb db;
        private final SeparateDatabases tenants;
        private final AtomicInteger most;
        private final List<SQLException> failures = new ArrayList<>();
        private final Thread thread = new Thread(this::lookOften);
        private volatile boolean ended;

        Watch(TestDb db, SeparateDatabases tenants, AtomicInteger most) {
            this.db = db;
            this.tenants = tenants;
            this.most = most;
            thread.start();
        }

        private void lookOften() {
            while (!ended && failures.isEmpty()) {
                look();
            }
        }

        void look() {
            try {
                if (db.database() == POSTGRESQL) {
                    most.accumulateAndGet(count(db, tenants), Math::max);
                }
                Thread.sleep(5);
            } catch (SQLException e) {
                failures.add(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        static int count(TestDb db, SeparateDatabases tenants) throws SQLException {
            String names = tenants.databases().values().stream()
                    .map(one -> "'" + one.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "") + "'")
                    .collect(Collectors.joining(","));
            return Integer.parseInt(db.query("select count(*) from pg_stat_activity where datname in (" + names
                            + ") and backend_type = 'client backend'")
                    .get(0));
        }

        @Override
        public void close() throws InterruptedException {
            ended = true;
            thread.join();
            assertThat(failures).isEmpty();
        }
    }
}
