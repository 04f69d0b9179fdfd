package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RunObservationTests {

    private final List<String> seen = new ArrayList<>();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:observed;DB_CLOSE_DELAY=-1",
                    "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history")
            .withBean(ObservationRegistry.class, this::registry);

    private ObservationRegistry registry() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                var parent = context.getParentObservation();
                seen.add(context.getName() + " " + context.getContextualName()
                        + (parent == null
                                ? ""
                                : " in " + parent.getContextView().getName())
                        + (context.getError() == null ? "" : " failed"));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return registry;
    }

    @Test
    void aRunAndEachOfItsStepsAreObservedAndAStartWithNothingToDoIsNot() {
        application.run(context -> assertThat(context).hasNotFailed());
        application.run(context -> assertThat(context).hasNotFailed());

        assertThat(seen)
                .containsExactly(
                        "retort.step 1a2b3c4d5e6f (create product) in retort.run",
                        "retort.step 2b3c4d5e6f7a (name product) in retort.run",
                        "retort.run upgrade database");
    }

    @Test
    void aFailureIsSeenInTheStepAndInTheRun() {
        application
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:failing;INIT=create table if not exists product (id int)")
                .run(context -> assertThat(context).hasFailed());

        assertThat(seen)
                .containsExactly(
                        "retort.step 1a2b3c4d5e6f (create product) in retort.run failed",
                        "retort.run upgrade database failed");
    }
}
