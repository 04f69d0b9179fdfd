/**
 * Initialization order: Retort runs after Flyway and Liquibase, and before JPA and {@code data.sql}.
 *
 * <p>Spring Boot asks detectors for the beans that initialize the database, and makes beans that use the database
 * depend on them. The detectors are registered in {@code spring.factories}. May import Spring Boot and the
 * auto-configuration.
 */
@NullMarked
package io.retort.boot.autoconfigure.order;

import org.jspecify.annotations.NullMarked;
