/**
 * Steps that no transaction can hold as a whole, so that each statement is noted.
 *
 * <p>A {@link io.retort.run.journal.Journal} notes how far a step is: together with the statement in one transaction where
 * that is possible, else before and after it. What was in flight when a run ended is decided by
 * {@link io.retort.run.journal.Recovery}, which compares a {@link io.retort.run.journal.Fingerprint} of what the statement
 * touches with the catalog as it is. {@link io.retort.run.journal.HalfDone} says how a step goes on that stopped. May
 * import what {@code io.retort.run.database} and {@code io.retort.run.prepare} may, and those packages.
 */
@NullMarked
package io.retort.run.journal;

import org.jspecify.annotations.NullMarked;
