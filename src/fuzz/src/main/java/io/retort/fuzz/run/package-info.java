/**
 * Runs stories on real databases and checks the oracles.
 *
 * <p>{@link io.retort.fuzz.run.StoryRunner} works like a user: it compares, answers questions, writes, compiles and
 * runs the revision, starts Hibernate, reads and inserts entities, downgrades, and upgrades again.
 * {@link io.retort.fuzz.run.Oracle} lists the properties that must hold. {@link io.retort.fuzz.run.Sabotage} breaks
 * parts of Retort to test the oracles. Imports: core, diff, the test databases, models and stories.
 */
@NullMarked
package io.retort.fuzz.run;

import org.jspecify.annotations.NullMarked;
