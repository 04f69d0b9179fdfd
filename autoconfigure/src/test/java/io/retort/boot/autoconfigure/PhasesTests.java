package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.boot.autoconfigure.shop.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class PhasesTests {

    private static final String HISTORY = "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    RetortAutoConfiguration.class))
            .withPropertyValues("spring.datasource.generate-unique-name=true");

    @Test
    void whatMayComeLaterComesWhenTheApplicationIsReady() {
        application.withPropertyValues(HISTORY + ",classpath:later").run(context -> {
            Retort retort = context.getBean(Retort.class);
            assertThat(retort.status().pending())
                    .extracting(revision -> revision.id())
                    .containsExactly("b6000001");
            BackgroundUpgrade later = context.getBean(BackgroundUpgrade.class);
            later.onApplicationEvent(new ApplicationReadyEvent(
                    new SpringApplication(), new String[0], context.getSourceApplicationContext(), Duration.ZERO));
            later.destroy();
            assertThat(retort.status().upToDate()).isTrue();
        });
    }

    @Test
    void whatOthersBuildUponDoesNotWait(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("c6000001_need_it.sql"),
                "-- revision: c6000001\n-- parent: b6000001\n\n-- upgrade\n\n-- downgrade\n");

        application
                .withPropertyValues(HISTORY + ",classpath:later,file:" + folder)
                .run(context -> assertThat(
                                context.getBean(Retort.class).status().upToDate())
                        .isTrue());
    }

    @Test
    void aFailureLaterIsToldAndStaysPending(@TempDir Path folder, CapturedOutput output) throws Exception {
        Files.writeString(
                folder.resolve("d6000001_fail.sql"),
                "-- revision: d6000001\n-- parent: 2b3c4d5e6f7a\n-- phase: after-start\n\n-- upgrade\n"
                        + "insert into nowhere values (1);\n-- downgrade\n");

        application.withPropertyValues(HISTORY + ",file:" + folder).run(context -> {
            BackgroundUpgrade later = context.getBean(BackgroundUpgrade.class);
            later.onApplicationEvent(new ApplicationReadyEvent(
                    new SpringApplication(), new String[0], context.getSourceApplicationContext(), Duration.ZERO));
            later.destroy();
            assertThat(output).contains("d6000001").contains("failed while upgrading");
            assertThat(context.getBean(Retort.class).status().pending()).hasSize(1);
        });
    }

    @Test
    void aRevisionGetsTheBeansThatItAsksForAndIsToldOfItsEntity(CapturedOutput output) {
        application
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Shop.class)
                .withBean(Clock.class, () -> Clock.fixed(Instant.ofEpochMilli(42), ZoneOffset.UTC))
                .withPropertyValues(
                        "retort.locations=io.retort.boot.autoconfigure.revisions,io.retort.boot.autoconfigure.demanding")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                                    .queryForObject("select at_millis from asked", Long.class))
                            .isEqualTo(42);
                    assertThat(output)
                            .contains("Ra6000001_ask_for_a_clock uses " + Product.class.getName())
                            .doesNotContain("R1a2b3c4d5e6f_create_product uses");
                });
    }

    @Test
    void aRevisionThatCannotHaveItsBeansSaysSo() {
        application
                .withPropertyValues(
                        "retort.locations=io.retort.boot.autoconfigure.revisions,io.retort.boot.autoconfigure.demanding")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("requires beans that are not available")
                        .hasStackTraceContaining("java.time.Clock"));
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Product.class)
    static class Shop {}
}
