package io.retort.boot.autoconfigure;

import io.retort.Retort;

/**
 * Replaces the work of {@code retort.mode} on application start. Not used with {@code retort.mode=off}.
 *
 * <pre>{@code
 * @Bean
 * RetortStartStrategy planOnly() {
 *     return retort -> log.info("Pending: {}", retort.status().pending());
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RetortStartStrategy {

    /**
     * Runs once for each unit, or for each tenant of a unit, before anything else uses its database.
     *
     * @param retort the unit's or the tenant's; never null
     */
    void start(Retort retort);
}
