/**
 * Failure analyzers: what a user reads when Retort stops the application start.
 *
 * <p>Each analyzer handles one kind of failure and is registered in {@code spring.factories}. Analyzers do not connect
 * to the database; they use the failure and the application's settings. May import Spring Boot and core.
 */
@NullMarked
package io.retort.boot.autoconfigure.failure;

import org.jspecify.annotations.NullMarked;
