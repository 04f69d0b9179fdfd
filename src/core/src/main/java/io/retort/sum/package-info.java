/**
 * Checksums of texts that are too long to store.
 *
 * <p>A {@link io.retort.sum.Sum} represents the operations of a migration, the entries of a catalog, or the name of a
 * lock. It detects accidental changes, not deliberate ones: an attacker could write to the history table anyway. This
 * package imports no other package of Retort.
 */
@NullMarked
package io.retort.sum;

import org.jspecify.annotations.NullMarked;
