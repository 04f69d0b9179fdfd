/**
 * Runs plans.
 *
 * <p>A plan is prepared first: every migration declares its operations, and every operation its statements, before
 * anything is sent. The {@link io.retort.run.Runner} then sends the prepared steps to a {@link io.retort.run.Sink}: a
 * connection, a script or a list. {@link io.retort.run.database.AppliedTable} is the history table. This package
 * imports everything in core except the API of {@code io.retort}.
 */
@NullMarked
package io.retort.run;

import org.jspecify.annotations.NullMarked;
