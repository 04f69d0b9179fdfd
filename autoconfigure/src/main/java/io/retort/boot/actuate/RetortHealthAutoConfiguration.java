package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import io.retort.boot.autoconfigure.RetortUnits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for {@link RetortHealthIndicator}, if {@code management.health.retort.enabled} is true. */
@AutoConfiguration(after = RetortAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBooleanProperty("management.health.retort.enabled")
public final class RetortHealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(RetortUnits.class)
    @ConditionalOnMissingBean(name = {"retortHealthIndicator", "retortHealthContributor"})
    RetortHealthIndicator retortHealthIndicator(ObjectProvider<RetortUnits> units) {
        return new RetortHealthIndicator(
                units.stream().flatMap(found -> found.all().stream()).toList());
    }
}
