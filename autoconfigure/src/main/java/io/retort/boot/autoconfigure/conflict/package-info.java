/**
 * Others who would change the same schema: Hibernate by {@code ddl-auto}, Flyway, Liquibase.
 *
 * <p>Two that look after one schema undo each other's work, and the first to notice is a user of the application. An
 * application is therefore told at its start, with the line that cures it. May import Spring and core's errors.
 */
@NullMarked
package io.retort.boot.autoconfigure.conflict;

import org.jspecify.annotations.NullMarked;
