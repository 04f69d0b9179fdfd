/**
 * What a run reports: the prepared steps, the state of each revision, and how a step failed.
 *
 * <p>A {@link io.retort.run.RunListener} follows a run. A {@link io.retort.run.PreparedStep} contains everything that
 * a step sends. A {@link io.retort.run.MigrationFailedException} carries the {@link io.retort.run.FailureOutcome} of
 * the failed step. These types are API; the code that runs steps is in {@code io.retort.internal.execute}. Imports:
 * {@code revision}, {@code operation}, {@code dialect}, {@code sql}, {@code error} and {@code internal.text}.
 */
@NullMarked
package io.retort.run;

import org.jspecify.annotations.NullMarked;
