/**
 * Runs a story on a real database and holds the oracles against it.
 *
 * <p>{@link io.retort.fuzz.run.StoryRunner} does what a user does: it compares, answers, writes, compiles, upgrades, starts
 * Hibernate, reads and inserts through the entities, downgrades and upgrades again. {@link io.retort.fuzz.run.Oracle} lists what
 * must hold. {@link io.retort.fuzz.run.Sabotage} breaks a part of Retort, to test the oracles themselves. Imports: core, diff, the
 * test databases, models and stories.
 */
@NullMarked
package io.retort.fuzz.run;

import org.jspecify.annotations.NullMarked;
