/**
 * The order of a start: Retort runs after Flyway and Liquibase, before JPA and {@code data.sql}.
 *
 * <p>Spring Boot asks detectors for the beans that initialize the database and lets whatever uses the database wait for
 * them. Found through {@code spring.factories}. May import Spring Boot and the auto-configuration.
 */
@NullMarked
package io.retort.boot.autoconfigure.order;

import org.jspecify.annotations.NullMarked;
