/**
 * Holds what a database remembers of its revisions against what they say now.
 *
 * <p>{@link io.retort.run.verify.Edits} lets every applied revision say its upgrade again, without running it, and finds those
 * that say something else than what ran; it can also accept them. Loads every applied revision: not for the usual start. May
 * import what {@code io.retort.run.prepare} and {@code io.retort.run.database} may, and those packages.
 */
@NullMarked
package io.retort.run.verify;

import org.jspecify.annotations.NullMarked;
