package io.retort.boot.actuate;

import io.retort.boot.autoconfigure.RetortAutoConfiguration;
import io.retort.boot.autoconfigure.RetortUnits;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration for {@link RetortEndpoint} and its page, if Actuator is present and the endpoint is exposed. */
@AutoConfiguration(after = RetortAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
public final class RetortEndpointAutoConfiguration {

    /** A nested class, because Spring cannot evaluate a condition whose class is missing from the class path. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnAvailableEndpoint(RetortEndpoint.class)
    static final class Exposed {

        @Bean
        @ConditionalOnBean(RetortUnits.class)
        @ConditionalOnMissingBean
        RetortEndpoint retortEndpoint(ApplicationContext context) {
            return new RetortEndpoint(context);
        }

        @Bean
        @ConditionalOnBean(RetortEndpoint.class)
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
        RetortEndpointWebExtension retortEndpointWebExtension(RetortEndpoint endpoint) {
            return new RetortEndpointWebExtension(endpoint);
        }
    }
}
