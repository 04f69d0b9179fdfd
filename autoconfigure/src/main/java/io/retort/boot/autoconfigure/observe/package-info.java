/**
 * Runs as operators see them: logs, metrics and traces.
 *
 * <p>{@link io.retort.boot.autoconfigure.observe.LoggedRuns} logs who holds the migration lock that a starting
 * application waits for. {@link io.retort.boot.autoconfigure.observe.ObservedRuns} creates an observation for each run
 * and each step, if Micrometer is present. May import core's listener and its events, slf4j and Micrometer.
 */
@NullMarked
package io.retort.boot.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
