package io.retort.test;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.retort.test.shop.ShopApplication;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import org.junit.jupiter.api.AfterEach;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** The checks on servers, reached as an application's own test would reach one. */
class OnServersTests {

    @AfterEach
    void forget() {
        System.clearProperty("shop.url");
        System.clearProperty("shop.user");
        System.clearProperty("shop.password");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aSoundHistoryPassesEveryCheck(TestDb db) {
        System.setProperty("shop.url", db.url());
        System.setProperty("shop.user", db.user());
        System.setProperty("shop.password", db.password());

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OnServer.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(5).succeeded(5));
    }

    @DirtiesContext
    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {
                "retort.locations=io.retort.test.revisions",
                "retort.test.throwaway=true",
                "spring.datasource.url=${shop.url}",
                "spring.datasource.username=${shop.user}",
                "spring.datasource.password=${shop.password}"
            })
    static class OnServer {

        @RetortTest
        void theHistoryIsSound() {}
    }
}
