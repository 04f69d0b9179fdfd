package io.retort.boot.autoconfigure;

import io.retort.RetortOptions;

/**
 * Customizes the options that Retort has read from the properties. Beans of this type apply in order, each to the
 * result of the one before.
 *
 * <pre>{@code
 * @Bean
 * RetortOptionsCustomizer patientLock() {
 *     return options -> options.withLockTimeout(Duration.ofMinutes(30));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RetortOptionsCustomizer {

    /**
     * Returns the options to use.
     *
     * @param options the options from the properties, or from the customizer before; never null
     * @return the given options or changed ones; never null
     */
    RetortOptions customize(RetortOptions options);
}
