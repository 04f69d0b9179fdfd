/**
 * What has to run: from some heads to a target, step by step.
 *
 * <p>{@link io.retort.revision.plan.Planner} reads what a person typed and answers with a
 * {@link io.retort.revision.plan.Plan}: ordered steps and the heads before and after. A target alone is resolved against the
 * history; one that counts steps, or chooses a line, against where the database is as well. Every question without an answer
 * is refused in words that begin with what was asked and end with what to type. Pure: imports the history, its arithmetic,
 * its targets, and {@code io.retort.error}; nothing in the history knows it.
 */
@NullMarked
package io.retort.revision.plan;

import org.jspecify.annotations.NullMarked;
