package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What an ordinary start says about misspelt properties. */
@ExtendWith(OutputCaptureExtension.class)
class KnownPropertiesTests {

    /** The metadata is generated from the code; it also contains the names of groups. */
    @Test
    void theListIsTheMetadata() {
        Set<String> leaves =
                new TreeSet<>(UnknownProperties.namesOfThisVersion(getClass().getClassLoader()));
        Set<String> groups = new TreeSet<>(leaves);
        groups.removeIf(group -> leaves.stream().noneMatch(name -> name.startsWith(group + ".")));
        leaves.removeAll(groups);

        assertThat(KnownProperties.NAMES).containsExactlyInAnyOrderElementsOf(leaves);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"retort.locations[1]", "retort.units.shop.url", "retort.placeholders.mail", "retorts.tabel"})
    void theseNamesAreNotExamined(String name) {
        assertThat(areKnown(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETORT_TABLE",
                "RETORT_LOCK_TIMEOUT",
                "RETORT_SILENCETIMEOUT",
                "RETORT_SILENCE_TIMEOUT",
                "RETORT_UNITS_SHOP_URL",
                "PATH"
            })
    void theseVariablesAreNotExamined(String name) {
        assertThat(isVariableKnown(name)).isTrue();
    }

    @Test
    void allOthersAreExamined() {
        assertThat(areKnown("retort.tabel")).isFalse();
        assertThat(areKnown("retort.lock")).isFalse();
        assertThat(isVariableKnown("RETORT_TABEL")).isFalse();
    }

    @Test
    void anApplicationStartsWithAWarning(CapturedOutput output) {
        start("--retort.tabel=x", "--retort.table=y");

        assertThat(output.toString().lines().filter(line -> line.contains("Retort: ")))
                .singleElement()
                .asString()
                .contains(" WARN ")
                .endsWith("Retort: There is no property retort.tabel; did you mean retort.table?");
    }

    @Test
    void anApplicationWithoutMistakesLogsNothing(CapturedOutput output) {
        start("--retort.table=y", "--retort.something-of-our-own=z", "--retort.allowOtherTools=true");

        assertThat(output).doesNotContain("Retort: ");
    }

    private static void start(String... properties) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(properties).close();
    }

    private static boolean areKnown(String name) {
        return KnownProperties.areAllIn(only(new MapPropertySource("test", Map.of(name, "x"))));
    }

    private static boolean isVariableKnown(String name) {
        return KnownProperties.areAllIn(only(new SystemEnvironmentPropertySource("test", Map.of(name, "x"))));
    }

    /** The JVM of the tests has properties of its own. */
    static StandardEnvironment only(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().stream()
                .toList()
                .forEach(own -> environment.getPropertySources().remove(own.getName()));
        environment.getPropertySources().addFirst(source);
        return environment;
    }

    /** An application without beans. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
