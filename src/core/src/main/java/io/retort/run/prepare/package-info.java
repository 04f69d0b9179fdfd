/**
 * A plan with everything that it will send.
 *
 * <p>{@link io.retort.run.prepare.Preparation} lets each migration say its operations and each operation its statements,
 * before anything runs: so what cannot be loaded, undone or said is known before the first statement is sent. Imports:
 * migration, operation, dialect, revision, error, and the sources of revisions.
 */
@NullMarked
package io.retort.run.prepare;

import org.jspecify.annotations.NullMarked;
