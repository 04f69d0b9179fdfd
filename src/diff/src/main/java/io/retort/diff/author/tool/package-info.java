/**
 * Files for other migration tools: Flyway's SQL scripts and Liquibase's formatted SQL changelogs. Imports: {@code author}
 * and core.
 */
@NullMarked
package io.retort.diff.author.tool;

import org.jspecify.annotations.NullMarked;
