package io.retort.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.retort.Retort;
import io.retort.test.shop.ShopApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The checks on servers, in tests that declare their database disposable. */
class ServersTests {

    @OnDatabases(TestDatabase.POSTGRESQL)
    void aSoundHistoryPassesOnPostgreSql(TestDb there) {
        assertPasses(Postgres.class);
    }

    @OnDatabases(TestDatabase.MARIADB)
    void aSoundHistoryPassesOnMariaDb(TestDb there) {
        assertPasses(Maria.class);
    }

    @OnDatabases(TestDatabase.POSTGRESQL)
    void whatALeakyHistoryLeavesIsFoundOnPostgreSql(TestDb there) {
        assertThat(RetortTestTests.failures(LeakyPostgres.class))
                .containsOnlyKeys("every step up down up", "model equals schema", "downgrade leaves no trace");
    }

    @OnDatabases(TestDatabase.POSTGRESQL)
    void aServerIsRefusedUnlessSomebodySaysThatNobodyKeepsIt(TestDb there) {
        assertThat(RetortTestTests.failures(KeptPostgres.class))
                .hasEntrySatisfying("single head", said -> assertThat(said).contains("retort.test.throwaway=true"));
    }

    /** Five checks, and the data migration. */
    private static void assertPasses(Class<?> test) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(7).succeeded(7));
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {"retort.locations=classpath:sound", "retort.test.throwaway=true"})
    @ContextConfiguration(initializers = OnPostgres.class)
    static class Postgres {

        @RetortTest
        void theHistoryIsSound() {}

        @Test
        void rowsComeAlong(@Autowired DataSource dataSource, @Autowired Retort retort) {
            MigrationRun run = MigrationRun.on(dataSource, retort)
                    .at("a1000000")
                    .sql("insert into customer (id, name) values (?, ?)", 1, "Ada Lovelace")
                    .upgrade("head");
            assertThat(run.rows("select first_name from customer")).containsExactly(Map.of("first_name", "Ada"));
        }
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {"retort.locations=classpath:mariadb", "retort.test.throwaway=true"})
    @ContextConfiguration(initializers = OnMaria.class, inheritInitializers = false)
    static class Maria extends Postgres {}

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {"retort.locations=classpath:sound,classpath:leaky", "retort.test.throwaway=true"})
    @ContextConfiguration(initializers = OnPostgres.class)
    static class LeakyPostgres {

        @RetortTest
        void theHistoryIsSound() {}
    }

    @SpringBootTest(classes = ShopApplication.class, properties = "retort.locations=classpath:sound")
    @ContextConfiguration(initializers = OnPostgres.class)
    static class KeptPostgres {

        @RetortTest(HistoryCheck.SINGLE_HEAD)
        void theHistoryIsSound() {}
    }

    static class OnPostgres extends Fresh {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    static class OnMaria extends Fresh {
        OnMaria() {
            super(TestDatabase.MARIADB);
        }
    }

    /** Gives an application a new database, which is dropped with it. */
    private abstract static class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private final TestDatabase product;

        Fresh(TestDatabase product) {
            this.product = product;
        }

        @Override
        public void initialize(ConfigurableApplicationContext application) {
            TestDb db = product.server().newDatabase();
            TestPropertyValues.of(
                            "spring.datasource.url=" + db.url(),
                            "spring.datasource.username=" + db.user(),
                            "spring.datasource.password=" + db.password(),
                            "spring.datasource.hikari.maximum-pool-size=3")
                    .applyTo(application);
        }
    }
}
