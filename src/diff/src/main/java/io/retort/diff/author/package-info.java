/**
 * Writes the next revision: from a difference between entities and database to a file in the user's project.
 *
 * <p>{@link io.retort.diff.author.Authoring} is the front door. It decides whether a revision may be written at all (the
 * database has everything, the history has one place to go on from) and which parents it gets; what is compared and how
 * is not its business, it is given a {@link io.retort.diff.author.Difference}. The file itself is the work of the
 * package {@code file} below, and how a team wants it is told by {@code convention}. Of ours it imports core and those two.
 */
@NullMarked
package io.retort.diff.author;

import org.jspecify.annotations.NullMarked;
