/**
 * Compares the history table with the present revisions.
 *
 * <p>{@link io.retort.run.verify.Edits} computes the upgrade of every applied revision again, without running it, and
 * finds those whose checksum has changed; it can also accept them. It loads every applied revision, so it does not run
 * on a normal start. This package can import {@code run.prepare}, {@code run.database} and what those can import.
 */
@NullMarked
package io.retort.run.verify;

import org.jspecify.annotations.NullMarked;
