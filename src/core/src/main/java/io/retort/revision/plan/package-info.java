/**
 * Computes plans: the steps from the current heads of a database to a target.
 *
 * <p>{@link io.retort.revision.plan.Planner} resolves a target and returns a {@link io.retort.revision.plan.Plan}:
 * ordered steps, and the heads before and after. Absolute targets are resolved against the history, relative ones
 * against the current heads, too. Every invalid request fails with a message that says what was requested and what to
 * type. This package imports {@code revision}, its subpackages {@code lineage} and {@code target}, and {@code error}.
 */
@NullMarked
package io.retort.revision.plan;

import org.jspecify.annotations.NullMarked;
