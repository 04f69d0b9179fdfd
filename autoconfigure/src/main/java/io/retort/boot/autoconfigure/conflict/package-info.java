/**
 * Conflicts with others that change the schema: Hibernate with {@code ddl-auto}, Flyway and Liquibase.
 *
 * <p>Two tools that change one schema undo each other's work. The application therefore fails to start, and the message
 * contains the setting that resolves the conflict. May import Spring and core's errors.
 */
@NullMarked
package io.retort.boot.autoconfigure.conflict;

import org.jspecify.annotations.NullMarked;
