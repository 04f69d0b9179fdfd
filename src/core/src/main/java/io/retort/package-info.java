/**
 * The front door: {@link io.retort.Retort} does to a database what people ask for.
 *
 * <p>Each command is one method that answers a value; printing is the caller's. Behind it: sources give the history, the
 * planner a plan, the preparation its statements, and the runner sends them into a sink. May import everything else in
 * core.
 */
@NullMarked
package io.retort;

import org.jspecify.annotations.NullMarked;
