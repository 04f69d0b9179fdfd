/**
 * Runs as operators see them: in the log, in metrics and in traces.
 *
 * <p>{@link io.retort.boot.autoconfigure.observe.LoggedRuns} says in the log whom a starting application waits for;
 * {@link io.retort.boot.autoconfigure.observe.ObservedRuns} makes an observation of each run and each step where Micrometer
 * observes. May import core's listener and what it tells, slf4j and Micrometer.
 */
@NullMarked
package io.retort.boot.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
