/**
 * Compares two schemas and returns the difference as operations in executable order.
 *
 * <p>{@link io.retort.diff.compare.Differ} compares two snapshots that the same inspector read from the same product:
 * the live schema, and the model as that product spells it. A difference in spelling therefore cannot look like a
 * change. Operations are created from the declared model, in portable types.
 *
 * <p>There is one comparison per kind of object; those of a table's parts are in a package of their own. What cannot be
 * decided is reported as skipped, and tables of others are listed and left alone. Imports: schema, operation.
 */
@NullMarked
package io.retort.diff.compare;

import org.jspecify.annotations.NullMarked;
