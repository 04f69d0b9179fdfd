/**
 * Files for other migration tools: Flyway's SQL scripts and Liquibase's formatted SQL changelogs. Names and versions follow
 * the files that the tool has already, and the text follows its parser. Imports: {@code author} and core.
 */
@NullMarked
package io.retort.diff.author.tool;

import org.jspecify.annotations.NullMarked;
