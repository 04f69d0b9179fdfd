/**
 * Effects: where plans are run.
 *
 * <p>A plan is first prepared: every migration in it says its operations and every operation its statements, before
 * anything happens. The {@link io.retort.run.Runner} then sends the prepared steps into a {@link io.retort.run.Sink}: a
 * connection, a script or a list. {@link io.retort.run.database.AppliedTable} is the table in which a database remembers which
 * revisions it has. Imports: everything else in core but the façade.
 */
@NullMarked
package io.retort.run;

import org.jspecify.annotations.NullMarked;
