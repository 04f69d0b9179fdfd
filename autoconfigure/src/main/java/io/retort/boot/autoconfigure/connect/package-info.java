/**
 * Service connections: Retort upgrades a database that Docker Compose or Testcontainers has started.
 *
 * <p>Two factories create Retort's connection details, from JDBC connection details and from a container. Service
 * connections take precedence over {@code retort.url}. They are registered in {@code spring.factories}; Spring Boot
 * skips one whose library is missing. May import Spring Boot, Testcontainers and the auto-configuration.
 */
@NullMarked
package io.retort.boot.autoconfigure.connect;

import org.jspecify.annotations.NullMarked;
