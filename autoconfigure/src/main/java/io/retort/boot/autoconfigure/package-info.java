/**
 * Auto-configuration: when Retort runs in a Spring Boot application, on which databases and with which settings.
 *
 * <p>The order is declared: a detector registers {@code RetortInitializer} as a database initializer, and Spring Boot
 * makes every bean that uses the database depend on it. This package decides from conditions and {@code retort.*}
 * properties; core does the work. May import Spring and core's façade, nothing of {@code io.retort.diff}.
 */
@NullMarked
package io.retort.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
