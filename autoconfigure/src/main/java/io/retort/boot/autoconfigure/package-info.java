/**
 * Retort in a Spring Boot application: when it runs, on which database, with which settings, and that JPA waits for it.
 *
 * <p>Order is declared, never lucky: a detector tells Spring Boot that {@code RetortInitializer} initializes the
 * database, and everything that uses one waits. What this package decides it decides from conditions and from
 * {@code retort.*}; the work is core's. May import Spring and core's façade, nothing of {@code io.retort.diff}.
 */
@NullMarked
package io.retort.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
