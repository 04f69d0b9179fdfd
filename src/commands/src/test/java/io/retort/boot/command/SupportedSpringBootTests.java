package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;

class SupportedSpringBootTests {

    @ParameterizedTest
    @ValueSource(strings = {"2.7.18", "3.5.0", "3.5.16"})
    void anOlderVersionIsReportedWithTheSupportedOnes(String version) {
        assertThat(SupportedSpringBoot.problem(version)).contains(version).contains("supports Spring Boot 4;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.1.0", "4.1.1", "4.2.0-SNAPSHOT"})
    void newerVersionsAreAccepted(String version) {
        assertThat(SupportedSpringBoot.problem(version)).isNull();
    }

    @Test
    void theVersionOfThisBuildIsAccepted() {
        assertThat(SupportedSpringBoot.problem(SpringBootVersion.getVersion())).isNull();
    }
}
