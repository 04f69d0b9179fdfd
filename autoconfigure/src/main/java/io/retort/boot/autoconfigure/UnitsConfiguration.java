package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Bean with the units of an application that sets {@code retort.units}. */
@Configuration(proxyBeanMethods = false)
@Conditional(UnitsCondition.class)
class UnitsConfiguration {

    @Bean
    @Lazy
    RetortUnits retortUnits(RetortFactory assembly, RetortProperties properties, ApplicationContext application) {
        return new UnitsFactory(application, assembly::unit).assemble(properties);
    }
}
