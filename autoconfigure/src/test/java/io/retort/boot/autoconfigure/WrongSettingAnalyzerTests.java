package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A start names a setting that Spring Boot rejects and what it can be, in the words of the commands. */
class WrongSettingAnalyzerTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:wrong-setting");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retort.mode=upgarde            | is not one of the allowed values. | Write one of upgrade, verify, wait, off,
            retort.lock.timeout=soon       | is not a duration.                | Write it as in retort.lock.timeout=30s
            retort.keep-undo=maybe         | is not true or false.             | Write it as in retort.keep-undo=true
            retort.tenants.parallelism=all | is not a whole number.            | Write it as in retort.tenants.parallelism=10
            retort.units.shop.mode=none    | is not one of the allowed values. | Write one of upgrade, verify, wait, off,
            """)
    void namesThePropertyAndItsValues(String property, String problem, String action) {
        FailureAnalysis analysis = FailedStart.of(application.withPropertyValues(property));

        assertThat(analysis.getDescription()).isEqualTo("The property " + property + " " + problem);
        assertThat(analysis.getAction()).startsWith(action);
    }

    @ParameterizedTest
    @CsvSource({"spring.datasource.hikari.maximum-pool-size=many"})
    void leavesOtherSettingsToSpringBoot(String property) {
        FailureAnalysis analysis = FailedStart.of(application.withPropertyValues(property));

        assertThat(analysis.getDescription()).contains("Failed to bind properties");
    }
}
