/**
 * The Java API: {@link io.retort.Retort} has one method per command and returns values; the caller prints them.
 *
 * <p>Each command follows the same pipeline. Revision sources supply the history, the planner computes a plan, the
 * preparation collects its statements, and the runner sends them to a sink. This package can import every other package
 * of core.
 */
@NullMarked
package io.retort;

import org.jspecify.annotations.NullMarked;
