/**
 * Writes the next revision: turns the difference between entities and database into a file in the user's project.
 *
 * <p>{@link io.retort.diff.author.Authoring} is the entry point. It checks that a revision can be written: the database
 * has no pending revisions, and the parent is unambiguous. The comparison is passed in and returns a
 * {@link io.retort.diff.author.Difference}.
 *
 * <p>The package {@code file} writes the file, and {@code convention} contains the team's settings. Imports: core and
 * these two.
 */
@NullMarked
package io.retort.diff.author;

import org.jspecify.annotations.NullMarked;
