/**
 * Prepares plans: collects all of their statements.
 *
 * <p>{@link io.retort.run.prepare.Preparation} collects the operations of each migration and the statements of each
 * operation before anything runs. So a migration that cannot be loaded, reverted or rendered is reported before the
 * first statement is sent. This package imports {@code migration}, {@code operation}, {@code dialect},
 * {@code revision}, {@code error} and the sources of revisions.
 */
@NullMarked
package io.retort.run.prepare;

import org.jspecify.annotations.NullMarked;
