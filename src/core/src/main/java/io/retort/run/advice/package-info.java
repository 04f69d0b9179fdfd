/**
 * What a person should know before lines of the history are joined.
 *
 * <p>The planner knows only ids; what the revisions say tells which tables each line changes
 * ({@link io.retort.run.advice.Overlap}), and with that a refusal of several heads can say whether a merge is safe
 * ({@link io.retort.run.advice.HeadsAdvice}). Loads revisions, and so is asked only where something is to be explained.
 * May import what {@code io.retort.run} may, and {@code io.retort.run.source}.
 */
@NullMarked
package io.retort.run.advice;

import org.jspecify.annotations.NullMarked;
