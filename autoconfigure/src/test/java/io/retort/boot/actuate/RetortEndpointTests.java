package io.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class RetortEndpointTests {

    private static final String EXPOSED = "management.endpoints.web.exposure.include=retort";

    private static final String ASKED = "management.health.retort.enabled=true";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    RetortAutoConfiguration.class,
                    RetortEndpointAutoConfiguration.class,
                    RetortHealthAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.generate-unique-name=true",
                    "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history");

    @Test
    void isThereWhenExposed() {
        application
                .withPropertyValues(EXPOSED)
                .run(context -> assertThat(context).hasSingleBean(RetortEndpoint.class));
    }

    @Test
    void staysAwayWhenNobodyAsks() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(RetortEndpoint.class)
                .doesNotHaveBean(RetortHealthIndicator.class));
    }

    @Test
    void staysAwayWithoutActuator() {
        application
                .withPropertyValues(EXPOSED, ASKED)
                .withClassLoader(
                        new FilteredClassLoader("org.springframework.boot.actuate", "org.springframework.boot.health"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(RetortEndpoint.class)
                        .doesNotHaveBean(RetortHealthIndicator.class));
    }

    @Test
    void staysAwayWithoutRetort() {
        application
                .withPropertyValues(EXPOSED, ASKED, "retort.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(RetortEndpoint.class)
                        .doesNotHaveBean(RetortHealthIndicator.class));
    }

    @Test
    void saysWhereTheDatabaseIs() {
        application.withPropertyValues(EXPOSED, "retort.target=1a2b3c4d5e6f").run(context -> {
            UnitDescription unit = unit(context.getBean(RetortEndpoint.class), context.getId());
            assertThat(unit.database()).startsWith("H2 ");
            assertThat(unit.current()).containsExactly("1a2b3c4d5e6f");
            assertThat(unit.heads()).containsExactly("2b3c4d5e6f7a");
            assertThat(unit.pending()).containsExactly("2b3c4d5e6f7a");
            assertThat(unit.history())
                    .extracting(UnitDescription.Entry::id, UnitDescription.Entry::state)
                    .containsExactly(
                            tuple("1a2b3c4d5e6f", UnitDescription.State.APPLIED),
                            tuple("2b3c4d5e6f7a", UnitDescription.State.PENDING));
            assertThat(unit.history().get(0).appliedAt()).isNotNull();
            assertThat(unit.history().get(1).appliedAt()).isNull();
        });
    }

    @Test
    void showsTheProgressOfABackfill() {
        application.withPropertyValues(EXPOSED, "retort.target=1a2b3c4d5e6f").run(context -> {
            new JdbcTemplate(context.getBean(DataSource.class))
                    .update(
                            "update retort_revision set state = 'upgrading', in_flight = 'backfill statement=00"
                                    + " table=customer read=84000 filled=12 of=310000 left=27 after=n84120' where id = '1a2b3c4d5e6f'");
            UnitDescription unit = unit(context.getBean(RetortEndpoint.class), context.getId());
            assertThat(unit.history())
                    .extracting(UnitDescription.Entry::backfill)
                    .containsExactly(new UnitDescription.Backfill("customer", 84_000, 12, 310_000L, 27L, null), null);
        });
    }

    @Test
    void showsAPausedBackfillOfAnAppliedRevision() {
        application.withPropertyValues(EXPOSED, "retort.target=1a2b3c4d5e6f").run(context -> {
            new JdbcTemplate(context.getBean(DataSource.class))
                    .update("update retort_revision set paused = 'by alice', in_flight = 'backfill statement=00"
                            + " table=customer read=84000 filled=12 after=n84120' where id = '1a2b3c4d5e6f'");
            UnitDescription unit = unit(context.getBean(RetortEndpoint.class), context.getId());
            assertThat(unit.history().get(0).state()).isEqualTo(UnitDescription.State.APPLIED);
            assertThat(unit.history())
                    .extracting(UnitDescription.Entry::backfill)
                    .containsExactly(
                            new UnitDescription.Backfill("customer", 84_000, 12, null, null, "by alice"), null);
        });
    }

    @Test
    void saysWhyItCannotSayWhereTheDatabaseIs() {
        application.withPropertyValues(EXPOSED, ASKED).run(context -> {
            forgetNothingButAddAStranger(context.getBean(DataSource.class));
            UnitDescription unit = unit(context.getBean(RetortEndpoint.class), context.getId());
            assertThat(unit.problem()).contains("not found in the application's history", "ffff00000000");
            assertThat(unit.current()).contains("ffff00000000");
            assertThat(unit.pending()).containsExactly("2b3c4d5e6f7a");
            assertThat(unit.history()).hasSize(2);
            assertThat(UnitState.of(unit)).isEqualTo(UnitState.AHEAD);
            assertThat(health(context.getBean(RetortHealthIndicator.class)).getStatus())
                    .isEqualTo(Status.DOWN);
        });
    }

    @Test
    void isUpWithAllRevisions() {
        application.withPropertyValues(ASKED).run(context -> {
            Health health = health(context.getBean(RetortHealthIndicator.class));
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("default", Map.of("current", List.of("2b3c4d5e6f7a"), "pending", List.<String>of()));
        });
    }

    @Test
    void isOutOfServiceWhenBehind() {
        application
                .withPropertyValues(ASKED, "retort.target=1a2b3c4d5e6f")
                .run(context -> assertThat(health(context.getBean(RetortHealthIndicator.class))
                                .getStatus())
                        .isEqualTo(Status.OUT_OF_SERVICE));
    }

    @Test
    void isCalledLikeItsProperties() {
        assertThat(RetortEndpoint.class.getAnnotation(Endpoint.class).id()).isEqualTo("retort");
    }

    private static UnitDescription unit(RetortEndpoint endpoint, String context) {
        RetortEndpoint.Units units = endpoint.units().contexts().get(context);
        assertThat(units.units()).containsOnlyKeys("default");
        assertThat(units.parentId()).isNull();
        return units.units().get("default");
    }

    private static Health health(RetortHealthIndicator indicator) {
        Health health = indicator.health();
        assertThat(health).isNotNull();
        return health;
    }

    private static void forgetNothingButAddAStranger(DataSource dataSource) {
        new JdbcTemplate(dataSource).update("update retort_revision set id = 'ffff00000000' where id = '2b3c4d5e6f7a'");
    }
}
