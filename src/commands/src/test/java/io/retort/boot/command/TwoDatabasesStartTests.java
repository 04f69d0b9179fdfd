package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.unit.app.TwoDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real start, in which Hibernate validates both schemas. Each must be upgraded before its entity manager factory is
 * created.
 */
class TwoDatabasesStartTests {

    @Test
    void bothDatabasesAreUpgradedBeforeTheirEntityManagerFactories() throws SQLException {
        try (TestDb shop = TestDatabase.H2.server().newDatabase();
                TestDb billing = TestDatabase.POSTGRESQL.server().newDatabase()) {
            start(shop, billing).close();
            try (ConfigurableApplicationContext again = start(shop, billing)) {
                assertThat(again.getBeansOfType(EntityManagerFactory.class)).hasSize(2);
            }

            assertThat(shop.query("select id from retort_revision")).containsExactly("a1000000");
            assertThat(billing.query("select id from retort_revision order by id"))
                    .containsExactly("b1000000", "b2000000");
        }
    }

    private static ConfigurableApplicationContext start(TestDb shop, TestDb billing) {
        return new SpringApplicationBuilder(TwoDatabases.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--shop.url=" + shop.url(),
                        "--shop.user=" + shop.user(),
                        "--billing.url=" + billing.url(),
                        "--billing.user=" + billing.user(),
                        "--retort.units.shop.data-source=shopDataSource",
                        "--retort.units.shop.locations=classpath:units/shop",
                        "--retort.units.billing.data-source=billingDataSource",
                        "--retort.units.billing.locations=classpath:units/billing");
    }
}
