/**
 * Entry point of the comparison of entities with a database: {@link io.retort.diff.EntityComparison}.
 *
 * <p>It reads the live schema, builds the model in a scratch schema, inspects that in the same way, and compares the
 * two. An object that a revision created can be dropped; an object that neither a revision created nor an entity maps is left
 * alone. This package can import everything in diff and core.
 */
@NullMarked
package io.retort.diff;

import org.jspecify.annotations.NullMarked;
