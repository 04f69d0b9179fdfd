/**
 * Service connections: a database that Docker Compose or Testcontainers has started is the one that Retort upgrades.
 *
 * <p>Two factories make Retort's connection details, one from JDBC details and one from a container, so that they win over
 * {@code retort.url}. Found through {@code spring.factories}; one whose library is missing is left out by Spring Boot. May
 * import Spring Boot, Testcontainers and the auto-configuration.
 */
@NullMarked
package io.retort.boot.autoconfigure.connect;

import org.jspecify.annotations.NullMarked;
