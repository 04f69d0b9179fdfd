package io.retort.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.retort.Retort;
import io.retort.test.shop.ShopApplication;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tests histories like the tests of an application. */
@Tag("long")
class RetortTestTests {

    @Test
    void aSoundHistoryPassesEveryCheck() {
        assertThat(failures(Sound.class)).isEmpty();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sound.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(6).succeeded(6));
    }

    @Test
    void aWayBackThatLeavesSomethingIsFoundAndSoIsAColumnWithoutField() {
        assertThat(failures(Leaky.class))
                .containsOnlyKeys("every step up down up", "model equals schema", "downgrade leaves no trace")
                .hasEntrySatisfying(
                        "every step up down up", said -> assertThat(said).contains("a3000000 (leak)", "surplus"))
                .hasEntrySatisfying(
                        "model equals schema", said -> assertThat(said).contains("surplus", "mvn migrate:revision"))
                .hasEntrySatisfying(
                        "downgrade leaves no trace", said -> assertThat(said).contains("leaked"));
    }

    @Test
    void aWrongDeclarationIsFound() {
        assertThat(failures(WronglyDeclared.class))
                .containsOnlyKeys("history equals schema")
                .hasEntrySatisfying(
                        "history equals schema",
                        said -> assertThat(said).contains("a4000000 (declare)", "+ column", "declared_twin"));
    }

    @Test
    void twoHeadsAreFound() {
        assertThat(failures(Forked.class))
                .containsKey("single head")
                .doesNotContainKeys("upgrade from base", "every step up down up", "downgrade leaves no trace");
    }

    @Test
    void aDatabaseThatSomebodyMayWantToKeepIsRefused() {
        assertThat(failures(Kept.class))
                .hasSize(1)
                .hasEntrySatisfying("single head", said -> assertThat(said).contains("retort.test.throwaway=true"));
    }

    static Map<String, String> failures(Class<?> test) {
        Map<String, String> failures = new TreeMap<>();
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute().testEvents().failed().stream()
                .forEach(event -> failures.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .toString()));
        return failures;
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {"retort.locations=classpath:sound", "spring.datasource.generate-unique-name=true"})
    static class Sound {

        @RetortTest
        void theHistoryIsSound(@Autowired Retort retort) {
            assertThat(retort.status().upToDate()).isTrue();
        }
    }

    @DataJpaTest(properties = "retort.locations=classpath:sound,classpath:leaky")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @ContextConfiguration(classes = ShopApplication.class)
    static class Leaky {

        @RetortTest
        void theHistoryIsSound() {}
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {
                "retort.locations=classpath:sound,classpath:wronglydeclared",
                "spring.datasource.generate-unique-name=true"
            })
    static class WronglyDeclared {

        @RetortTest({HistoryCheck.HISTORY_EQUALS_SCHEMA, HistoryCheck.UPGRADE_FROM_BASE})
        void theHistoryIsSound() {}
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {
                "retort.locations=classpath:sound,classpath:forked",
                "retort.target=heads",
                "spring.datasource.generate-unique-name=true"
            })
    static class Forked {

        @RetortTest({
            HistoryCheck.SINGLE_HEAD,
            HistoryCheck.UPGRADE_FROM_BASE,
            HistoryCheck.EVERY_STEP_UP_DOWN_UP,
            HistoryCheck.DOWNGRADE_LEAVES_NO_TRACE
        })
        void theHistoryIsSound() {}
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {
                "retort.locations=classpath:sound",
                "spring.datasource.url=jdbc:h2:file:./target/kept-${random.uuid};DB_CLOSE_DELAY=0"
            })
    static class Kept {

        @RetortTest(HistoryCheck.SINGLE_HEAD)
        void theHistoryIsSound() {}
    }
}
